"""Names of people in cells that are not about people: a place, a series, a group.

Whoever the file of people names is shown as no part of a route. A name counts inside a longer text
("house of Ana Kos, Horgos") where all its words stand there one after the other, or the last of
them first. An id or name of one word counts inside a text from four letters on, else where it is
all that the cell says.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

import pyarrow as pa
import pyarrow.compute as pc

from headwater.picture.given.cells import Named, PlainCells

_WORD = re.compile(r"\w+")
_LEAST = 4  # letters of a lone word that is looked for inside a text


def named_in(people: PlainCells) -> Named:
    """Finds the cells that name somebody of the file of people."""
    whole: set[str] = set()
    inside: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for column in ("id", "name"):
        for text in pc.unique(people.text(column)).to_pylist():
            for parts in _orders(_words(text)):
                whole.add(" ".join(parts))
                if len(parts) > 1 or (len(parts[0]) >= _LEAST and not parts[0].isdigit()):
                    inside[parts[0]].add(parts)

    def names(text: str) -> bool:
        said = _words(text)
        return " ".join(said) in whole or any(
            said[at : at + len(parts)] == parts
            for at, word in enumerate(said)
            for parts in inside.get(word, ())
        )

    return lambda column: _marked(column, names)


def _marked(column: pa.Array, names: Callable[[str], bool]) -> pa.Array:
    found = [text for text in pc.unique(column).to_pylist() if text and names(text)]
    return pc.is_in(column, value_set=pa.array(found, pa.string()))


def _orders(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """The words as they stand and, of several, with the last before the others."""
    return {words, (*words[-1:], *words[:-1])} if words else ()


def _words(text: str) -> tuple[str, ...]:
    from anyascii import anyascii

    return tuple(_WORD.findall(anyascii(text).casefold()))
