"""The look-up index: under which keys an entity is found, and what is compared of it.

All of it follows from statements, so it can be emptied at any time and is then built anew. It rests
in the node's one database, and an erasure reaches it as it reaches the statements.
"""

from headwater.store.index.entries import (
    found_under,
    indexed,
    indexed_as,
    numbers_of,
    put,
    reset,
    rules,
)
from headwater.store.index.forgetting import forget
from headwater.store.index.news import Part, note, read_part

__all__ = [
    "Part",
    "forget",
    "found_under",
    "indexed",
    "indexed_as",
    "note",
    "numbers_of",
    "put",
    "read_part",
    "reset",
    "rules",
]
