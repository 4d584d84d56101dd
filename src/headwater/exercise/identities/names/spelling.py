"""Spelling tables: how a standard or a habit writes letters, vocalised forms or sounds.

Tables stand in data/spellings, each with its source (standard and year, or "no standard") in its
first line. A habit (a number) fixes which of a table's spellings a clerk uses, so that all names
of one record are written alike.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from typing import NamedTuple

from headwater.exercise.identities.names.tables import rows_of, text_of

HABITS = 24
_SUN = frozenset("tθdðrzsšnl")
_DIPHTHONGS = frozenset({"aj", "aw", "ăj", "ăw"})
_VOWELS = frozenset("aeiouăĭŭAIUEOəɛɪæäyøɯ")
_FOLDED = "ă=a ĭ=i ŭ=u A=a I=i U=u E=e O=o æ=e ä=a ɛ=e ə=e ɪ=i ʿ= ʾ="
_PLAIN = dict(pair.split("=") for pair in _FOLDED.split(" "))


class _Compounds(NamedTuple):
    """Clerks in 100 that keep double letters; the ways to write the article and the link."""

    doubles: int
    articles: tuple[str, ...]
    links: tuple[str, ...]


_LETTERS_ONLY = _Compounds(100, ("",), ("",))


class Spelling:
    """One table read by one habit."""

    __slots__ = ("_article", "_double", "_known", "_link", "_longest", "_table")

    def __init__(self, name: str, habit: int) -> None:
        """Fix the spellings of table `name` for the habit with this number."""
        rows = _rows(name)
        self._table = {key: _choose(name, habit, key, options) for key, options in rows.items()}
        self._longest = max(len(key) for key in self._table)
        habits = _compounds().get(name, _LETTERS_ONLY)
        self._double = _number(name, habit, "double") % 100 < habits.doubles
        self._article = _choose(name, habit, "article", habits.articles)
        self._link = _choose(name, habit, "link", habits.links)
        self._known: dict[str, str] = {}

    def write(self, text: str) -> str:
        """Write sounds, a form or native letters, lower case but for the article."""
        written = self._known.get(text)
        if written is None:
            written = self._known[text] = self._write(text)
        return written

    def _write(self, text: str) -> str:
        joined = _joined(text, self._link)
        if joined.startswith("%"):
            return self._article + self._letters(joined[1:])
        return self._letters(joined)

    def _letters(self, text: str) -> str:
        written, position, end = "", 0, len(text)
        while position < end:
            piece, length = self._next(text, position)
            written += piece
            position += length
        return written

    def _next(self, text: str, position: int) -> tuple[str, int]:
        first = position == 0 or text[position - 1] in " -"
        letter = text[position]
        if not (first or self._double or letter in _VOWELS) and letter == text[position - 1]:
            return "", 1
        for length in range(min(self._longest, len(text) - position), 0, -1):
            piece = text[position : position + length]
            if piece in _DIPHTHONGS and text[position + length : position + length + 1] in _VOWELS:
                continue
            last = position + length == len(text) or text[position + length] in " -"
            if first and "^" + piece in self._table:
                return self._table["^" + piece], length
            if last and piece + "$" in self._table:
                return self._table[piece + "$"], length
            if piece in self._table:
                return self._table[piece], length
        return self._one(letter), 1

    def _one(self, letter: str) -> str:
        return self._table.get(letter, _PLAIN.get(letter, letter))


@cache
def spelling(name: str, habit: int) -> Spelling:
    """The table `name` as the habit with this number reads it."""
    return Spelling(name, habit)


def _joined(text: str, link: str) -> str:
    """Put the article between the parts of a compound the way this habit does."""
    if "~" not in text:
        return text.replace("+", " " if " " in link else "")
    left, right = text.split("~")
    if right == "allāh":
        return f"{left} {right}"
    if right == "ăllAh":
        return left + ("ăllAh" if link in {" al-", "al "} else "ŭllAh")
    if right == "dIn" and link not in {" al-", "el ", "el", "oul "}:
        link = "="
    if link == "=":
        link = "u" + right[0] if right[0] in _SUN else "ul"
    return left + link + right


def _number(*key: str | int) -> int:
    return int.from_bytes(sha256("|".join(map(str, key)).encode()).digest()[:4], "big")


def _choose(name: str, habit: int, key: str, options: tuple[str, ...]) -> str:
    return options[_number(name, habit, key) % len(options)]


@cache
def _compounds() -> dict[str, _Compounds]:
    return {
        row["table"]: _Compounds(
            int(row["doubles"]), tuple(row["articles"].split("|")), tuple(row["links"].split("|"))
        )
        for row in rows_of("compounds.csv")
    }


@cache
def _rows(name: str) -> dict[str, tuple[str, ...]]:
    rows = {}
    for line in text_of(f"spellings/{name}.tsv").splitlines():
        if line and not line.startswith("#"):
            key, _, options = line.partition("\t")
            rows[key] = tuple("" if option == "-" else option for option in options.split(" "))
    return rows
