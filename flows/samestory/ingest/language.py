"""The language of a document: as given or declared, else as its script or its most frequent words show it."""

import re
from collections import Counter, defaultdict

from samestory.ingest.words import word_list

# Frequent words of each language that are no words, or rare ones, in the others that share its script.
_FUNCTION_WORDS = {
    "en": "the and of that with this from they their would which were been have said not but she who after about into",
    "de": "der die und das nicht mit sich auf für ist dem ein eine auch von wird bei sind nach einer oder werden",
    "nl": "het een van dat niet zijn voor met aan ook maar worden naar wordt bij heeft deze hij werd uit",
    "fr": "les des et une est dans pour qui sur pas plus au avec ce sont cette ont été mais aux du",
    "es": "el los y una por las con para del su como más pero fue este ha son también sus entre está",
    "pt": "não uma os dos com mais são mas ao das foi pelo também ele sua à seu em pela até",
    "it": "il di che è della per non sono del gli anche nel più dei alla ha delle questo con essere",
    "ro": "și în este care pentru sunt nu mai prin fost să această acest după către fi între dintre",
    "ca": "els amb és dels aquest més aquesta per les una també seva són però ha què",
    "sv": "och att det som är på av för med inte den till ett har jag om kan från också",
    "da": "og det som ikke på er af til med den ved blev efter eller også han hun fra være meget",
    "nb": "og det som ikke på er av til med den ved ble etter eller også han hun fra være mye",
    "fi": "ja on ei että se oli mutta ovat joka myös kun hän mukaan sen tai ole kuin",
    "pl": "się nie na jest że do przez oraz jak są jego które dla był ale po od został także",
    "cs": "se že na je ale jsou jako byl pro podle které také aby nebo jeho však už při bude",
    "sk": "sa že na je ale sú ako bol pre podľa ktoré tiež aby alebo jeho však už pri bude",
    "hr": "je se na da su za što koji od nije kako ali ili bio više samo također koje",
    "sl": "je in na se da so za ki pa kot tudi ne bi pri ali bil po več njegov",
    "hu": "és hogy nem egy az van volt meg csak már vagy mint is lesz azt szerint még",
    "tr": "ve bir bu için ile da de olarak çok daha olan gibi kadar sonra ise en ancak olduğu",
    "et": "ja on ei et see oli kui ka oma aga või mis tema pärast",
    "lv": "un ir ka no par ar tas arī bet kas vai pēc lai nav",
    "lt": "ir yra kad tai iš su bet kaip buvo jau taip savo apie dėl",
    "id": "yang dan di untuk dengan dari ini tidak dalam itu pada akan juga adalah oleh karena",
    "vi": "và của là không được có cho với trong một những người đã này khi các",
    "ru": "и в не на что с по это как его из от за для был она они которые также были этого только если уже году"
    " чтобы бы мы вы же ли после того этом когда",
    "uk": "і в не на що з до та це як його від за для був вона також які про",
    "be": "і ў не на што з да гэта як яго ад за для быў таксама якія пра",
    "bg": "и в на не се че за от да по това като са след също който беше при",
    "sr": "је и на се да су за што који од није како али или био само такође",
    "mk": "и на не се дека за од да во што со се тоа како исто беше при кои",
    "ar": "في من على أن إلى التي عن مع هذا الذي كان ما لا هذه بعد قال",
    "fa": "و در به از که این را با است برای آن یک می خود شد های",
    "ur": "کے میں کی ہے اور سے کا نے کو پر یہ ہیں کہ نہیں اس",
    "hi": "के में की है और से का को पर यह हैं कि नहीं इस ने",
}
_LANGUAGES: dict[str, list[str]] = {}
for _code_of, _words in _FUNCTION_WORDS.items():
    for _word in word_list(_words):
        _LANGUAGES.setdefault(_word, []).append(_code_of)

_LETTER = re.compile(r"[^\W\d_]")
# Scripts that one language of the news writes; Chinese where Japanese syllables are missing.
_SCRIPTS = {
    "el": re.compile("[Ͱ-Ͽἀ-῿]"),
    "he": re.compile("[֐-׿]"),
    "th": re.compile("[฀-๿]"),
    "ka": re.compile("[Ⴀ-ჿ]"),
    "hy": re.compile("[԰-֏]"),
    "ko": re.compile("[가-힯]"),
    "ja": re.compile("[぀-ヿ]"),
    "zh": re.compile("[㐀-䶿一-鿿]"),
}
# Of 1,214 English pages with all their menus 96 % lie above; of 311 Greek, Polish, Russian and Chinese ones all but one
# lie below .01.
_MIN_SHARE = 0.03
# Fewer can be the title of a foreign book in a short text.
_MIN_DIFFERENT = 3
# Neighbours share words: of the next language the text has at most this share of the words.
_NEXT_SHARE = 0.8
# Names in a foreign script are less of a text, and Japanese has more syllables than any Chinese text quotes.
_MIN_SCRIPT, _MIN_SYLLABLES = 0.3, 0.1


def find_language(given: str | None, declared: str | None, text: str) -> str | None:
    """Return the ISO 639-1 code given, declared by the page, or told from the text; None where unsure."""
    return _code(given) or _code(declared) or _by_script(text) or _by_words(text)


def _code(tag: str | None) -> str | None:
    """Return the two letters that a language tag begins with: en-GB is en."""
    code = (tag or "").strip().lower().replace("_", "-").partition("-")[0]
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


def _by_script(text: str) -> str | None:
    """Return the language whose own script a text is written in."""
    # A text in such a script takes twice as many bytes as letters, one with accents and curly quotes a tenth more.
    if len(text.encode()) < 1.2 * len(text):
        return None
    letters = len(_LETTER.findall(text))
    counts = {code: len(script.findall(text)) for code, script in _SCRIPTS.items()}
    if counts["ja"] >= _MIN_SYLLABLES * (counts["ja"] + counts["zh"]) > 0:
        counts["ja"] += counts.pop("zh")
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] >= max(1, _MIN_SCRIPT * letters) else None


def _by_words(text: str) -> str | None:
    """Return the language whose function words make up a clear share of the text, and clearly more than any other's."""
    words = text.lower().split()
    found = Counter(filter(_LANGUAGES.__contains__, words))
    worth: defaultdict[str, float] = defaultdict(float)
    for word, count in found.items():
        # What several languages share says less.
        for code in _LANGUAGES[word]:
            worth[code] += count / len(_LANGUAGES[word])
    ranked = sorted(worth, key=lambda code: (-worth[code], code))[:2]
    if not ranked or any(worth[code] > _NEXT_SHARE * worth[ranked[0]] for code in ranked[1:]):
        return None
    best = ranked[0]
    own = [count for word, count in found.items() if best in _LANGUAGES[word]]
    return best if sum(own) >= _MIN_SHARE * len(words) and len(own) >= _MIN_DIFFERENT else None
