"""Records of persons as resolution compares them, from statements or from a plain table."""

from headwater.resolve.records.record import FIELDS, Kind, PersonRecord, Tie

__all__ = ["FIELDS", "Kind", "PersonRecord", "Tie"]
