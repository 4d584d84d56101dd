"""Phrases: patterns of a few words, kept as a table in the data folder, and where they stand.

A pattern is words in their order: `a/b` one of these, `*` any ending, `..` up to four other words,
`^` before the first word where it must begin a sentence or a clause. It never crosses the end of a
sentence. Diacritics may be missing; patterns in Serbian Latin (`sh`) are found in Cyrillic too.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from headwater.intake.reading.names import fold, plain, rows, to_cyrillic
from headwater.intake.reading.passage import Span

_WORD = re.compile(r"\w+")
_ONE_WORD = re.compile(r"\w+\*?")
_BEGINS = 3  # letters by which patterns wait for a word
_GAP = r"((?:[^\w.!?\n]+\w+){0,4}?)"
_BETWEEN = r"[^\w.!?\n]+"
_AND = frozenset("وف")
_OPENS = re.compile(
    r"(?:^|[.!?:;,\n\"“”„«(*\-]|\b(?:and|please|then|now|i|te|и|та|dhe|ve|et|und|و))\s*$"
)
_LOOK = 12
_REMEMBERED = 16_384  # words, after which all are forgotten


class Phrase(NamedTuple):
    """A phrase in a text.

    Attributes:
        span: Where it stands.
        row: The row of the table that has it.
        gap: Where the last `..` of its pattern ends; -1 where it has none.
    """

    span: Span
    row: dict[str, str]
    gap: int = -1


class _Written(NamedTuple):
    first: tuple[str, ...]  # what its first word may be; empty where that is no one word
    pattern: str
    opens: bool
    row: dict[str, str]


class _Pattern(NamedTuple):
    expression: re.Pattern[str]
    opens: bool
    row: dict[str, str]


def find_phrases(text: str, file: str, family: str) -> list[Phrase]:
    """The phrases of a table in a text, none over another; of several at one place the longest.

    Args:
        text: The text.
        file: Name of the table, with the columns `language` and `patterns`.
        family: Language family whose patterns are looked for; empty for those of all.
    """
    known = _begun(file, family)
    flat = plain(fold(text))
    if not any(map(known.__getitem__, _WORD.findall(flat))):  # as in most texts
        return []
    found: list[Phrase] = []
    free = 0
    for word in _WORD.finditer(flat):
        start = word.start()
        begun = known[word[0]]
        if start < free or not begun:
            continue
        hits = [hit for shift, patterns in begun for hit in _at(flat, start + shift, patterns)]
        if hits:
            found.append(max(hits, key=lambda one: one.span[1]))
            free = found[-1].span[1]
    return found


class _Begun(dict[str, tuple[tuple[int, tuple[_Pattern, ...]], ...]]):
    """The patterns that may begin with a word, and how far behind where it begins."""

    def __init__(self, table: dict[str, list[_Written]]) -> None:
        super().__init__()
        self._table = table

    def __missing__(self, word: str) -> tuple[tuple[int, tuple[_Pattern, ...]], ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        begun = ((shift, self._of(word[shift:])) for shift in _shifts(word))
        found = self[word] = tuple((shift, patterns) for shift, patterns in begun if patterns)
        return found

    def _of(self, word: str) -> tuple[_Pattern, ...]:
        waiting = self._table.get(word[:_BEGINS], ())
        begun = (one for one in waiting if not one.first or any(_is(word, f) for f in one.first))
        return tuple(_Pattern(_compiled(one.pattern), one.opens, one.row) for one in begun)


def _is(word: str, form: str) -> bool:
    return word == form or (form[-1] == "*" and word.startswith(form[:-1]))


def _shifts(word: str) -> tuple[int, ...]:
    """Where a word begins; in Arabic also behind "and", which hangs on to it."""
    return (0, 1) if word[0] in _AND and len(word) > _BEGINS else (0,)


def _at(flat: str, start: int, patterns: tuple[_Pattern, ...]) -> Iterator[Phrase]:
    for pattern in patterns:
        match = pattern.expression.match(flat, start)
        if match and not (pattern.opens and not _OPENS.search(flat, max(0, start - _LOOK), start)):
            gap = match.end(match.lastindex) if match.lastindex else -1
            yield Phrase(match.span(), pattern.row, gap)


@cache
def _begun(file: str, family: str) -> _Begun:
    return _Begun(_table(file, family))


@cache
def _table(file: str, family: str) -> dict[str, list[_Written]]:
    """Patterns by how their first word begins."""
    table: dict[str, list[_Written]] = {}
    for row in rows(file):
        if family and row["language"] != family:
            continue
        for written in row["patterns"].split("|"):
            for pattern in _alphabets(written.removeprefix("^"), row["language"]):
                entry = _Written(_first(pattern), pattern, written.startswith("^"), row)
                for begin in _beginnings(pattern):
                    table.setdefault(begin, []).append(entry)
    return table


def _alphabets(pattern: str, language: str) -> Iterator[str]:
    yield plain(fold(pattern))
    if language == "sh":
        yield plain(fold(to_cyrillic(pattern)))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    made = ""
    for at, word in enumerate(pattern.split(" ")):
        if word == "..":
            made += _GAP
        else:
            made += (_BETWEEN if at else "") + f"(?:{'|'.join(map(_form, word.split('/')))})"
    return re.compile(made + r"(?!\w)")


def _form(word: str) -> str:
    form = re.escape(word.rstrip("*")).replace("'", "['’]").replace("\u200c", r"\W?")
    return form + r"\w*" if word.endswith("*") else form + r"(?!\w)"


def _first(pattern: str) -> tuple[str, ...]:
    words = tuple(pattern.split(" ", 1)[0].split("/"))
    return words if all(_ONE_WORD.fullmatch(word) for word in words) else ()


def _beginnings(pattern: str) -> set[str]:
    """The first letters of the words that a pattern may begin with."""
    first = (_WORD.match(word) for word in pattern.split(" ", 1)[0].split("/"))
    return {match[0][:_BEGINS] for match in first if match}
