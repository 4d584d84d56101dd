"""Label: what decides who may see a statement; a node holds few distinct ones."""

from dataclasses import dataclass
from enum import StrEnum

from headwater.model import Handling


class Decision(StrEnum):
    """What a viewer gets of material under one label."""

    YES = "yes"
    NO = "no"
    REDACT = "redact"  # the material without the names and numbers of people


@dataclass(frozen=True, slots=True, order=True)
class Label:
    """The access conditions of an item, interned by the store as a small integer.

    Attributes:
        owner: Agency that owns the material.
        handling: Its handling, as given.
        compartment: Compartment it lies in, or empty.
        clearance: Level needed to read it; 0 is the lowest.
    """

    owner: str
    handling: Handling
    compartment: str = ""
    clearance: int = 0
