"""Letters: one spelling for what is written in two alphabets, two standards, with or without marks.

Nothing here is shown to anybody; it only makes words comparable.
"""

import re
import unicodedata

_CYRILLIC_LETTERS = "абвгдђежзијклљмнњопрстћуфхцчџшѓќѕщъьюяйѝё"
_IN_LATIN = (
    "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š đ ć dz št a j ju ja j i jo"
)
_CYRILLIC = dict(zip(_CYRILLIC_LETTERS, _IN_LATIN.split(), strict=True))
_PLAIN = str.maketrans("čćžšđ", "cczsd")
_CASES = (
    "a e i o u om em im og eg oj ov ev am ima ama ome emu omu ega oga iju ije ija ijom ijama ja "
    "ju jem je ji jom ovi evi ova eva ove eve ovima evima in ina inu ine ih"
)
_ENDINGS = sorted(_CASES.split(), key=lambda ending: (-len(ending), ending))
_LONGEST_TAIL = 3
_SHAPED = 12
# The longest ending that leaves a stem of three letters.
_ENDING = re.compile(f"(?<=...)(?:{'|'.join(_ENDINGS)})$")
_OF_CYRILLIC = re.compile("[Ѐ-ӿ]")


def latin(word: str) -> str:
    """A word of Serbian, Macedonian or Bulgarian Cyrillic in Latin letters; others stay."""
    if word.isascii() or not _OF_CYRILLIC.search(word):
        return word
    capitals = word.isupper() and len(word) > 1
    return "".join(_romanised(letter, capitals) for letter in word)


def _romanised(letter: str, capitals: bool) -> str:
    written = _CYRILLIC.get(letter.lower(), letter.lower())
    if letter.islower():
        return written
    return written.upper() if capitals else written.capitalize()


def folded(word: str) -> str:
    """A word in lower case without marks; đ, dj and d are one letter."""
    plain = word.lower()
    if not plain.isascii():
        plain = plain.translate(_PLAIN)
    if not plain.isascii():
        split = unicodedata.normalize("NFD", plain)
        plain = "".join(letter for letter in split if not unicodedata.combining(letter))
    return plain.replace("dj", "d")


def stem(word: str) -> str:
    """A folded word without the ending of its case, (i)je read as e: a rough stem, not a lemma."""
    head, hyphen, tail = word.rpartition("-")
    if hyphen and len(head) > 1 and len(tail) <= _LONGEST_TAIL:
        return head
    return _ekavian(_ENDING.sub("", word))


def _ekavian(word: str) -> str:
    if "je" not in word:
        return word
    return word[:1] + word[1:].replace("ije", "e").replace("je", "e")


def shape(word: str) -> str:
    """Its run of kinds of letters: X for capitals, x for small ones, d for digits; others stay."""
    seen = word[:_SHAPED]
    if seen.isalpha():  # as nearly all are
        if seen.islower():
            return "x"
        if seen[0].isupper() and seen[1:].islower():
            return "Xx"
    kinds = ""
    for letter in seen:
        if letter.isalpha():
            kind = "X" if letter.isupper() else "x"
        else:
            kind = "d" if letter.isdigit() else letter
        if kind != kinds[-1:]:
            kinds += kind
    return kinds
