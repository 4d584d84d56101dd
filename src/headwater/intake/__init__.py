"""Intake: files, folders, mail and archives in; reports, statements and refusals out."""

from headwater.intake.extractors import ExtractorChoice
from headwater.intake.paths import read_paths
from headwater.intake.reading import gists, lookup, place
from headwater.intake.taken import DoorOptions, Taken, as_read_json

__all__ = [
    "DoorOptions",
    "ExtractorChoice",
    "Taken",
    "as_read_json",
    "gists",
    "lookup",
    "place",
    "read_paths",
]
