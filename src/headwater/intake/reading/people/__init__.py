"""People: who is named in a text, and who is counted only."""

from headwater.intake.reading.people.naming import name_at
from headwater.intake.reading.people.register import Person, Register, people, withheld_spans
from headwater.intake.reading.people.standing import CARRIED, KIN, POLICE
from headwater.intake.reading.people.withheld import alone

__all__ = [
    "CARRIED",
    "KIN",
    "POLICE",
    "Person",
    "Register",
    "alone",
    "name_at",
    "people",
    "withheld_spans",
]
