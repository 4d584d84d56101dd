"""Names of places: the gazetteer, and the forms a name takes in a sentence."""

from headwater.intake.reading.names.inflection import bare, to_cyrillic
from headwater.intake.reading.names.places import (
    also_a_name,
    lookup,
    place,
    place_forms,
    well_known,
)
from headwater.intake.reading.names.spelling import forms, rows, word_set

__all__ = [
    "also_a_name",
    "bare",
    "forms",
    "lookup",
    "place",
    "place_forms",
    "rows",
    "to_cyrillic",
    "well_known",
    "word_set",
]
