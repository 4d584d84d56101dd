"""People: who is named in a text, and who is counted only."""

from headwater.intake.reading.people.cases import mans_in_a
from headwater.intake.reading.people.naming import name_at
from headwater.intake.reading.people.register import Person, Register, people, withheld_spans
from headwater.intake.reading.people.standing import KIN, POLICE
from headwater.intake.reading.people.withheld import alone, carried_in, withheld_names

__all__ = [
    "KIN",
    "POLICE",
    "Person",
    "Register",
    "alone",
    "carried_in",
    "mans_in_a",
    "name_at",
    "people",
    "withheld_names",
    "withheld_spans",
]
