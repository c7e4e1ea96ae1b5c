"""Closed word classes of English and the inflection of its verbs, as the fact modules need them; all in lower case."""

import re

from samestory.facts.text import Known


def words(text: str) -> frozenset[str]:
    """Return the words of a list that is written as text."""
    return frozenset(text.split())


HAVE = words("has have had having 've 'd")
BE = words("is are was were be been being am isn't aren't wasn't weren't")
DO = words("do does did don't doesn't didn't")
MODAL_FUTURE = words("will would won't wouldn't shall")
MODAL_MAYBE = words("can could may might must should ought cannot can't couldn't mustn't shouldn't needn't")
AUXILIARIES = HAVE | BE | DO | MODAL_FUTURE | MODAL_MAYBE | words("hasn't haven't hadn't")
NEGATIONS = words(
    "not never no n't neither nor none nobody nothing nowhere without cannot can't couldn't don't doesn't didn't"
    " won't wouldn't isn't aren't wasn't weren't hasn't haven't hadn't shouldn't mustn't needn't ain't"
)
ADVERBS = words(
    "also later then first since previously repeatedly once again still already just even often simply quickly now"
    " recently publicly privately openly famously reportedly soon ever always never not too earlier only both all"
    " instead further long today yesterday tonight afterward afterwards meanwhile nonetheless nevertheless however"
    " sometimes perhaps almost"
)
NO_ADVERBS = words(
    "daily weekly monthly yearly early likely unlikely only family elderly friendly deadly costly ally rally supply"
    " reply apply assembly monopoly anomaly bully jelly belly lonely lovely orderly hourly quarterly"
)
SUBJECT_PRONOUNS = words("he she they i we it you who he's she's they're i'm it's")
# Subjects of a plural verb that do not end in -s.
PLURAL_SUBJECTS = words(
    "they we i you who people some many most others both all percent % third half quarter majority men women few police"
    " surveyed polled one two three four five six seven eight nine ten"
)
PERSON_PRONOUNS = words("he she they him her them his their himself herself themselves")
DETERMINERS = words(
    "the a an this that these those his her its their our my your some any each every no another both all many most"
    " several few one two three four five six seven eight nine ten dozens hundreds other others such certain either"
    " half more"
)
POSSESSIVES = words("his her its their our my your whose")
PREPOSITIONS = words(
    "in on at by for with from to of about after before during over under into through across against among amid"
    " between behind beyond despite following inside near off onto outside per since throughout toward towards until"
    " upon via within without as like unlike than while when because if although though besides beside except"
)
SUBORDINATORS = words(
    "that because when while if although though whereas as than until unless where why how what whether since after"
    " before but so yet once"
)
RELATIVES = words("who which whom whose that")
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = words(
    "january february march april may june july august september october november december jan jan. feb feb. aug"
    " aug. sept sept. oct oct. nov nov. dec dec."
)
TIME_NOUNS = words(
    "week month year day night morning afternoon evening weekend hour today yesterday tonight tomorrow summer winter"
    " spring fall autumn weeks months years days hours"
)
TIME_WORDS = WEEKDAYS | TIME_NOUNS | words("last next earlier later ago late early")
TITLES = words(
    "mr mrs ms miss dr prof professor sen rep gov gen lt col capt sgt rev sir dame lord lady president senator"
    " representative governor general colonel captain sergeant lieutenant admiral minister secretary judge justice"
    " chancellor premier mayor spokesman spokeswoman spokesperson chairman chairwoman director king queen prince"
    " princess pope father sister ambassador commissioner attorney congressman congresswoman deputy chief officer"
    " detective sheriff superintendent inspector councillor archbishop bishop imam rabbi coach"
)

_IRREGULAR_PAST = words(
    "said told went came saw took made gave got had did was were became began broke brought built bought caught chose"
    " drew drove ate fell felt fought found flew forgot froze grew heard held hid hit hurt kept knew laid led left"
    " lent let lost meant met paid put quit ran read rode rose sang sank sat sent set shook shot showed shut slept"
    " sold sought spent spoke spread stood stole struck swore swept swam taught thought threw understood woke won"
    " wore wrote hung withdrew overcame undertook cut cost burst bet dealt lay fled rang forgave bore"
)
# Third person singular forms: -s is a plural far more often, so only verbs that are common in news count as finite.
_THIRD_PERSON = words(
    "seems appears looks wants needs gets goes comes makes takes gives knows thinks feels believes says tells asks"
    " remains becomes keeps means includes shows suggests faces holds leads plans hopes expects continues begins"
    " allows requires brings finds puts runs lives works plays stands depends exists follows offers provides"
    " supports opposes wins loses helps likes loves hates intends refuses tries uses turns understands sees hears"
    " represents denies agrees disagrees lacks owns serves deserves owes describes insists argues claims"
)
# Past forms that are no participle of a noun before them, whatever follows ("the contractors left for the port").
INTRANSITIVE_PAST = words("went came fell ran sat stood rose left began grew spoke lay became was were had said")
_IRREGULAR_PARTICIPLES = words("taken seen shown made written given held built sent shot paid drawn led told")
_NOT_FINITE = words("be been being having")
_VOWELS = "aeiou"
_DOUBLING = words(
    "admit rebut quip blab omit concur infer refer confer submit commit plan stop tap chat snap ban bar prefer permit"
    " compel begin get forget forbid let set bid scrap"
)
_IRREGULAR = {
    "say": ("said", "said"),
    "tell": ("told", "told"),
    "write": ("wrote", "written"),
    "think": ("thought", "thought"),
    "find": ("found", "found"),
    "feel": ("felt", "felt"),
    "see": ("saw", "seen"),
    "know": ("knew", "known"),
    "hear": ("heard", "heard"),
    "swear": ("swore", "sworn"),
    "hold": ("held", "held"),
    "begin": ("began", "begun"),
    "show": ("showed", "shown"),
    "read": ("read", "read"),
    "speak": ("spoke", "spoken"),
    "go": ("went", "gone"),
    "shoot": ("shot", "shot"),
    "fire": ("fired", "fired"),
    "put": ("put", "put"),
    "foresee": ("foresaw", "foreseen"),
    "seek": ("sought", "sought"),
    "choose": ("chose", "chosen"),
    "forget": ("forgot", "forgotten"),
    "forbid": ("forbade", "forbidden"),
    "forgo": ("forwent", "forgone"),
    "get": ("got", "gotten"),
    "come": ("came", "come"),
    "fight": ("fought", "fought"),
    "bid": ("bid", "bid"),
    "mean": ("meant", "meant"),
    "drive": ("drove", "driven"),
    "lead": ("led", "led"),
    "teach": ("taught", "taught"),
    "undertake": ("undertook", "undertaken"),
}
_PAST_SHAPE = re.compile(r"\w{3,}ed")


def inflect(base: str) -> dict[str, str]:
    """Return the forms of a verb with their names: base, s, past, participle, ing."""
    stem = base[:-1] if base.endswith("e") else base + base[-1] if base in _DOUBLING else base
    consonant_y = base.endswith("y") and base[-2] not in _VOWELS
    past, participle = _IRREGULAR.get(base, (f"{base[:-1]}ied" if consonant_y else f"{stem}ed",) * 2)
    sibilant = base.endswith(("s", "sh", "ch", "x", "z"))
    third = f"{base[:-1]}ies" if consonant_y else f"{base}es" if sibilant or base == "go" else f"{base}s"
    gerund = base if base.endswith("ee") else stem
    return {participle: "participle", past: "past", base: "base", third: "s", f"{gerund}ing": "ing"}


def is_participle(word: str) -> bool:
    """Tell whether a word is a past participle on its face."""
    return word.endswith("ed") or word in _IRREGULAR_PARTICIPLES


def is_finite(word: str) -> bool:
    """Tell whether a word is, on its face, a finite verb: an auxiliary, a past tense or a common third person."""
    return _FINITE[word]


def _looks_finite(word: str) -> bool:
    return (
        (word in AUXILIARIES and word not in _NOT_FINITE)
        or word in _IRREGULAR_PAST
        or word in _THIRD_PERSON
        or bool(_PAST_SHAPE.fullmatch(word))
        or word.endswith(("n't", "'re", "'ll", "'m"))
        or word in {"he's", "she's", "it's", "there's", "that's", "who's"}
    )


# Asked of every word of every clause.
_FINITE = Known(_looks_finite)
