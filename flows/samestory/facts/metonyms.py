"""Tell a capital that stands for its government ("Moscow wants ...") from the city ("in Moscow")."""

import re

from samestory.facts import lexicon, name_types
from samestory.facts.names import Name

# What governments do and cities do not.
_ACTS = re.compile(
    r"[’'‘]?,? ?(?:however,? |also |now |still |has |have |had |is |was |will |would |could |can |may |might |must |"
    r"should |never |repeatedly |reportedly |formally |publicly |quickly |not )*(?:wants?|says?|said|seeks?|sought"
    r"|sees?"
    r"|insists?|insisted|den(?:y|ies|ied)|claim(?:s|ed)?|believes?|fears?|hopes?|intends?|plan(?:s|ned|ning)?"
    r"|remains?|remained|struggl(?:es|ed|ing)|continue[sd]?|support(?:s|ed|ing)?|back(?:s|ed|ing)|needs?|needed"
    r"|refuse[sd]?|reject(?:s|ed)?|tries|tried|knows?|knew|call(?:s|ed|ing)|ma(?:kes?|de)|t(?:akes?|ook)|ke(?:eps?|pt)"
    r"|g(?:ives?|ave)|agree[sd]?|announce[sd]?|accuse[sd]?|warn(?:s|ed|ing)?|recogni[sz]e[sd]?|fought|fights?|fail(?:s|ed)?"
    r"|scal(?:es?|ed|ing)|respond(?:s|ed)?|sent|sends?|deploy(?:s|ed|ing)?|withdr(?:aws?|ew|awing)|negotiat(?:es?|ed|ing)"
    r"|lost|loses?|won|wins?|offer(?:s|ed|ing)?|impose[sd]?|demand(?:s|ed)?|ask(?:s|ed)?|urge[sd]?|condemn(?:s|ed)?|decided?"
    r"|propose[sd]?|consider(?:s|ed|ing)?|prepar(?:es?|ed|ing)|us(?:es|ed|ing)|tr(?:ies|ied|ying)|be )\b"
)
_CITY_NOUN = re.compile(
    r"['’‘]s[ \u00a0](?:[A-Z]|(?:\w+ )?(?:airports?|streets?|suburbs?|outskirts|mayor|metro|stations?|hotels?"
    r"|university|weather|population|centre|center|districts?|residents|squares?|museums?|cathedral|old|eastern|western|northern"
    r"|southern)\b)"
)
_BETWEEN = frozenset({"between", "against", "with", "by"})


def is_metonym(text: str, name: Name) -> bool:
    """Say whether a name listed as a metonym stands for the government here; a seat ("the Kremlin") always does."""
    if not name_types.is_place(name.form):
        return True
    if name.possessive:
        return not _CITY_NOUN.match(text, name.end)
    if name.before in lexicon.PLACE_PREPOSITIONS or (name.before == "of" and name.lead in lexicon.PLACE_NOUNS):
        return False
    return name.before in _BETWEEN or bool(_ACTS.match(text, name.end))
