"""Spelling tables: how a standard or a habit writes letters, vocalised forms or sounds.

Tables stand in data/spellings, each with its source (standard and year, or "no standard") in its
first line. A habit (a number) fixes which of a table's spellings a clerk uses, so that all names
of one record are written alike.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files

HABITS = 12
_SUN = frozenset("tθdðrzsšnl")
_PLAIN = {"æ": "e", "ä": "a", "ɛ": "e", "ə": "e", "ʿ": "", "ʾ": "", "ɪ": "i"}
_KEEP_DOUBLES = {"english": 75, "german": 85, "french": 85, "turkish": 70, "iranian_passport": 80}
_ARTICLES = {
    "english": ("al-", "Al-", "Al ", "al-", "Al ", "El-", "el-", ""),
    "german": ("al-", "Al-", "Al ", "El-", ""),
    "french": ("Al ", "El ", "el-", "al-", "El-"),
    "turkish": ("El-", "El ", "el-", "Al-"),
    "albanian": ("Al ", "El ", "al-", ""),
    "serbian_latin": ("el ", "Al ", "el-", "al-", ""),
    "serbian_cyrillic": ("ел ", "Ал ", "ел-", "ал-", ""),
    "macedonian_cyrillic": ("ал ", "Ал ", "ел-", ""),
    "bulgarian_cyrillic": ("ал ", "Ал-", "ал-", "Ел ", ""),
}
_LINKS = {
    "english": (" al-", "ul ", "ul ", "ul", "=", "el ", "al ", "el", " al-"),
    "german": (" al-", "ul ", "ul", "=", "el "),
    "french": ("el ", "el", "oul ", " al-", "el "),
    "turkish": ("=", "ül", "="),
    "iranian_passport": ("ol", "ol", "=", "al"),
    "ala_lc": (" al-",),
    "bgn_arab": (" al ", " al-"),
}
_OTHER_LINKS = ("ul", "=", "el ", "ul ")


class Spelling:
    """One table read by one habit."""

    __slots__ = ("_article", "_double", "_known", "_link", "_longest", "_table")

    def __init__(self, name: str, habit: int) -> None:
        """Fix the spellings of table `name` for the habit with this number."""
        rows = _rows(name)
        self._table = {key: _choose(name, habit, key, options) for key, options in rows.items()}
        self._longest = max(len(key) for key in self._table)
        self._double = _number(name, habit, "double") % 100 < _KEEP_DOUBLES.get(name, 0)
        articles = _ARTICLES.get(name, ("al-",))
        self._article = articles[_number(name, habit, "article") % len(articles)]
        links = _LINKS.get(name, _OTHER_LINKS)
        self._link = links[_number(name, habit, "link") % len(links)]
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
        if not first and not self._double and text[position] == text[position - 1]:
            return ("", 1) if text[position] not in "aeiou " else (self._one(text[position]), 1)
        for length in range(min(self._longest, len(text) - position), 0, -1):
            piece = text[position : position + length]
            last = position + length == len(text) or text[position + length] in " -"
            if first and "^" + piece in self._table:
                return self._table["^" + piece], length
            if last and piece + "$" in self._table:
                return self._table[piece + "$"], length
            if piece in self._table:
                return self._table[piece], length
        return self._one(text[position]), 1

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
    if right in {"allAh", "allāh"}:
        return left + ("allah" if link in {" al-", "al "} else "ullah")
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
def _rows(name: str) -> dict[str, tuple[str, ...]]:
    folder = files("headwater.exercise.identities") / "data" / "spellings"
    rows = {}
    for line in (folder / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            key, _, options = line.partition("\t")
            rows[key] = tuple("" if option == "-" else option for option in options.split(" "))
    return rows
