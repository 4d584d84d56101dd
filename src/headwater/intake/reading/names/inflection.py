"""Forms of a place name: cases of the Slavic languages, definite forms of Albanian, both alphabets.

Rules by ending, good enough to find a name in a sentence; a form that nobody uses does no harm,
because it only ever finds itself. Grammar as in any school grammar of the languages.
"""

import re
import unicodedata

_LETTERS = ("abcčćdđefghijklmnoprsštuvzž", "абцчћдђефгхијклмнопрсштувзж")
_CYRILLIC = str.maketrans(*(letters + letters.upper() for letters in _LETTERS))
_DIGRAPHS = tuple(
    (spelt, letter)
    for pair, small in (("lj", "љ"), ("nj", "њ"), ("dž", "џ"))
    for spelt, letter in (
        (pair, small),
        (pair.title(), small.upper()),
        (pair.upper(), small.upper()),
    )
)
_LATIN = {
    **{cyrillic: chr(latin) for latin, cyrillic in _CYRILLIC.items()},
    **{ord(letter): spelt for spelt, letter in _DIGRAPHS if not spelt.isupper()},
}
_CYRILLIC_LETTER = re.compile("[Ѐ-ӿ]")
_CONSONANTS = "bcčćdđfghjklmnprsštvzž" + "бцчћдђѓфгхјклљмнњпрсштќвзжџѕ"
_SOFTENED = {"k": "c", "g": "z", "h": "s", "к": "ц", "г": "з", "х": "с"}  # Rijeka, u Rijeci
_OF_COUNTRIES = ("ska", "čka", "ška", "ска", "чка", "шка")
_SOFT = "cčćđjšž" + "цчћђјљњшжџ"


def slavic_forms(name: str) -> tuple[str, ...]:
    """The name in its cases, the given form first; works on Latin and Cyrillic spelling alike."""
    head, space, last = name.rpartition(" ")
    if not space:
        return (name, *_noun(name))
    adjective = _adjective(head) if " " not in head else {}
    forms = [name]
    for ending, noun in zip(_ENDINGS, _noun(last), strict=False):
        front = adjective.get(ending, head)
        forms.append(f"{front} {noun}")
    return tuple(dict.fromkeys(forms))


# The cases in the order in which _noun gives them.
_ENDINGS = ("genitive", "dative", "instrumental", "accusative")


def _noun(name: str) -> tuple[str, ...]:
    cyrillic = _is_cyrillic(name)
    last, stem = name[-1].lower(), name[:-1]
    if last in "aа":
        softened = stem[:-1] + _SOFTENED.get(stem[-1:], stem[-1:])
        ends = ("е", "и", "ом", "у") if cyrillic else ("e", "i", "om", "u")
        if name.lower().endswith(_OF_COUNTRIES):  # an adjective: Danska, u Danskoj
            softened, ends = stem, (ends[0], "ој" if cyrillic else "oj", *ends[2:])
        return stem + ends[0], softened + ends[1], stem + ends[2], stem + ends[3]
    if last in "oоeе":
        middle = "ом" if cyrillic else "om"
        if last in "eе":
            middle = "ем" if cyrillic else "em"
        return _with(stem, ("а", "у", middle) if cyrillic else ("a", "u", middle))
    if last not in _CONSONANTS or len(name) < 3:
        return ()
    if name[-2:].lower() in ("ac", "ац") and name[-3:-2].lower() in _CONSONANTS:
        stem = name[:-2] + name[-1]
    else:
        stem = name
    soft = last in _SOFT
    if cyrillic:
        return _with(stem, ("а", "у", "ем" if soft else "ом"))
    return _with(stem, ("a", "u", "em" if soft else "om"))


def _with(stem: str, endings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(stem + ending for ending in endings)


def _adjective(word: str) -> dict[str, str]:
    cyrillic = _is_cyrillic(word)
    stem, last = word[:-1], word[-1].lower()
    if last in "iоoи":
        ends = ("ог", "ом", "им", "") if cyrillic else ("og", "om", "im", "")
    elif last in "aа":
        ends = ("е", "ој", "ом", "у") if cyrillic else ("e", "oj", "om", "u")
    else:
        return {}
    return {case: stem + end for case, end in zip(_ENDINGS, ends, strict=True) if end}


def albanian_forms(name: str) -> tuple[str, ...]:
    """Indefinite and definite forms with their cases, the given form first."""
    forms = [name]
    lower = name.lower()
    if lower.endswith(("ër", "er")) and len(name) > 4:
        stem = name[:-2] + "r"
        forms += [stem + "a", stem + "ës", stem + "ën", *_definite(name)]
    elif lower.endswith("ë"):
        stem = name[:-1]
        forms += [stem + "a", stem + "ës", stem + "ën"]
    elif lower.endswith("a"):
        stem = name[:-1]
        forms += [stem + "ë", stem + "ës", stem + "ën"]
    elif lower[-1] in "iou":
        forms += [name + "t", name + "n"]
    else:
        forms += _definite(name)
    return tuple(dict.fromkeys(forms))


def _definite(name: str) -> list[str]:
    vowel = "u" if name[-1].lower() in "kgh" else "i"
    return [name + vowel, name + vowel + "t", name + vowel + "n"]


def to_cyrillic(name: str) -> str:
    """Serbian Latin as Serbian Cyrillic; letters outside the alphabet stay."""
    for pair, letter in _DIGRAPHS:
        if pair in name:
            name = name.replace(pair, letter)
    return name.translate(_CYRILLIC)


def to_latin(name: str) -> str:
    """Serbian Cyrillic as Serbian Latin; letters outside the alphabet stay."""
    return name.translate(_LATIN)


def bare(name: str) -> str:
    """Without diacritics, as officers type: Preševo -> Presevo, Đakovica -> Djakovica."""
    if name.isascii():
        return name
    replaced = name.replace("đ", "dj").replace("Đ", "Dj").replace("ı", "i").replace("ł", "l")
    if not _is_cyrillic(name):
        split = unicodedata.normalize("NFD", replaced)
        replaced = "".join([c for c in split if not unicodedata.combining(c)])
    return unicodedata.normalize("NFC", replaced)


def _is_cyrillic(word: str) -> bool:
    return _CYRILLIC_LETTER.search(word) is not None
