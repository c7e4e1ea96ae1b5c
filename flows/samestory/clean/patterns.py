"""The tables of chrome rules and their patterns (seeds/), and which line matches which rule."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import polars as pl

from samestory.assets import asset

# Marks around a line's words (bullets, arrows, brackets, emphasis) that say nothing about what the words are.
_DECORATION = " \t\u00a0\u200b*•·▪◦●■□►▶▸»›«‹→←↑↓|/\\-–—=_+~#.,:;!?…()[]{}<>\"'“”‘’✓✔★☆"
# Capitals lose their accents in Greek, so a word that was in capitals comes without them.
_ACCENTS = str.maketrans("άέήίόύώ", "αεηιουω")
_EITHER_ACCENT = str.maketrans(
    {chr(accented): f"[{chr(accented)}{chr(plain)}]" for accented, plain in _ACCENTS.items()}
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of chrome_rules.csv with its patterns; what each scope means stands in decide.py.

    `pattern` is looked for in every line, `rare` only in lines that hold one of the words of `needs`, which is far
    faster; each is an expression, and either may be empty.
    """

    name: str
    kind: str
    scope: str
    max_chars: int
    cost: int
    pattern: str
    rare: str
    needs: str


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules in the table's order, which is the order of precedence."""
    patterns = _patterns()
    parts = {name: text for name, match, _, text in patterns.iter_rows() if match == "part"}
    table = pl.read_csv(asset("seeds", "chrome_rules.csv")).select("rule", "kind", "scope", "max_chars", "cost")
    made = []
    for name, kind, scope, max_chars, cost in table.iter_rows():
        own = patterns.filter((pl.col("rule") == name) & (pl.col("match") != "part"))
        rare = own.filter(pl.col("needs") != "")
        # What is cut has one expression, for its rows are looked for in few lines anyway.
        seldom = own.head(0) if scope == "cut" else rare
        often = own if scope == "cut" else own.filter(pl.col("needs") == "")
        patterns_of = (_joined(often, parts), _joined(seldom, parts), _any_word(rare))
        made.append(Rule(name, kind, scope, max_chars, cost, *patterns_of))
    return tuple(made)


@cache
def cut_rules() -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    """Return the rules that cut within a line, compiled; they see the line as it is, with its capitals."""
    return tuple((rule, re.compile(rule.pattern)) for rule in rules() if rule.scope == "cut")


def holds_cut_words() -> pl.Expr:
    """Return whether a line's raw text holds one of the words without which nothing is cut."""
    return pl.col("raw").str.contains("|".join(rule.needs for rule, _ in cut_rules()))


def with_rules(lines: pl.DataFrame) -> pl.DataFrame:
    """Add rule, rule_kind, scope and cost of the first rule of the table that a line matches, else null."""
    whole = [rule for rule in rules() if rule.scope != "cut"]
    facts = pl.DataFrame(
        [(rule.name, rule.kind, rule.scope, float(rule.cost)) for rule in whole],
        schema={"rule": pl.String, "rule_kind": pl.String, "scope": pl.String, "cost": pl.Float64},
        orient="row",
    )
    return lines.hstack(facts[_first_matches(lines["text"], whole)])


def _patterns() -> pl.DataFrame:
    """Return the table of patterns: rule, match, needs, pattern."""
    return pl.read_csv(asset("seeds", "chrome_patterns.csv")).with_columns(pl.col("needs").fill_null(""))


def _joined(patterns: pl.DataFrame, parts: dict[str, str]) -> str:
    """Return one expression for some patterns of a rule, anchored as their `match` says."""
    frames = {"line": "^(?:{})$", "start": "^(?:{})", "within": "(?:{})", "cut": "(?:{})"}
    anchored = []
    for match, text in patterns.select("match", "pattern").iter_rows():
        pattern = text
        for name, part in parts.items():
            pattern = pattern.replace(f"{{{name}}}", part)
        anchored.append(frames[match].replace("{}", pattern))
    return "|".join(anchored).translate(_EITHER_ACCENT)


def _any_word(patterns: pl.DataFrame) -> str:
    """Return an expression for any of the words that patterns need, Greek ones with their accents and without."""
    known = {word for cell in patterns["needs"] for word in cell.split("|")}
    return "|".join(sorted(re.escape(word) for word in known | {word.translate(_ACCENTS) for word in known}))


def _first_matches(texts: pl.Series, whole: Sequence[Rule]) -> pl.Series:
    """Return for each text the number of the first rule that it matches and whose length limit holds, else null."""
    by_length = _by_length(texts, max(rule.max_chars for rule in whole))
    words, plain = by_length["words"], ~by_length["stops"]
    first = np.full(len(by_length), len(whole))
    seldom = np.flatnonzero(words.str.contains("|".join(rule.needs for rule in whole if rule.rare)))
    telling = words[seldom]
    for number, rule in enumerate(whole):
        short = int(by_length["length"].search_sorted(rule.max_chars, side="right"))
        found = np.flatnonzero(words.head(short).str.contains(rule.pattern)) if rule.pattern else np.zeros(0, np.int64)
        if rule.rare:
            few = int(np.searchsorted(seldom, short))
            near = np.flatnonzero(telling.head(few).str.contains(rule.needs))
            found = np.concatenate([found, seldom[near][telling[near].str.contains(rule.rare).to_numpy()]])
        if rule.scope in {"box", "end"} or rule.kind == "reader_comment":
            # A heading or button has no full stop: "Comments.", "More on that later." and "She wrote." are sentences.
            found = found[plain.to_numpy()[found]]
        first[found] = np.minimum(first[found], number)
    numbers = np.full(len(texts), len(whole))
    numbers[by_length["at"].to_numpy()] = first
    return pl.Series(numbers, dtype=pl.UInt32).replace(len(whole), None)


def _by_length(texts: pl.Series, most: int) -> pl.DataFrame:
    """Return the texts of so many characters at most, the shortest first, so that those for one rule lie together.

    Columns: at (where it stands among all), length, stops (ends in a full stop), and words: in lower case, with single
    blanks and without the marks around them.
    """
    text, words = pl.col("text"), pl.col("words")
    known = texts.to_frame("text").select(
        pl.int_range(pl.len(), dtype=pl.UInt32).alias("at"),
        text.str.len_chars().alias("length"),
        text.str.ends_with(".").alias("stops"),
        text.alias("words"),
    )
    short = known.filter(pl.col("length") <= most).sort("length", maintain_order=True)
    # Two literal searches cost a fifth of one for all kinds of blanks; the others hardly ever stand within a line.
    odd = words.str.contains("  ", literal=True) | words.str.contains("\u00a0", literal=True)
    at = short.select(odd.arg_true()).to_series()
    spaced = short["words"].scatter(at, short["words"][at].str.replace_all(r"\s+", " "))
    return short.with_columns(spaced.str.to_lowercase().str.strip_chars(_DECORATION).alias("words"))
