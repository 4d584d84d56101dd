"""Lexicon: every word the reader knows, found in one scan of the text.

Public bodies, offices and the words of the trade are data (`data/*.csv`). They are put into one
Aho-Corasick automaton (Aho and Corasick 1975), so the cost of a scan does not grow with their
number. The automaton is built once, on first use. Places, of which there are many more, are found
word by word and spelt out only where a text comes near them.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from headwater.intake.reading.names import bare, find_places, fold, forms, rows

FOLLOWING = 6
"""How many letters of ending a word marked * may carry."""
_ENDING = re.compile(r"\w+")


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
    """All words of the lexicon in a text, in no order, for one language family (empty: for all)."""
    lowered = fold(text)
    small = lowered == text
    found = [Hit(one.start, one.end, "place", one.name) for one in find_places(text)]
    for last, form in _automaton().iter(lowered):
        end = last + 1
        start = end - len(form)
        if start and (lowered[start - 1].isalnum() or lowered[start - 1] == "_"):
            continue
        rest = _ENDING.match(lowered, end)
        stop = rest.end() if rest else end
        if stop - end > FOLLOWING:
            continue
        for entry in _entries_of(form, family):
            if (stop == end or entry.stem) and (
                not entry.cased or _fits(text[start:end], entry.form, small)
            ):
                found.append(Hit(start, stop, entry.kind, entry.value))
    return found


@lru_cache(16_384)
def _entries_of(form: str, family: str) -> tuple[Entry, ...]:
    """What a folded form stands for in a language family (empty: in any)."""
    entries = _by_form()[form]
    return tuple(e for e in entries if not e.language or not family or e.language == family)


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

    automaton = ahocorasick.Automaton()
    for form in _by_form():
        automaton.add_word(form, form)
    automaton.make_automaton()
    return automaton


@cache
def _by_form() -> dict[str, tuple[Entry, ...]]:
    """The entries by their folded form."""
    table: dict[str, dict[Entry, None]] = {}
    for entry in _entries():
        table.setdefault(fold(entry.form), {})[entry] = None
    return {form: tuple(entries) for form, entries in table.items()}


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
