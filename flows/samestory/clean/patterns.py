"""The tables of chrome rules and their patterns (seeds/), and which line matches which rule."""

import re
from dataclasses import dataclass
from functools import cache

import polars as pl

from samestory.assets import asset

# Marks around a line's words (bullets, arrows, brackets, emphasis) that say nothing about what the words are.
_DECORATION = " \t\u00a0\u200b*•·▪◦●■□►▶▸»›«‹→←↑↓|/\\-–—=_+~#.,:;!?…()[]{}<>\"'“”‘’✓✔★☆"


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of chrome_rules.csv with its patterns; what each scope means stands in decide.py."""

    name: str
    kind: str
    scope: str
    max_chars: int
    cost: int
    pattern: str


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules in the table's order, which is the order of precedence."""
    patterns = pl.read_csv(asset("seeds", "chrome_patterns.csv"))
    parts = {name: text for name, match, text in patterns.iter_rows() if match == "part"}
    table = pl.read_csv(asset("seeds", "chrome_rules.csv")).select("rule", "kind", "scope", "max_chars", "cost")
    return tuple(
        Rule(name, kind, scope, max_chars, cost, _joined(patterns.filter(pl.col("rule") == name), parts))
        for name, kind, scope, max_chars, cost in table.iter_rows()
    )


def _joined(patterns: pl.DataFrame, parts: dict[str, str]) -> str:
    """Return one expression for all patterns of a rule, anchored as their `match` says."""
    frames = {"line": "^(?:{})$", "start": "^(?:{})", "within": "(?:{})", "cut": "(?:{})"}
    anchored = []
    for _, match, text in patterns.iter_rows():
        pattern = text
        for name, part in parts.items():
            pattern = pattern.replace(f"{{{name}}}", part)
        anchored.append(frames[match].replace("{}", pattern))
    return "|".join(anchored)


@cache
def cut_rules() -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    """Return the rules that cut within a line, compiled; they see the line as it is, with its capitals."""
    return tuple((rule, re.compile(rule.pattern)) for rule in rules() if rule.scope == "cut")


def with_rules(lines: pl.DataFrame) -> pl.DataFrame:
    """Add rule, rule_kind, scope and cost of the first rule of the table that a line matches, else null."""
    whole = [rule for rule in rules() if rule.scope != "cut"]
    longest = max(rule.max_chars for rule in whole)
    # Menus repeat from page to page, so each distinct line is matched once.
    distinct = lines.select("text").filter(pl.col("text").str.len_chars() <= longest).unique()
    matched = (
        distinct.with_columns(
            _bare_words().alias("_words"),
            pl.col("text").str.len_chars().alias("_length"),
        )
        .select("text", _first_match(whole).alias("rule"))
        .drop_nulls("rule")
    )
    facts = pl.DataFrame(
        [(rule.name, rule.kind, rule.scope, float(rule.cost)) for rule in whole],
        schema=["rule", "rule_kind", "scope", "cost"],
        orient="row",
    )
    return lines.join(matched.join(facts, on="rule", how="left"), on="text", how="left", maintain_order="left")


def _bare_words() -> pl.Expr:
    """Return a line in lower case, with single blanks and without the marks around it."""
    return pl.col("text").str.to_lowercase().str.replace_all(r"\s+", " ").str.strip_chars(_DECORATION)


def _first_match(whole: list[Rule]) -> pl.Expr:
    """Return the name of the first rule that matches and whose length limit holds."""
    words, length = pl.col("_words"), pl.col("_length")
    # A heading has no full stop: "Comments." and "More on that later." are sentences.
    sentence = pl.col("text").str.ends_with(".")
    hits = []
    for rule in whole:
        fits = (length <= rule.max_chars) & words.str.contains(rule.pattern)
        hits.append(pl.when(fits & ~sentence if rule.scope in {"box", "end"} else fits).then(pl.lit(rule.name)))
    return pl.coalesce(hits)
