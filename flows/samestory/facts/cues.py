"""Cues of attribution: verbs of saying, of evidence and of opinion in all their forms, with what each may introduce."""

from typing import NamedTuple

from samestory.facts.grammar import inflect, words


class Cue(NamedTuple):
    """One form of a cue verb: lemma, class (say, tell, direct, evidence, opinion, view, act, deed, judgement), form."""

    lemma: str
    kind: str
    form: str


# say: introduces a clause or a quotation, now and then a thing ("announced a truce").
_SAY = """say add note argue claim announce explain acknowledge warn insist write tweet report declare recall suggest
conclude predict reiterate concede assert stress admit state lament complain joke observe emphasize emphasise confirm
maintain contend allege testify reply respond caution remark mention reveal disclose indicate counter charge quip
recount clarify affirm reaffirm underline underscore boast confess estimate blog post comment deny proclaim profess
opine speculate elaborate stipulate underscore retort rebut"""
# tell: takes the one who is told first.
_TELL = "tell remind inform assure notify brief reassure"
# direct: with a quotation or a question only.
_DIRECT = """ask continue begin shout yell chant exclaim scream cry wonder interject laugh sigh whisper mutter read
echo intone call dub label brand term joke vent thunder tease scoff"""
# evidence: what imagery, reports, studies and people make known; a clause or a thing.
_EVIDENCE = "show find highlight corroborate demonstrate"
# opinion: a clause only.
_OPINION = "believe think expect hope fear feel assume doubt suspect anticipate foresee"
# view: with "as" ("others see it as a retreat").
_VIEW = "see view regard portray characterize characterise describe"
# act: what is said does something; an infinitive, a person and an infinitive, or a thing with a preposition.
_ACT = """vow promise pledge urge demand accuse call propose threaten swear deny dismiss
reject request advise instruct blame cite endorse"""
# deed: agreed, refused, ordered; an event as much as a statement, with an infinitive.
_DEED = "agree refuse offer order recommend"
# judgement: a thing or a person that somebody is for or against.
_JUDGEMENT = """criticize criticise question denounce condemn decry lambaste chide rebuke slam blast mock oppose
defend applaud praise commend hail laud tout refer allude"""
# A verb in two classes takes the later one.
_KINDS = (
    ("act", _ACT),
    ("deed", _DEED),
    ("judgement", _JUDGEMENT),
    ("view", _VIEW),
    ("opinion", _OPINION),
    ("evidence", _EVIDENCE),
    ("direct", _DIRECT),
    ("tell", _TELL),
    ("say", _SAY),
)

FORMS: dict[str, Cue] = {
    form: Cue(base, kind, name)
    for kind, bases in _KINDS
    for base in dict.fromkeys(bases.split())
    for form, name in inflect(base).items()
}
# Forms that are nouns, adjectives or prepositions as often as verbs: they need a subject that fits.
AMBIGUOUS = words(
    """say claim claims report reports note notes comment comments state states charge charges warning promise promises
    pledge pledges vow vows estimate estimates find finds show shows finding findings hope hopes fear fears doubt doubts
    cry call calls demand demands request requests question questions post posts tweet tweets suspect suspects read
    reads echo counter label brand term terms blame praise joke jokes feel mention mentions remark remarks caution
    cautions observe reply blog account charge charged reported alleged estimated claimed expected suspected
    reject thought read felt felt offer offers order orders blast blasts brief threat threaten recount
    recounts advise propose respond"""
)
# Verbs that may govern the infinitive of a verb of saying without changing who speaks.
CARRIERS = words("went goes go continued continues came hastened rushed used began started proceeded")
PARTICLES = {
    "point": ("out", "to"),
    "go": ("on",),
    "shoot": ("back",),
    "fire": ("back",),
    "call": ("for", "on"),
    "refer": ("to",),
    "allude": ("to",),
    "warn": ("of", "about", "against"),
    "complain": ("of", "about"),
    "boast": ("of", "about"),
    "joke": ("about",),
    "put": ("it",),
}
# After these nouns a that-clause or a quotation is what somebody said.
SPEECH_ACTS = words("statement interview tweet letter speech email post report message release briefing")
