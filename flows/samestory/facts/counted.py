"""The thing that a number counts: the short noun phrase behind it."""

import re

from samestory.facts.number_words import SMALL
from samestory.facts.text import word_set

# Words that end a noun phrase: function words, pronouns, auxiliary and frequent verbs.
_STOP = word_set(
    "a an the this that these those of in on at by for from to with without within into onto over under after "
    "before since until during between among across against along around near through toward towards upon about "
    "above below behind beside besides beyond inside outside off per via as than and or but nor so yet if when "
    "while where which who whom whose what why how because although though unless whether not no is are was were be "
    "been being am has have had having do does did done will would shall should may might must can could ought it "
    "its he his him she her they their them we our us you your i my me there here then now also only just still "
    "already even ever never very too more less most least much each every all both either neither said says say "
    "told tells according including such like up down out away back ago later earlier today yesterday tomorrow "
    "killed left went came made took got gave remained became began fell rose went stood sat ran won lost found "
    "showed seen taken known given held came said one appear appears appeared seem seems seemed remain arrive "
    "arrived continue continued"
)
# What is counted without a noun: `14 dead`, `three wounded`.
_STATES = word_set("dead killed injured wounded missing arrested detained hurt hospitalized hospitalised displaced")
_PLURALS = word_set(
    "people men women children police troops aircraft personnel cattle sheep fish deer staff crew species series "
    "media data teeth feet mice geese lives wives wolves halves criteria bacteria spacecraft hovercraft helicopters "
    "clergy infantry cavalry artillery militia youth folk percent"
)
# Words in -s that are no plural.
_NO_PLURAL = re.compile(r".*(?:ss|us|is|ous)$|news|series|species|james|texas|wales|united states")
_SPACE = re.compile(r"[ \t\u00a0]+|\n(?!\n)")
_WORD = re.compile(r"[^\W\d_][\w'’]*(?:-\w+)*|\d+[\w-]*")
_GAP = re.compile(
    r"[ \t\u00a0\n]+(?:(?:of|out of)\s+(?:the|its|their|his|her|our|these|those|all)?\s*)?"
    r"(?:more\s+|other\s+|additional\s+)?"
)
_SHORT = 3  # words: after `one` nothing but a verb ends the phrase, so a longer one is doubtful
_LONGEST = 6  # words: beyond it the noun of the number is hardly ever found
_MEMBERED = re.compile(
    r"[-–](member|person|man|woman|seat|story|storey|page|judge|vote|point|bedroom|room|party|nation|country|state|team|game"
    r"|part|vehicle|ship|truck|car|bed|lane|mile)\b"
)


def counted(text: str, low: str, end: int, stop: int, *, one: bool) -> tuple[str, int] | None:
    """Return the noun phrase that a number ending at `end` counts and where it ends, looking no further than `stop`."""
    membered = _MEMBERED.match(low, end, stop)
    if membered:
        return membered[1], membered.end()
    gap = _GAP.match(low, end, stop)
    if gap is None:
        return None
    words = _phrase(low, gap.end(), stop)
    while words and _is_number(low[slice(*words[0])]):  # `four of the six tanks` counts tanks
        words = words[1:]
    last = _head(low, words, one=one)
    if last is None:
        return None
    phrase = text[words[0][0] : words[last][1]]
    return " ".join(phrase.split()), words[last][1]


def _phrase(low: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Return the spans of the words up to the end of the phrase: a stop word, a mark, or too many words."""
    words: list[tuple[int, int]] = []
    while len(words) < _LONGEST and (match := _WORD.match(low, start, stop)):
        word = match.group().replace("’", "'")
        if word.removesuffix("'s") in _STOP and word not in _STATES:
            break
        words.append(match.span())
        if word.endswith("'s"):
            break
        space = _SPACE.match(low, match.end(), stop)
        if space is None:
            break
        start = space.end()
    return words


def _head(low: str, words: list[tuple[int, int]], *, one: bool) -> int | None:
    """Return which word is the head: the last of the first run of plurals, or for `one` the word before the stop."""
    texts = [low[start:end].replace("’", "'") for start, end in words]
    if not texts:
        return None
    if texts[0] in _STATES:
        return 0
    if one:
        return _single_head(texts)
    for at, word in enumerate(texts):
        if _plural(word):
            more = at + 1
            while more < len(texts) and _plural(texts[more]) and texts[more] not in _STATES:
                more += 1
            return more - 1
    return None


def _single_head(texts: list[str]) -> int | None:
    """Return the word before the verb: a short phrase ends there, and so does one before a verb in -ed or -s."""
    last = len(texts) - 1
    while last >= 0 and (texts[last].endswith("ed") or _plural(texts[last])):
        last -= 1
    return last if 0 <= last < _SHORT and not texts[last].endswith("'s") else None


def _is_number(word: str) -> bool:
    """Tell whether a word is a number itself."""
    return word in SMALL or word.isdigit()


def _plural(word: str) -> bool:
    """Tell whether a word looks like a plural noun."""
    if word in _PLURALS:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith("'s") and not _NO_PLURAL.fullmatch(word)
