"""Whether a sentence states something that could be checked: no question, wish, command or courtesy."""

import re

from samestory.facts.certainty import main_verb
from samestory.facts.cues import FORMS
from samestory.facts.grammar import DETERMINERS, inflect, words
from samestory.facts.tokens import Token

# Fewer words than this state nothing that could be compared.
FEWEST_WORDS = 4
EDGES = " \t\n\r\u00a0,;:–—-*#\"“”„«»‘’'()[]…"
_CLOSING = "\"”’')»"
_QUESTION_WORDS = words("what how why when where who which whether")
_COURTESY = re.compile(
    r"(?:thanks?\b|welcome\b|hi\b|hello\b|good (?:morning|evening|afternoon)|my pleasure|it['’]s (?:a|my) pleasure"
    r"|(?:dr|mr|mrs|ms|prof)\.? ?\w+(?: \w+)?,? thank|that['’]s (?:a|an) (?:\w+ ){0,2}question|absolutely\b|sure\b"
    r"|your (?:insights?|expertise|thoughts?)\b|(?:you['’]re|you are) welcome|pleasure\b|please\b)",
    re.IGNORECASE,
)
WISH = re.compile(
    r"(?:may god|may (?:he|she|they|you)\b|god \w+|long live|let['’]?s\b|let (?:us|me|him|her|them)\b|i wish|if only)",
    re.IGNORECASE,
)
_COMMAND = re.compile(
    r"(?:click|read|follow|subscribe|sign|share|join|visit|see|watch|listen|download|contact|email|call|register|check"
    r"|enter|like|tap|scroll|continue|learn|find|get|stay|log|don['’]t miss|support|donate|skip|view)\s+"
    r"(?:more|here|us|up|our|the|on|in|to|now|this|your|out|for|all|also|below|it|full|at|how|what|why)\b",
    re.IGNORECASE,
)
# Verbs of headlines, which stand in the present tense and without auxiliaries.
_NEWS_VERBS = frozenset(
    form
    for base in words(
        """begin appear withdraw kill hit win lose say seek face fall rise launch sign strike hold vote move leave
        return plan warn call reject approve pass ban urge accuse deny confirm report arrest charge sue open
        close cut raise drop join quit resign die fire shoot attack invade bomb meet visit host back block halt
        end start stop grow slow surge slump soar jump spend buy sell offer demand want need make take give get
        keep let put set show tell reveal suggest indicate expect claim pull push order send bring carry collapse
        sink crash burn spread reach agree dispute clash protest march rule overturn delay suspend lift impose
        announce unveil release publish post find discover rescue save free jail sentence convict acquit name
        pick choose elect defeat beat top lead trail draw tie score"""
    )
    for form in inflect(base)
)


def states(body: str, tokens: list[Token], kind: str) -> bool:
    """Tell whether a sentence states something: no question, wish, command or courtesy, and it has a verb."""
    found = [token.low for token in tokens if token.kind in "wCn"]
    if kind == "caption" and not _is_sentence(tokens):
        return False
    if kind in {"headline", "heading"} and found[:1] and found[0] in _QUESTION_WORDS:
        return False
    if body.rstrip(_CLOSING).endswith("?") or len(found) < FEWEST_WORDS:
        return False
    if _COURTESY.match(body) or WISH.match(body) or _COMMAND.match(body):
        return False
    if main_verb(tokens) != (0, 0) or any(word in _NEWS_VERBS or _is_said(word) for word in found[1:]):
        return True
    # So long a sentence that ends in a full stop has a verb, even if it is in no list.
    return kind in {"body", "turn", "list_item"} and body.endswith((".", "!")) and len(found) >= 8


def _is_sentence(tokens: list[Token]) -> bool:
    """Tell whether a caption is a sentence: a finite verb that no comma sets off as a participle."""
    first, stop = main_verb(tokens)
    before = tokens[first - 1].low
    return stop > 0 and before not in DETERMINERS | {",", ")"} and not tokens[stop - 1].low.endswith("ing")


def _is_said(word: str) -> bool:
    """Tell whether a word is a cue in a form that makes a sentence."""
    return word in FORMS and FORMS[word].form != "ing"
