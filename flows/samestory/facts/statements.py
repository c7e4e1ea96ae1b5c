"""Whether a sentence states something that could be checked: no question, wish, command or courtesy."""

import re

from samestory.facts.certainty import main_verb
from samestory.facts.cues import FORMS
from samestory.facts.grammar import (
    ADVERBS,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    inflect,
    is_finite,
    words,
)
from samestory.facts.phrases import COORDINATORS, is_adverb
from samestory.facts.tokens import Token

# Fewer words than this state nothing that could be compared.
FEWEST_WORDS = 4
EDGES = " \t\n\r\u00a0,;:–—-*#\"“”„«»‘’'()[]…"
_CLOSING = "\"”’')»"
_QUESTION_WORDS = words("what how why when where who which whether")
_COURTESY = re.compile(
    r"(?:thanks?\b|welcome\b|hi\b|hello\b|good (?:morning|evening|afternoon)|my pleasure|it['’]s (?:a|my) pleasure"
    r"|(?:dr|mr|mrs|ms|prof)\.? ?\w+(?: \w+)?,? thank|that['’]s (?:a|an) (?:\w+ ){0,2}question|absolutely\b|sure\b"
    r"|(?:additional |with )?(?:reporting|editing|writing|compiled|edited|photographs?) by\b"
    r"|your (?:insights?|expertise|thoughts?)\b|(?:you['’]re|you are) welcome|pleasure\b|please\b)",
    re.IGNORECASE,
)
WISH = re.compile(
    r"(?:may god|may (?:he|she|they|you)\b|god \w+|good luck\b|praying for\b|(?:my|our) (?:thoughts|prayers|hearts)\b"
    r"|rest in peace\b|long live|let['’]?s\b|let (?:us|me|him|her|them)\b|i wish|if only)",
    re.IGNORECASE,
)
_COMMAND = re.compile(
    r"(?:click|read|follow|subscribe|sign|share|join|visit|see|watch|listen|download|contact|email|call|register|check"
    r"|enter|like|tap|scroll|continue|learn|find|get|stay|log|don['’]t miss|support|donate|skip|view)\s+"
    r"(?:more|here|us|up|our|the|on|in|to|now|this|your|out|for|all|also|below|it|full|at|how|what|why)\b",
    re.IGNORECASE,
)
_NO_STATEMENT = re.compile("|".join(one.pattern for one in (_COURTESY, WISH, _COMMAND)), re.IGNORECASE)
# What a text says of itself, its makers, or of what cannot be said yet, is nothing to check.
_ABOUT_TELLING = re.compile(
    r"^(?:[^.;]{0,80},\s*)?we (?:\w+ )?(?:spoke|talked|sat down|chatted|met up|caught up) (?:to|with)\b"
    r"|^(?:[^.;]{0,80},\s*)?we (?:asked|interviewed|contacted|reached out|look at|explore|examine|delve|dive)\b"
    r"|\bit(?:['’]s| is| was) (?:\w+ )?(?:difficult|hard|impossible|too (?:early|soon)) to (?:say|tell|know|predict)\b"
    r"|\btime (?:will|can) tell\b|^(?:what|it) remains to be seen\b|^you know\b|^as (?:you|we) (?:all )?know\b"
    r"|^(?:this|the following) (?:article|story|piece|post|video|page) (?:explores|examines|looks|explains|discusses)",
    re.IGNORECASE,
)
# One of these is in each of them.
_TELLING_WORDS = words("we know say tell predict seen article story piece post video page")
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
_BASES = frozenset(form for form in _NEWS_VERBS if inflect(form).get(form) == "base" and f"{form}s" in _NEWS_VERBS)
_BASES |= {form for form, cue in FORMS.items() if cue.form == "base"}
_SUBJECTS = SUBJECT_PRONOUNS | words("nobody somebody everybody anybody someone everyone anyone")
_CLAUSE_MARKS = RELATIVES | {",", ";", ":", "because", "if", "when"}
_FORBIDDING = words("do don't")
_POINTERS = words("the a an this that these those")
_OBJECTS = words("me us him her it them")
_NO_THIRD_PERSON = ("ss", "us", "is")
_AFTER_VERB = DETERMINERS | words("that it to them")


def states(body: str, tokens: list[Token], kind: str) -> bool:
    """Tell whether a sentence states something: no question, wish, command or courtesy, and it has a verb."""
    found = [token.low for token in tokens if token.kind in "wCn"]
    if kind == "caption" and not _is_sentence(tokens):
        return False
    if body.rstrip(_CLOSING).endswith("?") or len(found) < FEWEST_WORDS:
        return False
    if _NO_STATEMENT.match(body):
        return False
    if not _TELLING_WORDS.isdisjoint(found) and _ABOUT_TELLING.search(body):
        return False
    if (kind in {"headline", "heading"} and found[0] in _QUESTION_WORDS) or is_command(tokens):
        return False
    return main_verb(tokens) != (0, 0) or _has_other_verb(body, tokens, kind)


def _has_other_verb(body: str, tokens: list[Token], kind: str) -> bool:
    """Tell whether a sentence without a finite form known as one has a verb all the same."""
    found = [token.low for token in tokens if token.kind in "wCn"]
    listed = any(word in _NEWS_VERBS or _is_said(word) for word in found[1:])
    # So long a sentence that ends in a full stop has a verb, even if it is in no list.
    prose = kind in {"body", "turn", "list_item"} and body.endswith((".", "!")) and len(found) >= 8
    if prose and not listed and _opens_like_command(tokens):
        return False
    doubtful = _opens_phrase(tokens) or (not prose and _opens_fragment(tokens))
    return (listed or prose) and (not doubtful or has_present_verb(tokens))


def _opens_like_command(tokens: list[Token]) -> bool:
    """Tell whether tokens open with a word that is no noun in front of its object: "Evacuate the valley"."""
    first, second = tokens[0].low, tokens[1].low
    closed = any(first in words for words in (DETERMINERS, PREPOSITIONS, SUBORDINATORS, COORDINATORS, ADVERBS))
    bare = first.isalpha() and not closed and not first.endswith(("s", "ing", "ed", "ly"))
    pointed = second in POSSESSIVES or second in _OBJECTS or second in _POINTERS
    return bare and pointed and not any(is_finite(token.low) for token in tokens)


def _opens_fragment(tokens: list[Token]) -> bool:
    """Tell whether tokens open with a preposition, as an answer without a verb does: "Not before the launch"."""
    opening = tokens[1] if tokens[0].low in {"not", "only", "just", "never"} and len(tokens) > 1 else tokens[0]
    return opening.low in PREPOSITIONS


def is_command(tokens: list[Token]) -> bool:
    """Tell whether tokens open with the bare form of a verb and have no finite verb in their first clause.

    Nouns stand at the head of headlines in the same form ("Strike hits port"), so the second word must not be one.
    """
    forbidden = tokens[:2] and tokens[0].low in _FORBIDDING and tokens[-1].low != "?"
    if len(tokens) < 2 or not (forbidden or (tokens[0].low in _BASES and _follows_command(tokens[1]))):
        return False
    end = next((i for i, token in enumerate(tokens) if token.low in _CLAUSE_MARKS), len(tokens))
    # "Stop the trains and do not let them pass".
    end = next((i for i in range(1, end) if tokens[i].low in _FORBIDDING), end)
    first = tokens[1:end]
    return main_verb(first) == (0, 0) and not any(
        token.low in _NEWS_VERBS and token.low.endswith("s") for token in first
    )


def _follows_command(token: Token) -> bool:
    """Tell whether a word stands after a command: an article, a pronoun, a preposition or an adverb."""
    return token.low in DETERMINERS | PREPOSITIONS | _OBJECTS or is_adverb(token)


def _opens_phrase(tokens: list[Token]) -> bool:
    """Tell whether tokens open like a noun phrase alone: "A glimpse into the reasons behind"."""
    return len(tokens) > 2 and tokens[0].low in DETERMINERS and tokens[2].low in PREPOSITIONS


def has_present_verb(tokens: list[Token]) -> bool:
    """Tell whether a word that is finite in no list stands like a verb of the present tense.

    A listed verb is one unless its neighbours make it a noun ("the fall of"); a word in -s that is in no list is one
    before an article, "that", "to" or an adverb.
    """
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.kind != "w":
            continue
        verbal = after.low in _AFTER_VERB or after.kind == "n" or is_adverb(after) or before.low in _SUBJECTS
        known = token.low in _NEWS_VERBS or _is_said(token.low)
        nominal = before.low in DETERMINERS | PREPOSITIONS or before.low.endswith("'s") or after.low in {"of", "for"}
        if (known and not nominal) or (verbal and token.low.endswith("s") and not token.low.endswith(_NO_THIRD_PERSON)):
            return True
    return False


def _is_sentence(tokens: list[Token]) -> bool:
    """Tell whether a caption is a sentence: a finite verb that no comma sets off as a participle."""
    first, stop = main_verb(tokens)
    before = tokens[first - 1].low
    return stop > 0 and before not in DETERMINERS | {",", ")"} and not tokens[stop - 1].low.endswith("ing")


def _is_said(word: str) -> bool:
    """Tell whether a word is a cue in a form that makes a sentence."""
    return word in FORMS and FORMS[word].form != "ing"
