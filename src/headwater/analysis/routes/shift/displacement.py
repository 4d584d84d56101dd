"""Displacement: what one series lost, and what its substitutes gained meanwhile."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from headwater.analysis.routes.shift.counting import Counts
from headwater.analysis.routes.shift.shares import taken
from headwater.model import WrongUse
from headwater.series import A_YEAR, Alarm, Effect, effect

Draws: TypeAlias = NDArray[np.float64]

_BOTH_ENDS, _ONE_END = 0.6, 0.4
"""The chance, before counts are looked at, that a series takes a part of what another lost: where
they join the same places or a person said so, and where one end is the same or nothing is known."""
_LEAST_LOSS = 0.05  # of the middle loss; below it a draw says nothing of a share


@dataclass(frozen=True, slots=True)
class Shift:
    """A shift with what it did.

    Attributes:
        alarm: The alarm.
        until: The first period that no longer belongs to it.
        effect: Before and after.
    """

    alarm: Alarm
    until: int
    effect: Effect


@dataclass(frozen=True, slots=True)
class Moved:
    """Where a loss went.

    Attributes:
        share: Share of the loss that all substitutes together gained, with its 90 % interval.
        to: Those whose gain is clear, the largest first.
    """

    share: tuple[float, float, float] | None
    to: tuple[dict[str, Any], ...]


class Comparison:
    """What every series did from a period on, each compared with its own baseline."""

    def __init__(
        self, counts: Counts, alarms: Sequence[Alarm], parameters: Mapping[str, Any]
    ) -> None:
        """Compare nothing yet."""
        self._counts = counts
        self._parameters = parameters
        self._substitutes = _substitutes(counts, parameters["substitutes"])
        self._since: dict[int, list[int]] = {}
        for alarm in alarms:
            self._since.setdefault(alarm.series, []).append(alarm.since)

    def shift_of(self, alarm: Alarm) -> Shift | None:
        """What a shift did until the next of its series, or for the longest time compared."""
        later = [since for since in self._since[alarm.series] if since > alarm.since]
        end = min([*later, alarm.since + self._parameters["compared"], self._width])
        before = slice(alarm.begins, alarm.since)
        found = self._effect(alarm.series, before, slice(alarm.since, end))
        return None if found is None else Shift(alarm, end, found)

    def moved(self, loss: Shift) -> Moved:
        """Where the loss of a falling series went: the gains of its substitutes meanwhile."""
        lost = -loss.effect.change
        lost = np.maximum(lost, _LEAST_LOSS * max(float(np.median(lost)), 1e-9))
        others = self._gains(loss)
        if not others:
            return Moved(None, ())
        rng = np.random.default_rng([self._parameters["seed"], loss.alarm.series])
        chances = [self._substitutes[loss.alarm.series][other] for other, _, _ in others]
        took, lost = taken([change for _, _, change in others], lost, chances, rng)
        clear = []
        for (other, since, change), part in zip(others, took, strict=True):
            share = _interval(part / lost)
            if share[1] > 0:
                clear.append(self._gain(other, since, change, share))
        clear.sort(key=lambda one: (-one["share"], one["series"]))
        return Moved(_interval(took.sum(axis=0) / lost), tuple(clear))

    def _gains(self, loss: Shift) -> list[tuple[int, int, Draws]]:
        """Each substitute with the period it shifted in and its change over the time of a loss."""
        gains = []
        for other in self._substitutes[loss.alarm.series]:
            begins, since = self._around(other, loss.alarm.since)
            before = slice(begins, min(since, loss.alarm.since))
            found = self._effect(other, before, slice(loss.alarm.since, loss.until))
            if found is not None:
                gains.append((other, since, found.change))
        return gains

    @property
    def _lag(self) -> int:
        return int(self._parameters["lag"])

    @property
    def _width(self) -> int:
        return int(self._counts.values.shape[1])

    def _around(self, other: int, since: int) -> tuple[int, int]:
        """Where the baseline of a substitute begins, and when it shifted: with the loss, or at an
        alarm of its own about then, whose date is as uncertain as that of the loss.
        """
        own = [at for at in self._since.get(other, ()) if abs(at - since) <= self._lag + 1]
        earlier = [at for at in self._since.get(other, ()) if at < since - self._lag - 1]
        return max(earlier, default=0), min(own, default=since)

    def _effect(self, series: int, before: slice, after: slice) -> Effect | None:
        begins = max(before.start, before.stop - self._parameters["baseline"])
        rng = np.random.default_rng([self._parameters["seed"], series, after.start])
        a_year = A_YEAR[self._counts.step]
        return effect(self._counts.values[series], slice(begins, before.stop), after, a_year, rng)

    def _gain(
        self,
        other: int,
        since: int,
        gain: Draws,
        share: tuple[float, float, float],
    ) -> dict[str, Any]:
        return {
            "series": self._counts.names[other],
            "gain": round(float(np.median(gain)), 2),
            "share": share[0],
            "low": share[1],
            "high": share[2],
            "since": since,
        }


def _interval(draws: Draws) -> tuple[float, float, float]:
    middle, low, high = np.quantile(draws, [0.5, 0.05, 0.95])
    return round(float(middle), 3), round(float(low), 3), round(float(high), 3)


def _substitutes(counts: Counts, given: str) -> list[dict[int, float]]:
    """The series that may take the place of each, with the chance that they do."""
    everything = range(len(counts.names))
    if given == "none":
        return [{} for _ in everything]
    if given:
        return _given_groups(counts, given)
    return [
        {other: chance for other in everything if (chance := _chance(counts, one, other))}
        for one in everything
    ]


def _chance(counts: Counts, one: int, other: int) -> float:
    """The chance that one series takes over from another; 0 where they have no end alike."""
    if one == other:
        return 0.0
    if counts.goals[one] == counts.goals[other]:
        both = counts.goals[one] and counts.places[one] == counts.places[other]
        return _BOTH_ENDS if both else _ONE_END
    return _ONE_END if _origins(counts, one) & _origins(counts, other) else 0.0


def _origins(counts: Counts, one: int) -> set[str]:
    goal = counts.goals[one]
    return set(counts.places[one]) - {goal, ""} if goal else set()


def _given_groups(counts: Counts, given: str) -> list[dict[int, float]]:
    number = {name: at for at, name in enumerate(counts.names)}
    found: list[dict[int, float]] = [{} for _ in counts.names]
    for group in given.split(";"):
        names = [name.strip() for name in group.split("|") if name.strip()]
        unknown = [name for name in names if name not in number]
        if unknown:
            raise WrongUse(
                f"there is no series {unknown[0]!r} to be a substitute",
                do="write names as in the rows, with | between substitutes and ; between groups",
            )
        members = [number[name] for name in names]
        for one in members:
            found[one] |= {other: _BOTH_ENDS for other in members if other != one}
    return found
