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
_BEGINS = 3  # letters by which patterns wait for a word
_GAP = r"(?:[^\w.!?\n]+\w+){0,4}?"
_BETWEEN = r"[^\w.!?\n]+"
_AND = frozenset("وف")
_OPENS = re.compile(
    r"(?:^|[.!?:;,\n\"“”„«(*\-]|\b(?:and|please|then|now|i|te|и|та|dhe|ve|et|und|و))\s*$"
)
_LOOK = 12


class Phrase(NamedTuple):
    """A phrase in a text.

    Attributes:
        span: Where it stands.
        row: The row of the table that has it.
    """

    span: Span
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
    known = _table(file, family)
    flat = plain(fold(text))
    found: list[Phrase] = []
    free = 0
    for word in _WORD.finditer(flat):
        start, end = word.span()
        if start < free or (
            flat[start : min(start + _BEGINS, end)] not in known and flat[start] not in _AND
        ):
            continue
        hits = [hit for begin in _starts(word) for hit in _at(flat, begin, end, known)]
        if hits:
            found.append(max(hits, key=lambda one: one.span[1]))
            free = found[-1].span[1]
    return found


def _starts(word: re.Match[str]) -> tuple[int, ...]:
    """Where a word begins; in Arabic also behind "and", which hangs on to it."""
    start, end = word.span()
    return (start, start + 1) if word[0][0] in _AND and end - start > _BEGINS else (start,)


def _at(flat: str, start: int, end: int, known: dict[str, list[_Pattern]]) -> Iterator[Phrase]:
    for pattern in known.get(flat[start : min(start + _BEGINS, end)], ()):
        match = pattern.expression.match(flat, start)
        if match and not (pattern.opens and not _OPENS.search(flat, max(0, start - _LOOK), start)):
            yield Phrase(match.span(), pattern.row)


@cache
def _table(file: str, family: str) -> dict[str, list[_Pattern]]:
    """Patterns by how their first word begins."""
    table: dict[str, list[_Pattern]] = {}
    for row in rows(file):
        if family and row["language"] != family:
            continue
        for written in row["patterns"].split("|"):
            for pattern in _alphabets(written.removeprefix("^"), row["language"]):
                expression = re.compile(_expression(pattern))
                entry = _Pattern(expression, written.startswith("^"), row)
                for begin in _beginnings(pattern):
                    table.setdefault(begin, []).append(entry)
    return table


def _alphabets(pattern: str, language: str) -> Iterator[str]:
    yield plain(fold(pattern))
    if language == "sh":
        yield plain(fold(to_cyrillic(pattern)))


def _expression(pattern: str) -> str:
    made = ""
    for at, word in enumerate(pattern.split(" ")):
        if word == "..":
            made += _GAP
        else:
            made += (_BETWEEN if at else "") + f"(?:{'|'.join(map(_form, word.split('/')))})"
    return made + r"(?!\w)"


def _form(word: str) -> str:
    form = re.escape(word.rstrip("*")).replace("'", "['’]").replace("\u200c", r"\W?")
    return form + r"\w*" if word.endswith("*") else form + r"(?!\w)"


def _beginnings(pattern: str) -> set[str]:
    """The first letters of the words that a pattern may begin with."""
    first = (_WORD.match(word) for word in pattern.split(" ", 1)[0].split("/"))
    return {match[0][:_BEGINS] for match in first if match}
