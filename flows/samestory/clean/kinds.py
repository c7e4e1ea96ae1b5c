"""What a line without a rule most likely is if it is removed: told by its shape, its place, and what is around it."""

import polars as pl

# Entries of menus, tags, names and labels are no longer; titles of other articles hardly ever shorter.
_SHORT, _ENTRY, _TITLE = 32, 60, 120
# A label and a name may stand between two titles; more short lines in a row are a menu.
_MENU_LINES = 4
# A whole menu on one line: so many parts at least, none longer than this on average.
_MENU_PARTS, _PART_CHARS, _PART_CJK = 3, 16, 6
# Above the text stand its date, its picture and a line under the headline; below it a word on the author.
_NEAR = 5
# The kind of the box that a rule's line opens, and how many lines a box of that kind has: as found by reading pages.
_BOXES = pl.DataFrame(
    [
        ("related_heading", "related", 60),
        ("comment_heading", "comment_form", 12),
        ("comment_notice", "comment_form", 12),
        ("author_heading", "author_box", 5),
        ("author_note", "author_box", 3),
        ("tags", "tags", 15),
        ("contents_heading", "contents", 30),
        ("subscribe", "subscribe", 3),
        ("paywall", "paywall", 3),
        ("cookie", "cookie", 12),
        ("copyright", "copyright", 3),
        ("advertisement", "advertisement", 1),
        ("photo_credit", "caption_credit", 1),
    ],
    schema={"rule": pl.String, "_box": pl.String, "_reach": pl.Int64},
    orient="row",
)
_BARE = r"^[^\p{L}]{0,6}$|^[^\p{L}\p{N}]*$"
_NUMBERED = r"^\W*\d{1,3}[.)]\s"
_REACHED_AT = r"\w@[\w-]+\.\w|email.protected|^\W*(?:(?i:tel|phone|fax|тел|τηλ|tél).{0,3})?[+(]?\d[\d ()./-]{7,}$"
# Postal codes with what stands beside them, house numbers, offices.
# ASCII's word boundaries and digits are ten times as fast as Unicode's.
_POSTAL = (
    r"^\W*[0-9]{5,6},? \p{Lu}\p{Ll}+$|(?-u:\b)[A-Z]{2},? [0-9]{5}(?-u:\b)"
    r"|(?-u:\b)[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{1,2}[0-9]?(?-u:\b)|^\W*(?:Suite|Floor|P\.? ?O\.? Box) [0-9]"
    r"|^\W*[0-9]{1,5} [\p{Lu}0-9][\w. ]{2,30} (?:Street|St|Road|Rd|Avenue|Ave|Drive|Dr|Lane|Blvd|Way)(?-u:\b)"
    r"|(?:^|[\s,(])(?:ул|ul)\. "
)
_PARTS, _CJK_PARTS = r"  +|- |[|•·›»┊]", r"\p{Han}[ |]\p{Han}"


def with_kinds(lines: pl.DataFrame) -> pl.DataFrame:
    """Add place_kind and place_rule, never null: what removes a line that has no rule, and as what."""
    cases = _cases()
    named = pl.DataFrame([(kind, rule) for _, kind, rule in cases], schema=["_kind", "_rule"], orient="row")
    first = pl.coalesce(pl.when(holds).then(number) for number, (holds, _, _) in enumerate(cases)).cast(pl.UInt32)
    found = _with_boxes(_with_shape(lines)).with_columns(first.alias("_case"))
    placed = found.hstack(named[found["_case"]])
    # A bare bullet or number belongs to what stands before it, at the top to what follows.
    known = pl.when(~pl.col("_bare")).then(pl.coalesce("rule_kind", "_kind"))
    kind = pl.coalesce(known, _within(known, known.forward_fill()), known.backward_fill(), pl.lit("other"))
    rule = pl.when("_bare").then(pl.lit("bare_mark")).otherwise("_rule")
    return placed.select(*lines.columns, kind.alias("place_kind"), rule.alias("place_rule"))


def _with_shape(lines: pl.DataFrame) -> pl.DataFrame:
    """Add _bare (no letter), _short, _prose, _title, _contact, _address, _near (the body's ends), _above (it)."""
    weight, line = pl.col("weight"), pl.col("line")
    # What is longer or has a rule is not looked at, which spares most of the time.
    brief = pl.when((weight <= _TITLE) & pl.col("rule").is_null()).then("text").otherwise(pl.lit("-"))
    text, short = pl.col("_brief"), weight <= _SHORT
    # The number of a list's item has a stop too, and a title may ask or exclaim.
    stops = pl.col("stops").cast(pl.Int64) - text.str.contains(_NUMBERED).cast(pl.Int64)
    asks = (stops == 1) & (weight <= _TITLE) & text.str.contains(r"[?!？！]\W*$")
    prose = ~short & (stops > 0) & ~asks
    from_start, from_end = line - pl.col("run_start"), line - pl.col("run_end")
    near = from_start.is_between(-_NEAR, 0) | from_end.is_between(0, _NEAR)
    return (
        lines.with_columns(brief.alias("_brief"))
        .with_columns(
            (pl.col("rule").is_null() & short & text.str.contains(_BARE)).alias("_bare"),
            text.str.contains(_REACHED_AT).alias("_contact"),
            text.str.contains(_POSTAL).alias("_address"),
            short.alias("_short"),
            prose.alias("_prose"),
            (~short & ~prose).alias("_title"),
            near.fill_null(value=False).alias("_near"),
            (from_start < 0).fill_null(value=True).alias("_above"),
        )
        .pipe(_with_menus)
    )


def _with_menus(shaped: pl.DataFrame) -> pl.DataFrame:
    """Add _menu (in a run of short lines, or a menu by itself), _by_title, _among_titles (on one side, on both)."""
    short, title, text = pl.col("_short"), pl.col("_title"), pl.col("_brief")
    # The heading of a box ends the menu above it.
    opens = pl.col("rule").is_in(_BOXES["rule"].implode()).fill_null(value=False)
    new_run = ((short != short.shift(1)) | (pl.col("doc") != pl.col("doc").shift(1)) | opens).fill_null(value=True)
    parts = text.str.count_matches(_PARTS) + 1
    cjk = text.str.count_matches(_CJK_PARTS) + 1
    chars = text.str.len_chars()
    on_one_line = ((parts > _MENU_PARTS) & (chars <= parts * _PART_CHARS)) | (
        (cjk > _MENU_PARTS) & (chars <= cjk * _PART_CJK)
    )
    runs = shaped.with_columns(new_run.cum_sum().alias("_run")).with_columns(
        (short & (pl.len().over("_run") >= _MENU_LINES)).alias("_menu_run")
    )
    run, before, after = pl.col("_menu_run"), title.shift(1, fill_value=False), title.shift(-1, fill_value=False)
    between = run.shift(1, fill_value=False) & run.shift(-1, fill_value=False) & (pl.col("weight") <= _ENTRY)
    return runs.with_columns(
        (run | (title & (between | on_one_line))).alias("_menu"),
        (before | after).alias("_by_title"),
        (before & after).alias("_among_titles"),
    )


def _with_boxes(lines: pl.DataFrame) -> pl.DataFrame:
    """Add _box: the kind of the box that a heading above opened, null where none reaches down to the line."""
    opened = lines.join(_BOXES, on="rule", how="left", maintain_order="left")
    opens = pl.col("_box").is_not_null()
    filled = opened.with_columns(
        pl.col("_box", "_reach").forward_fill(),
        pl.when(opens).then("line").forward_fill().alias("_opened"),
        pl.when(opens).then("doc").forward_fill().alias("_opened_doc"),
    )
    reaches = (pl.col("_opened_doc") == pl.col("doc")) & (pl.col("line") - pl.col("_opened") <= pl.col("_reach"))
    return filled.with_columns(pl.when(reaches).then("_box").alias("_box"))


def _cases() -> list[tuple[pl.Expr, str, str]]:
    """Return (condition, kind, rule) in the order of precedence; the last holds for any line."""
    box, short, prose, title = pl.col("_box"), pl.col("_short"), pl.col("_prose"), pl.col("_title")
    menu, near, inside, above = pl.col("_menu"), pl.col("_near"), pl.col("in_run"), pl.col("_above")
    contact, address = pl.col("_contact"), pl.col("_address")
    return [
        (pl.col("in_thread"), "reader_comment", "in_thread"),
        (short & (box == "tags"), "tags", "below_tags_heading"),
        (short & (box == "contents"), "contents", "below_contents_heading"),
        (prose & (box == "comment_form"), "reader_comment", "below_comment_heading"),
        (short & ~menu & (box == "comment_form"), "comment_form", "below_comment_heading"),
        (prose & (box == "cookie"), "cookie", "below_cookie_notice"),
        (prose & (box == "author_box"), "author_box", "below_author_heading"),
        (contact & near, "author_box", "contact_line"),
        (contact | (address & ~pl.col("in_run")), "other", "contact_line"),
        (~menu & (box == "subscribe"), "subscribe", "below_subscribe_heading"),
        (prose & (box == "paywall"), "paywall", "below_paywall_notice"),
        (prose & (box == "copyright") & ~above, "copyright", "below_copyright_notice"),
        (menu, "navigation", "menu_block"),
        (box == "related", "related", "below_related_heading"),
        (~short & (box == "advertisement"), "advertisement", "below_advertising_label"),
        (title & (pl.col("line") == 0) & above, "duplicate_title", "page_title"),
        (title & above & near & ~pl.col("_among_titles"), "other", "above_body"),
        (title, "related", "title_of_another"),
        (prose & ~inside & near, "other", "beside_body"),
        (prose & ~inside, "related", "teaser"),
        (short & pl.col("_by_title"), "related", "label_of_a_title"),
        (~inside, "navigation", "single_label"),
        (pl.lit(value=True), "other", "inside_body"),
    ]


def _within(known: pl.Expr, filled: pl.Expr) -> pl.Expr:
    """Return what was filled from above if it comes from the same document."""
    doc = pl.when(known.is_not_null()).then("doc").forward_fill()
    return pl.when(doc == pl.col("doc")).then(filled)
