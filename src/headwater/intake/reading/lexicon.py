"""Lexicon: every word the reader knows, found in one scan of the text.

Public bodies, offices and the words of the trade are data (`data/*.csv`). They are put into one
Aho-Corasick automaton (Aho and Corasick 1975), so the cost of a scan does not grow with their
number. The automaton is built once, on first use. Places, of which there are many more, are found
word by word and spelt out only where a text comes near them.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from headwater.intake.reading.names import bare, find_places, fold, forms, rows

FOLLOWING = 6
"""How many letters of ending a word marked * may carry."""


class Entry(NamedTuple):
    """One form: what kind of word it is, what it stands for.

    Attributes:
        kind: `place`, `body`, `office`, or a kind of data/words.csv.
        value: What the word stands for.
        language: Code of the language the form belongs to; empty for all.
        form: The form as it is written.
        cased: Whether capitals matter; a name written small is no name.
        stem: Whether the word may go on with an ending.
    """

    kind: str
    value: str
    language: str
    form: str
    cased: bool
    stem: bool = False


class Hit(NamedTuple):
    """A word of the lexicon, found in a text."""

    start: int
    end: int
    kind: str
    value: str


def scan(text: str, family: str) -> list[Hit]:
    """All words of the lexicon in a text, for one language family (empty: for all languages)."""
    lowered = fold(text)
    small = lowered == text
    found = [Hit(one.start, one.end, "place", one.name) for one in find_places(text)]
    for last, entries in _automaton().iter(lowered):
        end = last + 1
        start = end - len(entries[0].form)  # one length: they differ in capitals only
        if start and _joins(lowered[start - 1]):
            continue
        for entry in entries:
            if entry.language and family and entry.language != family:
                continue
            stop = _end_of_word(lowered, end, entry.stem)
            if stop and (not entry.cased or _fits(text[start:end], entry.form, small)):
                found.append(Hit(start, stop, entry.kind, entry.value))
    found.sort()
    return found


def _end_of_word(text: str, end: int, stem: bool) -> int:
    """Where the word ends, or 0 where the form is only part of another word."""
    length = len(text)
    limit = min(length, end + FOLLOWING) if stem else end
    stop = end
    while stop < limit and _joins(text[stop]):
        stop += 1
    return 0 if stop < length and _joins(text[stop]) else stop


def _joins(character: str) -> bool:
    return character.isalnum() or character == "_"


def _fits(written: str, form: str, small: bool) -> bool:
    """Whether capitals are where a name has them; capitals throughout are let pass.

    In a text without any capital, a name of several words is.
    """
    if written == form or (small and " " in form):
        return True
    return written.isupper() and len(written) > 3


@cache
def _automaton() -> Any:  # noqa: ANN401 - pyahocorasick has no types
    import ahocorasick

    table: dict[str, list[Entry]] = {}
    for entry in _entries():
        table.setdefault(fold(entry.form), []).append(entry)
    automaton = ahocorasick.Automaton()
    for key, entries in table.items():
        automaton.add_word(key, tuple(dict.fromkeys(entries)))
    automaton.make_automaton()
    return automaton


def _entries() -> Iterator[Entry]:
    for row in rows("bodies.csv"):
        for marked in row["spellings"].split("|"):
            for form in forms(marked):
                yield Entry("body", row["id"], "", form, cased=True)
    for row in rows("words.csv"):
        for form in row["forms"].split("|"):
            stem = form.endswith("*")
            for written in {form.rstrip("*"), bare(form.rstrip("*"))}:
                yield Entry(row["kind"], row["value"], row["language"], written, False, stem)
