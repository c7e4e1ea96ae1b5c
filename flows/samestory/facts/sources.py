"""What can be the source of a statement: persons by their role, and documents."""

from samestory.facts.grammar import DETERMINERS, PREPOSITIONS, TIME_WORDS, is_participle, words
from samestory.facts.lexicon import ORG_HEADS
from samestory.facts.phrases import Range
from samestory.facts.tokens import Token

# Nouns for what can show something without speaking.
DOCUMENTS = words(
    """report reports document documents letter letters statement statements study studies poll polls survey surveys
    imagery image images footage video videos photo photos photograph photographs picture pictures
    data figures evidence analysis
    analyses research record records filing filings memo memos email emails e-mail e-mails article articles book law
    bill act indictment complaint lawsuit transcript review audit census map maps results ad ads post tweet tweets
    inquiry inquiries investigation investigations examination slide slides average averages documentary search poster
    dossier findings file files database note notes assessments assessment paper papers release
    polling tally tallies projection projections forecast forecasts estimate estimates statistics"""
)
ROLES = words(
    """official officials engineer engineers clerk clerks officer officers teacher teachers farmer
    farmers pilot pilots nurse nurses driver drivers owner owners scholar scholars professor consultant author writer
    artist singer actor source sources expert experts analyst analysts spokesman spokeswoman spokesperson spokespeople
    spokesmen adviser advisers advisor advisors aide aides diplomat diplomats critic critics supporter supporters
    observer observers witness witnesses resident residents man woman person people voter voters lawyer lawyers
    prosecutor prosecutors researcher researchers scientist scientists economist economists activist activists
    strategist strategists insider insiders executive executives employee employees member members leader leaders
    lawmaker lawmakers senator senators minister ministers soldier soldiers doctor doctors student students reporter
    reporters journalist journalists investigator investigators authorities opponents opponent others some many most
    several one another few individual bystander bystanders neighbour neighbours neighbor neighbors operative
    operatives historian historians judge judges protester protesters everyone nobody someone somebody user users
    commander commanders worker workers mother father son daughter wife husband friend friends sister brother
    candidate candidates mayor governor president chairman director manager captain editor crew
    panel panels jury team teams crowd crowds"""
)
# After a participle that describes the noun before it; nothing, where an expression of time was cut off.
_AFTER = PREPOSITIONS | TIME_WORDS | {""}
_PRONOUNS = words("he she they we i who")


def head_of(tokens: list[Token], source: Range) -> Token:
    """Return the head of a noun phrase: the last word before its first preposition, comma or relative pronoun."""
    first, stop = source
    for i in range(first + 1, stop):
        low = tokens[i].low
        following = tokens[i + 1].low if i + 1 < stop else ""
        # "Research conducted for the board", "imagery taken on Monday".
        apposed = is_participle(low) and tokens[i - 1].low not in DETERMINERS and following in _AFTER
        # "Lawyers trying to win control".
        apposed = apposed or (low.endswith("ing") and tokens[i - 1].low.endswith("s"))
        if (
            apposed
            or low in {"there", "here"}
            or (low in PREPOSITIONS and low != "to")
            or low in {",", "(", "who", "which", "that"}
        ):
            return tokens[i - 1]
    return tokens[stop - 1]


def can_make_known(tokens: list[Token], source: Range) -> bool:
    """Tell whether a phrase names somebody or a document; developments and situations only let a writer infer."""
    head = head_of(tokens, source)
    if head.kind == "C" and (source[1] - source[0] > 1 or head.low not in {"it", "this", "that", "these"}):
        return True
    if head.low in ORG_HEADS or head.low in ROLES or head.low in DOCUMENTS or head.low in _PRONOUNS:
        return True
    # "The chairwoman, Orla Venn": a name of two words at least, or the segment may be a place.
    commas = (i for i in range(source[0], source[1] - 2) if tokens[i].low == ",")
    return any(tokens[i + 1].kind == tokens[i + 2].kind == "C" for i in commas)
