"""Packing: what repeats is stored once, and all statements of an item lie in one row."""

from headwater.store.packing.kinds import (
    KINDS,
    LABELS,
    Allowed,
    Interning,
    Kind,
    label_of,
    refers,
)
from headwater.store.packing.rows import (
    SAME_AS_VALUE,
    Names,
    Row,
    interned,
    pack,
    spoken,
    unpack,
)

__all__ = [
    "KINDS",
    "LABELS",
    "SAME_AS_VALUE",
    "Allowed",
    "Interning",
    "Kind",
    "Names",
    "Row",
    "interned",
    "label_of",
    "pack",
    "refers",
    "spoken",
    "unpack",
]
