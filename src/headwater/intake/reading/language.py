"""Which language a text is in: by its letters and its most frequent small words.

The tables are short on purpose: a few lines of text hold several of these words. A language that
cannot be told is left empty.
"""

import re
from collections import defaultdict

from headwater.intake.reading.names import word_set

_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 1500
_MOST_LETTERS = 3
_ARTICLES = ("ата", "ите", "иот", "ниот", "ото", "ят", "ът")  # "the", hung on to the noun

_FREQUENT: dict[str, str] = {
    "en": "the of and to in a is was were that for on with by from at his has have are be this "
    "which their they not an he who been will as or two had said into after per",
    "fr": "le la les des et est dans une un que qui pour sur avec par du au aux ce ont été être",
    "de": "der die das und ist in den von mit ein eine zu auf für wurde wurden nicht dem des im",
    "tr": "ve bir bu için ile olarak olan da de göre kadar kişi kişinin sonra tarafından ise",
    "sq": "të dhe në një për me nga që është u si ka janë i e më kanë prej ishte deri shtetas "
    "së pas kjo ky persona më datë mohon",
    "sh": "je i u na se da su od za iz sa koji koje koja do kod po ili nije bio bila bilo kao "
    "godine oko prema preko lica lice osoba osobe dana kako ali samo biti će",
    "sr": "је и у на се да су од за из са који које која до код по или није био била било као "
    "око према преко лица лице дана како али ће године која особа особе била",
    "mk": "оваа година годината се цената и во на се да од за со е кои која што беа биле ќе до по "
    "или не кој како околу според лица сум преку бил била ги го беше дека",
    "bg": "се цената и в на се да от за със с е са които която че беше бяха ще до по или не "
    "който като около според лица през бил била ги го един във",
    "ar": "في من على إلى عن التي الذي هذا مع كان ان أن أو بعد تم",
    "fa": "در از به که را این است با برای آن شد شده بود یک می",
}
_LETTERS: dict[str, str] = {
    "sr": "ђћ",
    "mk": "ѓќѕ",
    "bg": "щъьюяй",
    "sh": "čćžšđ",
    "sq": "ëç",
    "tr": "ığşı",
    "fa": "پچژگکی",
    "ar": "ةىيك",
    "fr": "éèêàç",
    "de": "äöüß",
}
_SCRIPTS = (
    (re.compile("[A-Za-z]"), ("en", "sh", "sq", "fr", "de", "tr")),
    (re.compile("[Ѐ-ӿ]"), ("sr", "mk", "bg")),
    (re.compile("[؀-ۿ]"), ("ar", "fa")),
)
_TABLE: dict[str, list[str]] = {}
for _language, _words in _FREQUENT.items():
    for _word in _words.split():
        _TABLE.setdefault(_word, []).append(_language)

_CROATIAN = word_set("croatian")
_IJEKAVIAN = word_set("ijekavian")
_EKAVIAN = word_set("ekavian")

FAMILIES = {"sr": "sh", "hr": "sh", "bs": "sh"}
"""Languages that read each other's words; their entries in the word lists carry the code `sh`."""


def small_word(word: str) -> bool:
    """Whether it is one of the most frequent small words of a language: never part of a name."""
    return word in _TABLE


def identify(text: str) -> str:
    """The ISO 639-1 code of the language most of the text is in, or empty.

    Serbian, Croatian and Bosnian are told apart by a few words only; where none of them stands in
    the text, Latin script without a sign of either is given as `sr`.
    """
    words = [word.lower() for word in _WORD.findall(text[:_LOOKED_AT])]
    scores: dict[str, float] = defaultdict(float)
    possible = _of_script(text[:_LOOKED_AT])
    for word in words:
        sharing = [language for language in _TABLE.get(word, ()) if language in possible]
        for language in sharing:  # a word of one language alone says most
            scores[language] += 1 / len(sharing)
    lowered = text[:_LOOKED_AT].lower()
    for language in list(scores):  # letters alone may be those of a name
        seen = sum(map(lowered.count, _LETTERS.get(language, "")))
        if seen:
            scores[language] += min(seen, _MOST_LETTERS)
    articles = sum(word.endswith(_ARTICLES) for word in words)
    for language in {"mk", "bg"} & scores.keys() if articles else ():
        scores[language] += articles / 3
    if not scores:
        return ""
    best, points = max(sorted(scores.items()), key=lambda pair: pair[1])
    if points < 1 or list(scores.values()).count(points) > 1:
        return ""
    return _south_slavic(set(words)) if best == "sh" else best


def _of_script(text: str) -> tuple[str, ...]:
    """The languages written in the script that most letters of the text are of."""
    counts = [len(letters.findall(text)) for letters, _ in _SCRIPTS]
    return _SCRIPTS[counts.index(max(counts))][1]


def _south_slavic(words: set[str]) -> str:
    if len(words & _CROATIAN) >= 2:
        return "hr"
    western = len(words & _IJEKAVIAN)
    if western > len(words & _EKAVIAN):
        return "hr" if words & _CROATIAN else "bs"
    return "hr" if words & _CROATIAN and not words & _EKAVIAN else "sr"
