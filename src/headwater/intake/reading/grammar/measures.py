"""Measures: lengths, engine powers, weights, distances, durations and ages; makes of things.

They say what boats, engines and vehicles are like and how long a stretch takes; none is a count.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from headwater.intake.reading.grammar.money import joined
from headwater.intake.reading.grammar.numbers import Number, bound
from headwater.intake.reading.grammar.vocabulary import Terms, terms
from headwater.intake.reading.lexicon import Hit
from headwater.intake.reading.passage import Passage, Span

_MINUTES = re.compile(r"[.,]\d\d\Z")
_SLAVIC = ("sh", "mk", "bg")  # "u 3 sata" is at three
_HOURS = {"minute": 1 / 60, "hour": 1, "day": 24, "night": 12, "week": 168}
_NEAR = 2  # characters between the number and its unit: "9 m", "9-metre"
_WORD_AWAY = 14
_OLDEST = 110


class Measure(NamedTuple):
    """A number with its unit.

    Attributes:
        kind: `length`, `power`, `weight`, `distance`, `volume`, `speed`, `duration` or `age`.
        unit: m, ft, hp, kw, kg, g, t, km, nmi, mi, l, kn, kmh; minute, hour, day, night, week,
            month or year.
        low: Lower end, or None.
        high: Upper end, or None.
        span: Number and unit.
        about: Whether the text says "about" or "nearly".
    """

    kind: str
    unit: str
    low: float | None
    high: float | None
    span: Span
    about: bool = False

    @property
    def hours(self) -> float | None:
        """A duration of one known length in hours; None for months, years and ranges."""
        factor = _HOURS.get(self.unit)
        if factor is None or self.low is None or self.low != self.high:
            return None
        return self.low * factor


def measures(passage: Passage, numbers: list[Number]) -> list[Measure]:
    """All measures in a passage; dates, phones and amounts of money must have been taken before."""
    found = terms(passage)
    free = [number for number in numbers if passage.free(number.start, number.end)]
    kept: list[Measure] = []
    for index, number in enumerate(free):
        ranged = index > 0 and joined(found, free[index - 1], number)
        first = free[index - 1] if ranged else number
        measure = _measure(found, first, number)
        if measure:
            if kept and kept[-1].span[1] > measure.span[0]:
                kept.pop()  # the lower end of this range
            kept.append(measure)
    return kept


def makes(passage: Passage) -> list[Hit]:
    """Makes and models of engines, boats and vehicles; the value says which of them it is."""
    return terms(passage).hits("make")


def _measure(found: Terms, first: Number, last: Number) -> Measure | None:
    named = _age(found, first, last) or next(_units(found, last), None)
    if named is None:
        return None
    kind, unit, start, end = named
    low: float | None = first.value
    high: float | None = last.value
    limit = bound(found, first.start, end)
    if first is last and limit == "most":
        low = None
    elif first is last and limit == "least":
        high = None
    if low is not None and high is not None and high < low:
        return None
    return Measure(kind, unit, low, high, (min(start, first.start), end), limit == "about")


_Named = tuple[str, str, int, int]


def _units(found: Terms, number: Number) -> Iterator[_Named]:
    for unit in found.hits("measure", (number.end, number.end + _NEAR + 1)):
        if found.text[number.end : unit.start].strip(" -\u00a0"):
            continue
        kind, _, name = unit.value.partition(" ")
        if name != "hour" or not _clock(found, number):
            yield kind, name, number.start, unit.end


def _clock(found: Terms, number: Number) -> bool:
    """ "U 22 časa", "22.30 h": a time of day, not a length of time."""
    minutes = _MINUTES.search(found.text, number.start, number.end)
    before = found.at(number.start) - 1
    told = before >= 0 and ("year_in", "") in found.senses[before]
    return minutes is not None or (told and found.family in _SLAVIC)


def _age(found: Terms, first: Number, last: Number) -> _Named | None:
    for word in found.hits("age", (last.end, last.end + 4)):
        return "age", "year", first.start, word.end
    for word in found.hits("age_before", (max(0, first.start - _WORD_AWAY), first.start)):
        if not found.text[word.end : first.start].strip() and 0 < last.value < _OLDEST:
            after = found.hits("measure", (last.end, last.end + 2))
            if all(unit.value == "duration year" for unit in after):
                return "age", "year", first.start, after[-1].end if after else last.end
    return None
