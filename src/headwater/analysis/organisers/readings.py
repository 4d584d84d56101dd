"""Declared readings of grades: how likely a tie is to hold that a report of a grade states.

Grades stay categories; these numbers are parameters of an analysis, stored with it, and never
printed back as the truth of a report. Where outcomes are known, a table learned from them replaces
them (parameter `table`).
"""

import re

import numpy as np

from headwater.graph import Numbers
from headwater.model import Grading, Parameter, WrongUse, parse_grade, possible_3x5x2

READINGS = ("usual", "trusting", "sceptical", "as_given")
"""usual: the table below; trusting and sceptical: its odds three times and a third as high;
as_given: every tie holds, as tools do that take no notice of grades."""

READING: tuple[Parameter, ...] = (
    Parameter(
        "reading",
        "choice",
        "usual",
        "How grades are read as the chance that a tie holds.",
        choices=READINGS,
    ),
    Parameter(
        "table",
        "text",
        "",
        "Chances learned from outcomes in place of the reading's, as `1A=0.98, 2D=0.4`; `none` "
        "stands for no grade.",
    ),
)
"""The parameters; `chance_of` reads them."""

_SOURCE = {"1": 0.95, "2": 0.8, "3": 0.5}
_KNOWN = {"A": 1.0, "B": 0.95, "C": 0.8, "D": 0.6, "E": 0.15}
_UNGRADED = 0.8
_ODDS = {"usual": 1.0, "trusting": 3.0, "sceptical": 1 / 3}
_FORM = re.compile(r"\s*(.+?)\s*=\s*(\d*\.?\d+)\s*")


def chance_of(grades: list[str], reading: str, table: str) -> Numbers:
    """For each grade, as written, the probability that a tie stated under it holds.

    A grade of another scale that may stand for several grades counts as their mean. Grades that the
    table names are taken from it, the others from the reading.

    Raises:
        WrongUse: If the table cannot be read.
    """
    learned = _read(table)
    return np.array([learned.get(_key(grade), _read_as(grade, reading)) for grade in grades])


def _read_as(grade: str, reading: str) -> float:
    if reading == "as_given":
        return 1.0
    usual = _UNGRADED
    if grade:
        usual = float(np.mean([_usual(one) for one in sorted(possible_3x5x2(parse_grade(grade)))]))
    odds = usual / (1 - usual) * _ODDS[reading]
    return odds / (1 + odds)


def _usual(grade: Grading) -> float:
    return _SOURCE[grade.source] * _KNOWN[grade.information]


def _key(grade: str) -> str:
    return grade.strip().casefold() or "none"


def _read(table: str) -> dict[str, float]:
    learned = {}
    for part in filter(str.strip, table.split(",")):
        found = _FORM.fullmatch(part)
        chance = float(found[2]) if found else -1.0
        if found is None or not 0 <= chance <= 1:
            raise WrongUse(
                f"{part.strip()!r} is no grade with its chance",
                where="parameter table",
                do="write chances from 0 to 1, as 1A=0.98, 2D=0.4",
            )
        learned[_key(found[1])] = chance
    return learned
