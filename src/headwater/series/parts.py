"""One date as told: whole, or in parts that are added up, but never with a part lacking.

A part is a place, a mode (by boat, on foot), or a mode at a place.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from math import isnan
from typing import NamedTuple

_ROUNDED = 0.95  # parts that were rounded may come to a little more than their whole


class Part(NamedTuple):
    """What a count is of.

    Attributes:
        place: Where; empty: all places.
        mode: How they came; empty: all modes.
    """

    place: str = ""
    mode: str = ""


ALL = Part()
"""No part: the whole."""


class Count(NamedTuple):
    """One count as one release had it.

    Attributes:
        day: Last day of what was counted.
        value: How many; nan where a part is told without a number that can be used.
        release: Name or date of the release, ordered as text; empty where it is not known.
        source: Where it stands.
        report: Whose count it is.
        part: What part it is of.
        behind: Where the parts of a sum stand.
    """

    day: date
    value: float
    release: str
    source: str
    report: str = ""
    part: Part = ALL
    behind: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """Everywhere it stands."""
        return self.behind or (self.source,)


class Whole(NamedTuple):
    """What the first report of the latest release tells for one date.

    Attributes:
        value: The number, or the sum over parts.
        counts: Those that make it up, one a part.
        contradicted: By part, the different numbers that the report tells for it.
        lacking: Parts without a number that are told here, or usually.
        revised: Whether an earlier release told another number of a part.
        double: Whether another report of the latest release tells another number.
    """

    value: float
    counts: tuple[Count, ...]
    contradicted: dict[Part, list[float]]
    lacking: list[Part]
    revised: bool
    double: bool

    @property
    def known(self) -> bool:
        """Whether it may be used: nothing in it is contradicted or lacking."""
        return not self.contradicted and not self.lacking

    @property
    def parts(self) -> list[Part]:
        """The parts that are added; none where the whole is told."""
        return [one.part for one in self.counts if one.part != ALL]


def usual_parts(counts: Iterable[Count]) -> dict[str, frozenset[Part]]:
    """By report, the parts of one series told at more than half of the dates told in parts.

    A place is told where any mode of it is.
    """
    days: dict[str, dict[Part, set[date]]] = defaultdict(lambda: defaultdict(set))
    for one in counts:
        if one.part != ALL:
            days[one.report][one.part].add(one.day)
        if one.part.place:
            days[one.report][Part(one.part.place)].add(one.day)
    usual = {}
    for report, told in days.items():
        every = len(set().union(*told.values()))
        usual[report] = frozenset(part for part, on in told.items() if 2 * len(on) > every)
    return usual


def whole_of(counts: Sequence[Count], usual: Mapping[str, frozenset[Part]]) -> Whole:
    """The counts of one series and date as one.

    A count without a place is the whole and counts alone; else those of different places are added,
    each of its own latest release. So with the modes of one place. Reports are never added.

    Args:
        counts: In the order in which reports count; of equals the first counts.
        usual: By report, the parts that it usually tells.
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


def _of_one_report(counts: Sequence[Count], usual: frozenset[Part]) -> Whole:
    told = {part: _latest(held) for part, held in _by_part(counts).items()}
    found = {part: now[0] for part, now in told.items() if now}
    added = _added(told)
    lacking = _silent(told, usual) | {part for part in added if part not in found}
    numbers = {part: {one.value for one in told[part]} | _more(part, found) for part in added}
    parts = tuple(found[part] for part in added if part in found)
    return Whole(
        value=sum(one.value for one in parts),
        counts=parts,
        contradicted={part: sorted(held) for part, held in numbers.items() if len(held) > 1},
        lacking=sorted(lacking),
        revised=False,
        double=False,
    )


def _covers(whole: Part, part: Part) -> bool:
    return whole != part and whole.place in ("", part.place) and whole.mode in ("", part.mode)


def _added(told: Collection[Part]) -> list[Part]:
    """The parts that are added: none that another one covers; modes everywhere before places."""
    everywhere = [part for part in told if not part.place] or told
    return sorted(part for part in everywhere if not any(_covers(one, part) for one in told))


def _silent(told: Collection[Part], usual: frozenset[Part]) -> set[Part]:
    """Usual parts of which nothing is told, nor of what covers them."""
    places = {part.place for part in told}
    wanted = {part for part in usual if not part.place} if "" in places else usual
    silent = {
        part
        for part in wanted
        if part not in told
        and not any(_covers(one, part) for one in told)
        and (part.mode or part.place not in places)
    }
    return {part for part in silent if not any(_covers(one, part) for one in silent)}


def _more(part: Part, found: Mapping[Part, Count]) -> set[float]:
    """What is told within a part in the same release, if it comes to more than the part itself."""
    if part not in found:
        return set()
    whole = found[part]
    within = [one for one in found if _covers(part, one) and found[one].release == whole.release]
    values = [found[one].value for one in _added(within)]
    if not values or min(values) < 0 or whole.value >= sum(values) * _ROUNDED:
        return set()
    return {sum(values)}


def _is_revised(counts: Sequence[Count]) -> bool:
    for found in _by_part(counts).values():
        values = {one.value for one in found if not isnan(one.value)}
        if values - {one.value for one in _latest(found)}:
            return any(one.release != found[0].release for one in found)
    return False


def _by_part(counts: Sequence[Count]) -> dict[Part, list[Count]]:
    told: dict[Part, list[Count]] = {}
    for one in counts:
        told.setdefault(one.part, []).append(one)
    return told


def _latest(counts: Sequence[Count]) -> list[Count]:
    """Those of the latest release that have a number."""
    latest = max(one.release for one in counts)
    return [one for one in counts if one.release == latest and not isnan(one.value)]
