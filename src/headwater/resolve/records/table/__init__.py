"""Plain tables of people, and of what ties them, read as records that can be compared."""

from headwater.resolve.records.table.people import PeopleTable, read_people
from headwater.resolve.records.table.ties import read_ties

__all__ = ["PeopleTable", "read_people", "read_ties"]
