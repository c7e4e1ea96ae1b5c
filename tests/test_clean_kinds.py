"""One example for each kind of chrome, and what must not be taken for chrome."""

import pytest

from samestory.clean import clean
from samestory.records import REMOVED_KINDS
from tests.cleaning import BODY, articles, kept_of_page, kept_text, removed

ABOVE = {
    "Home » Coast » Bridge in Marrow Bay to close": "breadcrumb",
    "WHAT ARE YOU LOOKING FOR ?": "navigation",
    "Skip to main content": "navigation",
    "facebook": "share",
    "Share on Facebook   Copy link": "share",
    "We use cookies to remember what you read and to measure our visitors.": "cookie",
    "Table of Contents": "contents",
    "By Rosa Fennimore": "byline_date",
    "Thursday, 12 March 2026 17:40": "byline_date",
    "4 min read": "widget",
}
BELOW = {
    "Photo: Jonah Petrel / Marrow Bay Mirror": "caption_credit",
    "Advertisement": "advertisement",
    "Liked the story? Pass it on and share it!": "share",
    "Views: 2,418": "widget",
    "Tags: bridges, Marrow Bay, ferries": "tags",
    "Sign up for our newsletter and never miss a tide": "subscribe",
    "Already a subscriber? Log in": "paywall",
    "About the author": "author_box",
    "You may also like": "related",
    "Lighthouse keeper retires after forty years at the lamp": "related",
    "© 2026 Marrow Bay Mirror. All rights reserved.": "copyright",
    "mirrorChatbot": "widget",
}
COMMENTS = {
    "Leave a Reply": "comment_form",
    "Your email address will not be published. Required fields are marked *": "comment_form",
    "My cousin drives a lorry and says the detour takes an hour on market days, not forty minutes.": "reader_comment",
    "This site uses Akismet to reduce spam.": "comment_form",
}


@pytest.mark.parametrize(("line", "kind"), ABOVE.items())
def test_chrome_above_the_body(line: str, kind: str) -> None:
    page = "\n".join([*(other for other in ABOVE if other != line), line, *BODY, *BELOW, *COMMENTS])
    assert removed(page)[line] == kind
    assert kept_text(page).strip() == "\n".join(BODY)


@pytest.mark.parametrize(("line", "kind"), (BELOW | COMMENTS).items())
def test_chrome_below_the_body(line: str, kind: str) -> None:
    page = "\n".join([*ABOVE, *BODY, *BELOW, *COMMENTS])
    assert removed(page)[line] == kind


def test_every_kind_has_an_example() -> None:
    shown = {*ABOVE.values(), *BELOW.values(), *COMMENTS.values(), "duplicate_title", "other"}
    assert shown == set(REMOVED_KINDS)


def test_a_repeated_title_is_kept_once() -> None:
    title = "Swing bridge in Marrow Bay to close for eighteen months"
    page = "\n\n".join([f"Home » Coast » {title}", title, title, *BODY, *COMMENTS])
    assert removed(page)[title] == "duplicate_title"
    assert kept_text(page).count(title) == 1


def test_headline_is_kept_through_byline_and_share_bar() -> None:
    title = "Swing bridge in Marrow Bay to close"
    page = "\n".join(["Menu", "Search", "Coast", title, "12 March 2026", "By Rosa Fennimore", "Share", *BODY, *BELOW])
    assert kept_text(page).startswith(title)


def test_contents_entries_go_and_their_headings_stay() -> None:
    page = "\n\n".join(
        ["Table of Contents", "Who pays", "What comes next", BODY[0], "Who pays", BODY[1], "What comes next", BODY[2]]
    )
    assert removed(page) == {"Table of Contents": "contents", "Who pays": "contents", "What comes next": "contents"}
    assert kept_text(page).count("Who pays") == 1


def test_note_about_the_byline_s_author_goes() -> None:
    note = "Rosa Fennimore covers the coast. She lives on a boat."
    page = "\n\n".join(["Menu", "Log in", "By Rosa Fennimore", *BODY, note, "Tags: bridges", "Related articles"])
    assert removed(page)[note] == "author_box"


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("The road will open in May.Advertisement", "Advertisement"),
        ("AdvertisementThe road will open in May, the council said on Friday.", "Advertisement"),
        ("The road (Read: Why the bridge cracks) will open in May, it said.", "(Read: Why the bridge cracks)"),
        ("The road will open (Photo: Jonah Petrel) in May, the council said.", "(Photo: Jonah Petrel)"),
        ("The road will open in May. (adsbygoogle = window.adsbygoogle || []).push({}); It is long.", "adsbygoogle"),
    ],
)
def test_chrome_glued_to_a_sentence_is_cut_at_the_character(line: str, cut: str) -> None:
    page = "\n\n".join([*BODY, line, BODY[0]])
    assert any(cut in piece for piece in removed(page))
    assert cut not in kept_text(page)
    assert "will open" in kept_text(page)


def test_prose_that_speaks_of_chrome_stays() -> None:
    text = "\n\n".join(
        [
            "The Advertisement Standards Board fined the shop for its cookies, which weighed less than promised.",
            "“Share your umbrella,” the poster says. Readers of the Mirror sent 300 comments on it within a day.",
            "He told the Mirror that the newsletter of the harbour had never mentioned a subscription.",
            "The ministry denied it, according to a statement that was sent to Reuters.",
        ]
    )
    assert kept_text(text) == text


@pytest.mark.parametrize("separator", ["\n", "\n\n"])
def test_clean_prose_is_kept_whole(separator: str) -> None:
    text = separator.join(
        [
            "Bridge to close",
            BODY[0],
            "Who pays?",
            BODY[1],
            "* The county: two thirds",
            "* The town: the rest",
            "Rosa Fennimore: What will you miss most?",
            "Ottilie Brandt: The noise.",
            BODY[2],
            "“Goodbye.”",
            "Original Source: www.marrowbaymirror.example",
        ]
    )
    assert kept_text(text) == text


def test_page_of_chrome_alone_keeps_nothing() -> None:
    page = "\n".join(["Menu", "Log in", "Search", "Share on Facebook", "Cookie policy", "Privacy", "© 2026 Mirror"])
    assert kept_text(page) == ""


def test_body_in_another_language_is_found() -> None:
    body = [
        "Городской совет решил закрыть старый мост на восемнадцать месяцев после проверки опор.",
        "Паромы будут перевозить велосипедистов и пешеходов, сообщили в мэрии в четверг вечером.",
    ]
    page = "\n".join(["Главная", "Новости", "Спорт", "Поделиться", *body, "Комментарии", "Читайте также", "© 2026"])
    assert kept_text(page).strip() == "\n".join(body)


def test_markup_tells_a_list_of_the_article_from_a_menu() -> None:
    items = ["Flour and salt", "Two lemons", "Cold butter", "Brown sugar", "Three eggs", "Warm milk", "Vanilla", "Oats"]
    menu = "".join(
        f"<li><a href='/{name}'>{name}</a></li>" for name in ("Coast", "Inland", "Boats", "Letters", "Tides")
    )
    body = "".join(f"<p>{paragraph}</p>" for paragraph in BODY) + "".join(f"<p>{item}</p>" for item in items)
    page = (
        f"<html><body><nav class='menu'><ul>{menu}</ul></nav><main><article class='post'><div class='entry-content'>"
        f"{body}</div></article></main><footer class='site-footer'><ul>{menu}</ul></footer></body></html>"
    )
    assert kept_of_page(page) == "\n\n".join([*BODY, *items])


def test_page_that_trafilatura_cannot_read_is_judged_by_its_lines() -> None:
    text = "\n".join(["Menu", "Log in", "Search", *BODY, *COMMENTS])
    spans = clean(articles(text, main_text="")).filter("kept")
    assert "".join(text[a:b] for a, b in spans.select("start_char", "end_char").iter_rows()).strip() == "\n".join(BODY)


def test_the_headline_is_the_line_that_shares_its_words_with_the_text() -> None:
    above = ["Six ways to cook a swede", "Marrow Bay council closes its old bridge", "Menu", "Search", "Share"]
    kept = kept_text("\n".join([*above, *BODY, *BELOW]))
    assert kept.startswith("Marrow Bay council closes its old bridge")
