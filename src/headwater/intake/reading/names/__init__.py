"""Names of places: the gazetteer, and the forms a name takes in a sentence."""

from headwater.intake.reading.names.inflection import bare, to_cyrillic, to_latin
from headwater.intake.reading.names.lettering import fold, one_script, plain
from headwater.intake.reading.names.places import (
    also_a_name,
    find_places,
    lookup,
    namesakes,
    place,
    places_beginning,
    well_known,
)
from headwater.intake.reading.names.spelling import forms, rows, word_set

__all__ = [
    "also_a_name",
    "bare",
    "find_places",
    "fold",
    "forms",
    "lookup",
    "namesakes",
    "one_script",
    "place",
    "places_beginning",
    "plain",
    "rows",
    "to_cyrillic",
    "to_latin",
    "well_known",
    "word_set",
]
