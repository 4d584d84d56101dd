"""Which further series would help most: how much smaller the least fall that can be seen gets."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from headwater.analysis.impact.design import Compared, Unanswerable, compare, split_names
from headwater.analysis.impact.gathering import Told, fits, length_of, put
from headwater.series.counterfactual import Design, Power, power, power_without_each

MOST_TRIED = 20
"""So many series are tried, those that moved most like the treated one first."""

IS_DONOR = "a donor already"
NO_DONOR = "in the file, no donor yet"
NOT_THERE = "not in the file"


class Extra(NamedTuple):
    """One series more: what it is, and what the comparison could show with it, or without.

    `gain` is how much smaller the least fall seen gets by it, as a share; of a donor, how much it
    helps now.
    """

    name: str
    kind: str
    found: Power
    gain: float


def extras(
    told: Told, parameters: Mapping[str, Any], compared: Compared, base: Power
) -> list[Extra]:
    """Every series tried, the most helpful first.

    Args:
        told: The series.
        parameters: As settled; a donor is tried by adding its name.
        compared: The design.
        base: What it could show as it is, with a window of the length that is asked of.
    """
    chance, seen = parameters["chance"], _least(base, parameters["chance"])
    already = list(_already(compared, base))
    tried = [
        *already,
        *_candidates(told, parameters, compared, base.length),
        *_not_there(told, compared, base, [one for _, _, one in already]),
    ]
    granted = [(name, kind, _granted(base, one)) for name, kind, one in tried]
    found = [
        Extra(name, kind, one, (-1 if kind == IS_DONOR else 1) * (_least(one, chance) - seen))
        for name, kind, one in granted
    ]
    return sorted(found, key=lambda one: (-round(one.gain, 4), one.name))


def _granted(base: Power, one: Power) -> Power:
    """Placebos of one design are luckier than those of another: those of the base for all."""
    if not np.isfinite(base.limit):
        return one
    return one._replace(limit=base.limit, errors=base.errors)


def _least(found: Power, chance: float) -> float:
    least = found.least(chance)
    return -1.0 if least is None else least


_Tried = Iterator[tuple[str, str, Power]]


def _already(compared: Compared, base: Power) -> _Tried:
    found = power_without_each(compared.design, base)
    for donor, one in sorted(found.items(), key=lambda each: -each[1].size)[:MOST_TRIED]:
        yield compared.counts.names[donor], IS_DONOR, one


def _candidates(
    told: Told, parameters: Mapping[str, Any], compared: Compared, length: int
) -> _Tried:
    donors = [compared.counts.names[one] for one in compared.design.donors]
    for name in _likest(told, parameters, compared)[:MOST_TRIED]:
        given = {**parameters, "donors": "|".join([*donors, name])}
        try:
            more = compare(told, given, parameters["start"], "")
        except Unanswerable:
            continue
        found = power(more.design, (length,)) if len(more.design.donors) > len(donors) else []
        if found:
            yield name, NO_DONOR, found[0]


def _likest(told: Told, parameters: Mapping[str, Any], compared: Compared) -> list[str]:
    """Series that could be donors and are none, those first that moved most like the treated."""
    step, out = compared.counts.step, {*compared.counts.names}
    out |= {*split_names(parameters["exclude"])}
    free = [n for n in told.cells if n not in out and fits(length_of(told.cells[n]), step)]
    if not free:
        return []
    held = put(told, [compared.counts.names[0], *free], step)
    moved = np.diff(np.log(held.values + 1.0), axis=1)
    return sorted(free, key=lambda name: (-_alike(moved, 1 + free.index(name)), name))


def _alike(moved: Any, at: int) -> float:  # noqa: ANN401 - an array
    both = np.isfinite(moved[0]) & np.isfinite(moved[at])
    if both.sum() < 3 or min(moved[0, both].std(), moved[at, both].std()) == 0:
        return -1.0
    return float(np.corrcoef(moved[0, both], moved[at, both])[0, 1])


def _not_there(told: Told, compared: Compared, base: Power, without: Sequence[Power]) -> _Tried:
    if len(without) > 1:
        best = max(without, key=lambda one: one.size)
        more = base.with_one_more(best, len(compared.design.donors))
        yield "one more donor, as good as the best", NOT_THERE, more
    if not _has_weather_of_days(compared.design):
        daily = length_of(told.cells[compared.counts.names[0]]) == "day"
        finer = "weather of each day" if daily else "counts and weather of each day"
        yield f"{finer}, at best", NOT_THERE, base.without_noise()


def _has_weather_of_days(design: Design) -> bool:
    return design.within is not None and bool(design.within[design.treated].any())
