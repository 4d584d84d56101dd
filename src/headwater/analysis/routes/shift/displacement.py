"""Displacement: what one series lost, and what its substitutes gained meanwhile."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from headwater.analysis.routes.shift.counting import Counts
from headwater.model import WrongUse
from headwater.series import A_YEAR, Alarm, Effect, effect

Draws: TypeAlias = NDArray[np.float64]

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
        together, clear = np.zeros_like(lost), []
        compared = False
        for other in self._substitutes[loss.alarm.series]:
            begins, since = self._around(other, loss.alarm.since)
            before = slice(begins, min(since, loss.alarm.since))
            found = self._effect(other, before, slice(loss.alarm.since, loss.until))
            if found is None:
                continue
            compared = True
            together += found.change
            share = _share(found.change, lost)
            if share[1] > 0:
                clear.append(self._gain(other, since, found.change, share))
        clear.sort(key=lambda one: (-one["share"], one["series"]))
        return Moved(_share(together, lost) if compared else None, tuple(clear))

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


def _share(gain: Draws, lost: Draws) -> tuple[float, float, float]:
    """Share of the loss that a gain makes up, from none to all."""
    return _interval(np.clip(gain / lost, 0.0, 1.0))


def _interval(draws: Draws) -> tuple[float, float, float]:
    middle, low, high = np.quantile(draws, [0.5, 0.05, 0.95])
    return round(float(middle), 3), round(float(low), 3), round(float(high), 3)


def _substitutes(counts: Counts, given: str) -> list[list[int]]:
    """The series that may take the place of each."""
    everything = range(len(counts.names))
    if given == "none":
        return [[] for _ in everything]
    if given:
        return _given_groups(counts, given)
    return [
        [other for other in everything if other != one and counts.goals[other] == counts.goals[one]]
        for one in everything
    ]


def _given_groups(counts: Counts, given: str) -> list[list[int]]:
    number = {name: at for at, name in enumerate(counts.names)}
    found: list[list[int]] = [[] for _ in counts.names]
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
            found[one] = sorted({*found[one], *members} - {one})
    return found
