"""Records of persons as resolution compares them, from statements or from a plain table."""

from headwater.resolve.records.record import FIELDS, NEVER_MATCHED, Kind, PersonRecord, Tie
from headwater.resolve.records.statements import (
    PRESSED,
    Told,
    categories_told,
    evidence_of,
    people_told,
    ties_told,
)

__all__ = [
    "FIELDS",
    "NEVER_MATCHED",
    "PRESSED",
    "Kind",
    "PersonRecord",
    "Tie",
    "Told",
    "categories_told",
    "evidence_of",
    "people_told",
    "ties_told",
]
