"""Threads of reader comments, told by their structure."""

import polars as pl
import pytest

from samestory.clean.context import with_context_rules
from samestory.clean.features import with_features
from samestory.clean.lines import explode_lines
from samestory.clean.patterns import with_rules
from tests.cleaning import BODY, articles

POSTS = (
    "My cousin drives a lorry and says the detour takes an hour on market days.",
    "They mended it eleven times and it cracked eleven times. What did anybody expect?",
    "I shall miss the noise, honestly. It told us when the tide was right for the boats.",
)
REPLY = {
    "en": ("3 Comments", "says:", "Reply"),
    "de": ("3 Kommentare", "schreibt", "Antworten"),
    "fr": ("3 commentaires", "a écrit", "Répondre"),
    "es": ("3 comentarios", "dice", "Responder"),
    "it": ("3 commenti", "ha detto", "Rispondi"),
    "pt": ("3 comentários", "disse", "Responder"),
    "nl": ("3 reacties", "schreef", "Beantwoorden"),
    "pl": ("3 komentarze", "pisze", "Odpowiedz"),
    "ru": ("Комментарии (3)", "пишет", "Ответить"),
    "el": ("3 σχόλια", "γράφει", "Απάντηση"),
    "zh": ("3条评论", "12楼", "回复"),
}


def in_thread(*lines: str) -> list[str]:
    """Return the lines of a text that lie in a thread."""
    judged = with_context_rules(with_rules(with_features(explode_lines(articles("\n".join(lines))))))
    return judged.filter("in_thread")["text"].to_list()


@pytest.mark.parametrize("language", REPLY)
def test_buttons_under_each_post_make_a_thread(language: str) -> None:
    heading, _, reply = REPLY[language]
    thread = [heading, *(line for post in POSTS for line in ("vera_q", "12 March 2026 at 10:42", post, reply))]
    assert in_thread(*BODY, *thread, "Harbour news", "Lighthouse keeper retires") == thread


@pytest.mark.parametrize("language", [language for language in REPLY if language != "zh"])
def test_names_before_each_post_make_a_thread_to_the_end_of_the_last(language: str) -> None:
    says = REPLY[language][1]
    thread = [line for post in POSTS for line in (f"Vera Quill {says}", post)]
    assert in_thread(*BODY, *thread, "Harbour news", "Lighthouse keeper retires") == thread


@pytest.mark.parametrize(
    "stamp", ["vera_q 2026-03-12 10:42", "Vera Quill, 12 March 2026 at 10:42", "vera 12.03.2026, 10:42"]
)
def test_a_heading_and_stamps_with_names_make_a_thread(stamp: str) -> None:
    posts = [line for post in POSTS for line in (stamp, post)]
    assert in_thread(*BODY, "Comments", *posts, "Harbour news") == ["Comments", *posts]
    assert in_thread(*BODY, *posts) == []


def test_votes_and_stamps_of_posts_are_part_of_the_thread() -> None:
    page = [*BODY, "Comments", *(line for post in POSTS for line in ("vera_q", "3 hours ago", post, "Like 4", "Reply"))]
    judged = with_context_rules(with_rules(with_features(explode_lines(articles("\n".join(page))))))
    kinds = dict(judged.filter(pl.col("rule").is_not_null()).select("text", "rule_kind").iter_rows())
    assert kinds["3 hours ago"] == kinds["Like 4"] == kinds["Reply"] == "reader_comment"
    alone = with_context_rules(with_rules(with_features(explode_lines(articles("\n".join([*BODY, "Like 4"]))))))
    assert alone.filter(pl.col("text") == "Like 4")["rule_kind"].item() == "widget"


@pytest.mark.parametrize(
    "page",
    [
        # A link to the comments above the text, and the buttons of a share bar at both ends.
        ["3 Comments", "12 March 2026 10:42", *BODY, "Leave a Reply"],
        ["Like 4", "Share", *BODY, "Like 4", "Share"],
        # One button, and a list of news with its times.
        [*BODY, "Reply"],
        [*BODY, "Latest news", "10:42", "Lighthouse keeper retires", "10:17", "Ferry late again", "09:58", "Fog"],
        # A chronicle: its stamps head paragraphs of the article.
        ["Comments", BODY[0], "Monday 10:42", BODY[1], "Monday 12:10", BODY[2]],
    ],
)
def test_what_is_no_thread(page: list[str]) -> None:
    assert in_thread(*page) == []


def test_a_thread_ends_with_its_document() -> None:
    thread = ["3 Comments", *(line for post in POSTS for line in ("vera_q", post, "Reply"))]
    pages = articles("\n".join([*BODY, *thread]), "\n".join(["Reply", *BODY]))
    judged = with_context_rules(with_rules(with_features(explode_lines(pages))))
    assert judged.group_by("article_id").agg(pl.col("in_thread").sum()).sort("article_id")["in_thread"].to_list() == [
        len(thread),
        0,
    ]
