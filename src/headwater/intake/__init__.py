"""Intake: files, folders, mail and archives in; reports, statements and refusals out.

The reader of texts is loaded when it is first asked for: most of what is exported needs none of it.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from headwater.intake.extractors import ExtractorChoice
from headwater.intake.paths import read_paths
from headwater.intake.taken import DoorOptions, Taken, as_read_json

if TYPE_CHECKING:
    from headwater.intake.reading import (
        counted,
        dangers,
        gists,
        lookup,
        orders,
        place,
        places_beginning,
        sentences,
    )

_OF_TEXTS = (
    "counted",
    "dangers",
    "gists",
    "lookup",
    "orders",
    "place",
    "places_beginning",
    "sentences",
)

__all__ = [
    "DoorOptions",
    "ExtractorChoice",
    "Taken",
    "as_read_json",
    "counted",
    "dangers",
    "gists",
    "lookup",
    "orders",
    "place",
    "places_beginning",
    "read_paths",
    "sentences",
]


def __getattr__(name: str) -> object:
    """What is exported here of the reader of texts."""
    if name in _OF_TEXTS:
        return getattr(import_module("headwater.intake.reading"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
