"""How the values of each field are brought to one form, and compared level by level."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.resolve.records import FIELDS, Kind
from headwater.resolve.scoring.fields import dates, identifiers, texts

LEVELS: Mapping[Kind, tuple[str, ...]] = {
    Kind.DATE: dates.LEVELS,
    Kind.IDENTIFIER: identifiers.LEVELS,
    Kind.PLACE: texts.LEVELS,
    Kind.TEXT: texts.LEVELS,
    Kind.CODE: texts.CODE_LEVELS,
}
"""Plain words for the levels of each kind but names, the closest first."""

SCORED = tuple(sorted(field for field, kind in FIELDS.items() if kind != Kind.NAME))
"""Fields compared by levels."""


class Chances(NamedTuple):
    """What a field starts from, before any data: chances by level, and how rare a value is.

    Attributes:
        same: Chance of each level between two records of one person.
        other: Chance of each level between records of two people.
        unseen: Share of the population that has a value which the data never showed twice.
    """

    same: tuple[float, ...]
    other: tuple[float, ...]
    unseen: float


_IDENTIFIER = (1e-6, 1e-6, 4e-6, 1e-3, 0.998, 1e-3)
_TEXT = (0.01, 0.008, 0.003, 0.04, 0.939)

# Judgement of what such data look like; the shipped model and every fit replace them.
START: Mapping[str, Chances] = {
    "birth_date": Chances(
        (0.75, 0.02, 0.05, 0.01, 0.04, 0.02, 0.03, 0.02, 0.02, 0.02, 0.02),
        (5e-5, 5e-5, 8e-4, 1.5e-3, 0.016, 6e-3, 2e-3, 0.013, 0.03, 0.2, 0.73),
        4.6e-5,
    ),
    "sex": Chances((0.97, 0.005, 0.005, 0.02), (0.6, 0.005, 0.005, 0.39), 0.2),
    "country": Chances((0.90, 0.005, 0.005, 0.09), (0.3, 0.005, 0.005, 0.69), 0.02),
    "phone": Chances((0.55, 0.02, 0.03, 0.01, 0.385, 0.005), _IDENTIFIER, 1e-6),
    "document": Chances((0.68, 0.03, 0.08, 0.02, 0.18, 0.01), _IDENTIFIER, 1e-6),
    "plate": Chances((0.50, 0.02, 0.05, 0.02, 0.405, 0.005), _IDENTIFIER, 1e-6),
    "account": Chances((0.50, 0.02, 0.03, 0.02, 0.425, 0.005), _IDENTIFIER, 1e-6),
    "email": Chances((0.60, 0.08, 0.10, 0.05, 0.165, 0.005), _IDENTIFIER, 1e-6),
    "handle": Chances((0.50, 0.02, 0.08, 0.04, 0.355, 0.005), _IDENTIFIER, 1e-6),
    "place": Chances((0.60, 0.08, 0.08, 0.04, 0.20), _TEXT, 0.002),
    "address": Chances((0.50, 0.10, 0.15, 0.08, 0.17), _TEXT, 1e-4),
    "postcode": Chances((0.68, 0.10, 0.10, 0.12), (0.001, 0.002, 0.03, 0.967), 5e-4),
    "occupation": Chances((0.75, 0.05, 0.03, 0.03, 0.14), _TEXT, 0.005),
}
_PLACEHOLDER_SHARE = 3e-3
_YEAR_SHARE = 0.016


def normal(field: str, text: str) -> str:
    """A value in the form in which its field is compared; empty if it says nothing."""
    kind = FIELDS[field]
    if kind == Kind.DATE:
        return dates.normal_date(text)
    if kind == Kind.IDENTIFIER:
        return identifiers.normal_identifier(field, text)
    return texts.normal_code(text) if kind == Kind.CODE else texts.normal_text(text)


def levels(field: str, left: Sequence[str], right: Sequence[str]) -> NDArray[np.int8]:
    """The level of each pair of normal values of a field; symmetric."""
    kind = FIELDS[field]
    if kind == Kind.DATE:
        return dates.date_levels(left, right)
    if kind == Kind.IDENTIFIER:
        return identifiers.identifier_levels(field, left, right)
    compare = texts.code_levels if kind == Kind.CODE else texts.text_levels
    return compare(left, right)


def unseen_share(field: str, value: str) -> float:
    """The share of people with a value, where the data do not tell.

    The first of January and a bare year are no day of birth: many people share them.
    """
    if field == "birth_date" and len(value) < 8:
        return _YEAR_SHARE
    if field == "birth_date" and dates.is_placeholder(value):
        return _PLACEHOLDER_SHARE
    return START[field].unseen
