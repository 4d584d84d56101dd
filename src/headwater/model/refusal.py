"""Refusal: a piece of input that could not be taken, kept with its reason and never dropped."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was not taken, where it stood, why, and what its sender can do.

    Attributes:
        file: Name of the file, with the path inside its container behind " > ".
        position: Row, item, page, line or byte, in words ("row 12", "item 3", "whole file").
        what: What was refused, without repeating its content.
        why: The reason.
        do: What would let it in.
        urn: Report it belongs to, where one was read; else empty.
    """

    file: str
    position: str
    what: str
    why: str
    do: str = ""
    urn: str = ""
