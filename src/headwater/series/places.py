"""One date as told: whole, or place by place and then added up, but never with a place lacking."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import isnan
from typing import NamedTuple


class Count(NamedTuple):
    """One count as one release had it.

    Attributes:
        day: Last day of what was counted.
        value: How many; nan where a place is told without a number that can be used.
        release: Name or date of the release, ordered as text; empty where it is not known.
        source: Where it stands.
        report: Whose count it is.
        place: What place it is of; empty: of all there are.
        parts: Where the parts of a sum stand.
    """

    day: date
    value: float
    release: str
    source: str
    report: str = ""
    place: str = ""
    parts: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """Everywhere it stands."""
        return self.parts or (self.source,)


class Whole(NamedTuple):
    """What the first report of the latest release tells for one date.

    Attributes:
        value: The number, or the sum over places.
        parts: The counts that make it up, one a place.
        contradicted: By place, the different numbers that the report tells for it.
        lacking: Places without a number that are told here, or usually.
        revised: Whether an earlier release told another number of a place, or of the whole.
        double: Whether another report of the latest release tells another number.
    """

    value: float
    parts: tuple[Count, ...]
    contradicted: dict[str, list[float]]
    lacking: list[str]
    revised: bool
    double: bool

    @property
    def known(self) -> bool:
        """Whether it may be used: nothing in it is contradicted or lacking."""
        return not self.contradicted and not self.lacking

    @property
    def places(self) -> list[str]:
        """The places that are added; none where the whole is told."""
        return [one.place for one in self.parts if one.place]


def usual_places(counts: Iterable[Count]) -> dict[str, frozenset[str]]:
    """By report, the places of one series told at more than half of the dates told by place."""
    days: dict[str, dict[str, set[date]]] = defaultdict(lambda: defaultdict(set))
    for one in counts:
        if one.place:
            days[one.report][one.place].add(one.day)
    usual = {}
    for report, told in days.items():
        every = len(set().union(*told.values()))
        usual[report] = frozenset(place for place, on in told.items() if 2 * len(on) > every)
    return usual


def whole_of(counts: Sequence[Count], usual: Mapping[str, frozenset[str]]) -> Whole:
    """The counts of one series and date as one.

    A count without a place is the whole and counts alone; else those of different places are added,
    each of its own latest release. Reports are never added.

    Args:
        counts: In the order in which reports count; of equals the first counts.
        usual: By report, the places that it usually tells.
    """
    latest = max(one.release for one in counts)
    current = [one for one in counts if one.release == latest]
    report = current[0].report
    own = [one for one in counts if one.report == report]
    found = _of_one_report(own, usual.get(report, frozenset()))
    others = {one.report for one in current} - {report}
    double = any(
        _of_one_report([one for one in current if one.report == other], frozenset()).value
        != found.value
        for other in others
    )
    return found._replace(revised=_is_revised(counts), double=double)


def _of_one_report(counts: Sequence[Count], usual: frozenset[str]) -> Whole:
    told = _by_place(counts)
    lacking = set() if "" in told else set(usual - told.keys())
    parts, contradicted = [], {}
    for place in [""] if "" in told else sorted(told):
        now = _latest(told[place])
        if not now:
            lacking.add(place)
            continue
        parts.append(now[0])
        if len({one.value for one in now}) > 1:
            contradicted[place] = sorted({one.value for one in now})
    value = sum(one.value for one in parts)
    return Whole(value, tuple(parts), contradicted, sorted(lacking), revised=False, double=False)


def _is_revised(counts: Sequence[Count]) -> bool:
    for found in _by_place(counts).values():
        values = {one.value for one in found if not isnan(one.value)}
        if values - {one.value for one in _latest(found)}:
            return any(one.release != found[0].release for one in found)
    return False


def _by_place(counts: Sequence[Count]) -> dict[str, list[Count]]:
    told: dict[str, list[Count]] = {}
    for one in counts:
        told.setdefault(one.place, []).append(one)
    return told


def _latest(counts: Sequence[Count]) -> list[Count]:
    """Those of the latest release that have a number."""
    latest = max(one.release for one in counts)
    return [one for one in counts if one.release == latest and not isnan(one.value)]
