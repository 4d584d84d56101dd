"""Vocabulary: the words of numbers, money, calendar, measures and identifiers, found in one scan.

A passage is cut into words, runs of digits and signs once. Each gets one letter that says what kind
of thing it is, so that a whole date or amount can be looked for with a pattern over a short string
of letters instead of over the text in every language. Words are compared in Latin letters, as they
are spelt and without accents, so that a text without diacritics reads like one with them.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from headwater.intake.reading.language import FAMILIES
from headwater.intake.reading.lexicon import Hit
from headwater.intake.reading.names import rows
from headwater.intake.reading.passage import Passage, Span

TABLES = ("calendar", "number", "money", "measure", "identifier")
CODES = {
    "month": "M", "weekday": "W", "day": "R", "turn": "L", "unit": "U", "season": "S", "part": "P",
    "role": "K", "role_after": "k", "between": "T", "until": "~", "and": "&", "year_mark": "G",
    "ago_before": "B", "ago": "A", "ordinal": "o", "of": "O", "at": "I", "number": "C",
}  # fmt: skip
"""The letter of each kind of word of the calendar; where a word is several, the first counts."""

_RANK = {kind: rank for rank, kind in enumerate(CODES)}
_FOREIGN = {"month": "m", "weekday": "w"}  # read in any language, where a number stands by it
_KURDISH = {"ckb": "ku", "kmr": "ku"}
_KIN = {"sh", "mk", "bg"}
_SHARED = {"basis", "bound", "currency", "day", "fee", "magnitude", "number", "times"}
_MARKS = "\u0300-\u036f\u064b-\u0655\u0670\u200c"
_TOKEN = re.compile(rf"[^\W\d_]+(?:[{_MARKS}]+[^\W\d_]*)*|\d+|\n|[^\s\w]|_")
_SIGNS = {**{sign: sign for sign in ".,/-:&'\n()"}, "–": "-", "—": "-", "−": "-", "’": "'"}
# Short or everyday words that name a month only with a day and a year beside them.
_WEAK = {"may", "march", "می", "تیر"}
_FULL_AT_THREE = {"maj", "jun", "jul", "mai", "may"}
_REMEMBERED = 16_384  # words of a language, after which all are forgotten
_BRACES = re.compile(r"\{([^}]*)\}")

_CYRILLIC = dict(
    zip(
        "абвгдѓѐђежзѕиѝјйкќлљмнњопрстћуфхцчџшщъьюяёыэ",
        (
            "a b v g d gj e đ e ž z dz i i j j k kj l lj m n nj o p r s t ć u f h c č dž š št a j "
            + "ju ja e y e"
        ).split(" "),
        strict=True,
    )
)
_DROPPED = "".join(map(chr, (0x307, 0x640, 0x200C, *range(0x64B, 0x656), 0x670)))
_SPELT = str.maketrans(
    {
        **_CYRILLIC, "ي": "ی", "ى": "ی", "ك": "ک", "أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه",
        "ۀ": "ه", "ς": "σ", **dict.fromkeys(_DROPPED, ""),
    }
)  # fmt: skip
_PLAIN = str.maketrans(
    {
        "đ": "dj", "ı": "i", "ß": "ss", "ø": "o", "ł": "l",
        **{chr(mark): "" for mark in range(0x300, 0x370)},
    }
)  # fmt: skip


class Term(NamedTuple):
    """What a form of the tables stands for.

    Attributes:
        kind: Kind of word: a key of `CODES`, `currency`, `basis`, `measure`, `cue`...
        value: What it stands for.
        language: The language family that has it; empty for all.
    """

    kind: str
    value: str
    language: str


class _Sense(NamedTuple):
    """What a form stands for in one language: its kinds and values, its letter of the calendar."""

    kept: tuple[tuple[str, str], ...]
    code: str
    value: str
    exact: str


class _Node:
    """A word of a form: what may follow it, and what the form stands for where it ends here."""

    __slots__ = ("following", "senses")

    def __init__(self) -> None:
        self.following: dict[str, _Node] = {}
        self.senses: list[_Sense] = []


class Terms:
    """A passage as the grammar sees it: one item for each word, number and sign.

    Attributes:
        text: The text.
        family: The language whose words are read; empty: those of all.
        code: One letter for each item: those of `CODES`, D for one or two digits, Y for four that
            can be a year, E for other digits, signs as they are, x for all else. Small letters
            m and w are months and weekdays of another language, q one that needs a year.
        spans: Where each item stands.
        values: What the word of the calendar stands for; empty where it is none.
        senses: The kinds and values of each item; empty where it is in no table.
    """

    def __init__(self, text: str, family: str) -> None:
        self.text = text
        self.family = family
        self._hits: dict[str, list[Hit]] = {}
        matches = list(_TOKEN.finditer(text))
        words = [match[0] for match in matches]
        known = _beginnings(family)
        begun = [known[word] for word in words]
        codes = [code for _, code in begun]
        self.spans = [match.span() for match in matches]
        self.values = [""] * len(words)
        self.senses: list[tuple[tuple[str, str], ...]] = [()] * len(words)
        joined: set[int] = set()
        following = 0
        for index, (node, _) in enumerate(begun):
            if node is None or index < following:
                continue
            found = _longest(node, words, index)
            if found is None:
                continue
            sense, taken = found
            following = index + taken
            self.spans[index] = (self.spans[index][0], self.spans[following - 1][1])
            self._keep(sense, index)
            if sense.code != "x" or taken > 1:
                weak = sense.code in "Mm" and _weak(words[index])
                codes[index] = "q" if weak else sense.code
            joined.update(range(index + 1, following))
        if joined:
            codes = self._without(joined, codes)
        self.code = "".join(codes)

    def _without(self, joined: set[int], codes: list[str]) -> list[str]:
        """Drop the items that are part of the one before them; gives the letters of the others."""
        left = [index for index in range(len(codes)) if index not in joined]
        self.spans = [self.spans[index] for index in left]
        self.values = [self.values[index] for index in left]
        self.senses = [self.senses[index] for index in left]
        return [codes[index] for index in left]

    def _keep(self, sense: _Sense, index: int) -> None:
        """Keep what a form stands for."""
        self.senses[index], self.values[index] = sense.kept, sense.value
        start, end = self.spans[index]
        for kind, value in sense.kept:
            self._hits.setdefault(kind, []).append(Hit(start, end, kind, value))

    def hits(self, kind: str, span: Span | None = None) -> list[Hit]:
        """Words of a kind, in the whole passage or within a span, in order."""
        found = self._hits.get(kind, [])
        if span is None or not found:
            return found
        first = bisect_left(found, (span[0],))
        return found[first : bisect_left(found, (span[1],), lo=first)]

    def between(self, start: int, end: int) -> range:
        """The items that begin within a span."""
        return range(self.at(start), self.at(end))

    def at(self, position: int) -> int:
        """The item that begins at a position or is the first one after it."""
        return bisect_left(self.spans, (position,))


def terms(passage: Passage) -> Terms:
    """The items of a passage; scanned once, however many ask."""
    return _terms(passage.text, family_of(passage.language))


def family_of(language: str) -> str:
    """The language whose words a language reads: `sh` for Serbian and its sisters."""
    return FAMILIES.get(language) or _KURDISH.get(language, language)


@lru_cache(maxsize=2)
def _terms(text: str, family: str) -> Terms:
    return Terms(text, family)


@lru_cache(maxsize=8192)
def spelt(word: str) -> str:
    """A word as it is looked up: small, in Latin letters where it was Cyrillic."""
    lowered = word.lower()
    if lowered.isascii():
        return lowered
    return unicodedata.normalize("NFC", lowered).translate(_SPELT)


def fold(word: str) -> str:
    """A word without accents, as people write it who have no keys for them."""
    return unicodedata.normalize("NFD", spelt(word)).translate(_PLAIN)


def _weak(word: str) -> bool:
    folded = fold(word)
    if folded in _WEAK:
        return not word[0].isupper()
    return word.islower() and len(folded) <= 3 and folded not in _FULL_AT_THREE


def _code_of(word: str) -> str:
    """The letter of what is in no table."""
    if not word[0].isdecimal():
        return _SIGNS.get(word, "x")
    if len(word) <= 2:
        return "D"
    return "Y" if len(word) == 4 and 1300 <= int(word) <= 2150 else "E"


class _Beginnings(dict[str, tuple[_Node | None, str]]):
    """The forms of a language that begin with a word, and the letter of the word if none does."""

    def __init__(self, family: str) -> None:
        super().__init__()
        self._following = _tree(family).following

    def __missing__(self, word: str) -> tuple[_Node | None, str]:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[word] = self._following.get(spelt(word)), _code_of(word)
        return found


_beginnings = cache(_Beginnings)


def _longest(node: _Node, words: list[str], index: int) -> tuple[_Sense, int] | None:
    """The longest form that begins at a word, and how many words it has."""
    found: tuple[_Sense, int] | None = None
    last: _Node | None = node
    taken = 0
    while last is not None:
        taken += 1
        for sense in last.senses:
            if not sense.exact or sense.exact == words[index]:
                found = sense, taken
                break
        if not last.following or index + taken >= len(words):
            break
        last = last.following.get(spelt(words[index + taken]))
    return found


@cache
def _tree(family: str) -> _Node:
    """The forms that are read in a language, word by word; empty: those of all languages."""
    root = _Node()
    for (words, exact), found in _forms().items():
        sense = _sense(found, family, exact)
        if sense is None:
            continue
        node = root
        for word in words:
            node = node.following.setdefault(word, _Node())
        node.senses.append(sense)
        node.senses.sort(key=lambda one: not one.exact)
    return root


def _sense(found: list[Term], family: str, exact: str) -> _Sense | None:
    own = [t for t in found if not t.language or not family or t.language == family]
    if family in _KIN:
        said = {term.kind for term in own}
        own += [t for t in found if _of_kin(t) and t.kind not in said]
    dated = [t for t in own if t.kind in CODES] or [t for t in found if t.kind in _FOREIGN]
    if not own and not dated:
        return None
    kept = tuple(dict.fromkeys((term.kind, term.value) for term in own))
    if not dated:
        return _Sense(kept, "x", "", exact)
    first = min(dated, key=lambda term: _RANK[term.kind])
    code = CODES[first.kind] if first in own else _FOREIGN[first.kind]
    return _Sense(kept, code, first.value, exact)


def _of_kin(term: Term) -> bool:
    """A line of Macedonian is easily taken for Serbian: numbers and prices are read in both."""
    return term.language in _KIN and term.kind in _SHARED


@cache
def _forms() -> dict[tuple[tuple[str, ...], str], list[Term]]:
    """What each form stands for, by its words as they are compared."""
    gathered: dict[tuple[tuple[str, ...], str], list[Term]] = {}
    for term, written in _written_forms():
        words = tuple(_TOKEN.findall(written))
        exact = words[0] if written.isupper() and written.isascii() and len(words[0]) < 5 else ""
        for key in _spellings(words):
            gathered.setdefault((key, exact), []).append(term)
    return gathered


def _spellings(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """A form as it is spelt, and without accents; "što" must not be read as "sto"."""
    full = tuple(map(spelt, words))
    return {full, tuple(map(fold, words)), tuple(fold(word.replace("đ", "d")) for word in full)}


def _written_forms() -> Iterator[tuple[Term, str]]:
    for table in TABLES:
        for row in rows(f"{table}_words.csv"):
            term = Term(row["kind"], row["value"], row["language"])
            for pattern in row["forms"].split("|"):
                for written in _spelt_out(pattern):
                    yield term, written


def _spelt_out(pattern: str) -> Iterator[str]:
    """`jun{,a,u}` is jun, juna and junu."""
    braces = _BRACES.search(pattern)
    if braces is None:
        yield pattern
        return
    for ending in braces[1].split(","):
        yield pattern[: braces.start()] + ending + pattern[braces.end() :]
