"""What a headline shares with its article: the words of its address and of the text below it."""

import re
from urllib.parse import urlsplit

_WORD = re.compile(r"[^\W\d_]{3,}|\d{3,}")
_FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        """the and for with from that this are was were has have had but not you your our his her its will can how what
        why who when more after over about into out all new now get one they their them than just here there says""",
    )
)
# "Fails", "failed" and "failing" are one word; four letters tell most words apart.
_STEM = 4
# An address of fewer words is a section or a number.
_SLUG_WORDS = 3
# Enough of the text to hold what the headline is about: two or three paragraphs.
LEAD_CHARS = 1500
# Of the words of a headline at least half come again in the text, and three make it more than the outlet's name. Set on
# pages whose address spells the headline.
_SHARE, _FEWEST = 0.5, 3


def telling_words(text: str) -> frozenset[str]:
    """Return the words of a text that say what it is about, in lower case and cut to their stems."""
    return frozenset(word[:_STEM].rstrip("s") for word in _WORD.findall(text.lower()) if word not in _FUNCTION_WORDS)


def slug_words(url: str | None) -> frozenset[str]:
    """Return the words of the part of an address that spells out a headline, empty where none does."""
    try:
        path = urlsplit(url or "").path
    except ValueError:
        return frozenset()
    found = max((telling_words(part) for part in re.split(r"/", path)), key=len, default=frozenset[str]())
    return found if len(found) >= _SLUG_WORDS else frozenset()


def shared(words: frozenset[str], others: frozenset[str]) -> float:
    """Return which share of the words is among the others, 0 for no words."""
    return len(words & others) / len(words) if words else 0.0


def tells(words: frozenset[str], lead: frozenset[str]) -> bool:
    """Tell whether a line of these words tells what the text below tells."""
    return len(words) >= _FEWEST and shared(words, lead) >= _SHARE
