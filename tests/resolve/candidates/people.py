"""Invented records for the tests of candidates."""

from headwater.resolve.records import PersonRecord


def person(ident: str, name: str, **more: str) -> PersonRecord:
    """A record with one value for each field given."""
    given = {"name": name, **more}
    return PersonRecord(ident, {field: (value,) for field, value in given.items() if value})
