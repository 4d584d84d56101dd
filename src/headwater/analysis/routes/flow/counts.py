"""What is known of flows: counts of legs, of several legs at once, and who they were counted by.

A series counts a leg where it is called like one (`Horgos > Szeged (van)`), several legs where it
names a stretch (`Horgos > Szeged`), a beginning (`from Horgos`), an end (`to Szeged`) or a place
that people pass. Other series are left aside. What is seen on a leg in part only is a share of its
flow, and the share is declared with its uncertainty.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from headwater.analysis.routes.flow.conflicts import conflicts_of, period_of
from headwater.analysis.routes.flow.shares import Share, Shares
from headwater.analysis.routes.route_map import Sightings, Spot, folded, sightings
from headwater.analysis.routes.shift import gather
from headwater.model import words
from headwater.picture import Picture
from headwater.series import name_of

Array: TypeAlias = NDArray[np.float64]
Statements: TypeAlias = dict[int, list[str]]

_MODE = "|".join(re.escape(mode) for mode in words("mode"))
_NAMED = re.compile(rf"^(?P<name>.*?)(?: \((?P<mode>{_MODE})\))?(?: \([^()]*\))?$", re.DOTALL)
_MOST_NAMED = 10


class Leg(NamedTuple):
    """A leg of the route graph: the places it joins and its mode; empty where not known."""

    start: Spot
    end: Spot
    mode: str

    @property
    def name(self) -> str:
        """The leg in words, as series call it."""
        stretch = f"{self.start.name or '?'} > {self.end.name or '?'}"
        return f"{stretch} ({self.mode})" if self.mode else stretch


@dataclass(slots=True)
class Count:
    """People counted on one leg, or on several together, period by period.

    Attributes:
        name: What the source calls it.
        legs: Numbers of the legs that were counted.
        values: One for each period; nan where nobody counted.
        share: Share of the people who were counted.
        statements: For each period what stands behind the count.
        conflicts: For each period the least, the kept and the largest number, where sources differ.
    """

    name: str
    legs: tuple[int, ...]
    values: Array
    share: Share
    statements: Statements
    conflicts: dict[int, list[float]] = field(default_factory=dict)


@dataclass(slots=True)
class Counted:
    """The legs, the periods, and what was counted on them.

    Attributes:
        legs: The legs, in the order of their numbers.
        told: For each leg the statements that tell of it.
        counts: The counts.
        periods: Names of the periods; one without a name where nothing is dated.
        sightings: What reports say of legs.
        caveats: What a reader must know, in full sentences.
    """

    legs: list[Leg]
    told: list[list[str]]
    counts: list[Count]
    periods: list[str]
    sightings: Sightings
    caveats: list[str]


def counted(picture: Picture, parameters: Mapping[str, Any], *, weak: bool = True) -> Counted:
    """Gather the legs of a picture and all counts of them.

    Args:
        picture: The picture.
        parameters: As settled.
        weak: Whether weak grades count.
    """
    wanted = {**parameters, "drop_weak": parameters["drop_weak"] or not weak}
    found = sightings(picture, wanted)
    graph = _Graph(found)
    caveats = graph.caveats()
    shares = Shares(parameters)
    series = _series(picture, wanted, graph, shares, caveats)
    reported = _reported(graph, wanted, shares, caveats, any_series=bool(series))
    shares.check([count.name for count in (*series, *reported)])
    counts = _once(series, reported, caveats)
    numbers = sorted({n for count in counts for n in count.dated})
    last = numbers[-1] if numbers else 0
    first = max(numbers[0], last - parameters["periods"] + 1) if numbers else 0
    if not numbers:
        counts = _undated(graph, shares)
    span = range(first, last + 1)
    return Counted(
        legs=graph.legs,
        told=graph.told,
        counts=[count.over(span) for count in counts],
        periods=[name_of(n, parameters["step"]) for n in span] if numbers else [""],
        sightings=found,
        caveats=caveats,
    )


@dataclass(slots=True)
class _Told:
    """A count whose periods are numbered as the calendar numbers them."""

    name: str
    legs: tuple[int, ...]
    share: Share
    dated: dict[int, float] = field(default_factory=dict)
    statements: Statements = field(default_factory=lambda: defaultdict(list))
    conflicts: dict[int, list[float]] = field(default_factory=dict)

    def over(self, span: range) -> Count:
        """The count over these periods."""
        values = np.array([self.dated.get(n, np.nan) for n in span])
        behind = {n - span.start: said for n, said in self.statements.items() if n in span}
        conflicts = {n - span.start: said for n, said in self.conflicts.items() if n in span}
        return Count(self.name, self.legs, values, self.share, behind, conflicts)


class _Graph:
    """The legs by number, and by the names that a series may give them."""

    def __init__(self, found: Sightings) -> None:
        """Take the legs that reports tell as done, attempted or alleged, with both ends.

        What is told of a stretch without a mode, while a mode is told of it elsewhere, is no leg of
        its own.
        """
        self.legs: list[Leg] = []
        self.told: list[list[str]] = []
        self._numbers: dict[tuple[str, str, str], int] = {}
        behind: dict[int, list[str]] = defaultdict(list)
        told = found.told.filter(pc.is_in(found.told["modality"], pa.array(_REAL)))
        for leg, one in zip(told["leg"].to_pylist(), told["statement"].to_pylist(), strict=True):
            behind[leg].append(one)
        known = {found.legs[at][:2] for at in behind if found.legs[at][2]}
        self.number_of: dict[int, int] = {}
        self.left_out = 0
        for at, said in sorted(behind.items()):
            start, end, mode = found.legs[at]
            if not (start and end) or (not mode and (start, end) in known):
                self.left_out += len(said)
                continue
            self.number_of[at] = self._add(Leg(found.spots[start], found.spots[end], mode), said)
        done = pc.equal(found.told["modality"], "done")
        whole = pc.is_in(found.told["leg"], pa.array([*self.number_of], pa.int64()))
        with_people = pc.and_(pc.and_(done, whole), pc.is_valid(found.told["persons"]))
        self.people = found.told.filter(with_people)

    def _add(self, leg: Leg, told: list[str]) -> int:
        key = (folded(leg.start.name), folded(leg.end.name), leg.mode)
        if key not in self._numbers:
            self._numbers[key] = len(self.legs)
            self.legs.append(leg)
            self.told.append([])
        number = self._numbers[key]
        self.told[number] += told
        return number

    def caveats(self) -> list[str]:
        """What of the legs told was not taken."""
        if not self.left_out:
            return []
        return [
            f"{self.left_out} tellings of legs lack an end, or the mode where others of the same "
            "stretch tell it: they are no leg of their own."
        ]

    def _spot(self, name: str) -> Spot:
        """The place of a name; a new one where no leg ends there."""
        for leg in self.legs:
            for spot in (leg.start, leg.end):
                if folded(spot.name) == folded(name):
                    return spot
        return Spot(name, name)

    def meant(self, series: str, told: list[str]) -> tuple[int, ...]:
        """The legs that a series counts; a leg that nobody told of is added."""
        match = _NAMED.match(series)
        name, mode = (match["name"], match["mode"] or "") if match else (series, "")
        start, arrow, end = name.partition(" > ")
        if arrow and start.strip() and end.strip():
            ends = (start.strip(), end.strip())
            found = tuple(
                at
                for at, leg in enumerate(self.legs)
                if (folded(leg.start.name), folded(leg.end.name)) == tuple(map(folded, ends))
                and mode in ("", leg.mode)
            )
            return found or (self._add(Leg(self._spot(ends[0]), self._spot(ends[1]), mode), told),)
        return self._at(name)

    def _at(self, name: str) -> tuple[int, ...]:
        """The legs that begin, end or pass at a place."""
        word, _, rest = name.partition(" ")
        place = folded(rest if word in ("from", "to") else name)
        out = tuple(at for at, leg in enumerate(self.legs) if folded(leg.start.name) == place)
        into = tuple(at for at, leg in enumerate(self.legs) if folded(leg.end.name) == place)
        if not place or word == "from":
            return out if place else ()
        return into if word == "to" else out or into


_REAL = ("done", "attempted", "alleged")


def _series(
    picture: Picture,
    parameters: Mapping[str, Any],
    graph: _Graph,
    shares: Shares,
    caveats: list[str],
) -> list[_Told]:
    """The series that count legs; those that count a leg by its own name come first."""
    alone = Picture.of({"series": picture.series})
    gathered = gather(alone, {**parameters, "by": "leg", "measure": "people"})
    caveats += gathered.caveats
    conflicts = conflicts_of(picture, parameters)
    told, aside = [], []
    order = sorted(gathered.names, key=lambda name: (" > " not in name, name))
    for name in order:
        at = gathered.names.index(name)
        said = [one for behind in gathered.statements[at].values() for one in behind]
        legs = graph.meant(name, said)
        if not legs:
            aside.append(name)
            continue
        count = _Told(name, legs, shares.of(name))
        for n in np.flatnonzero(np.isfinite(gathered.values[at])).tolist():
            count.dated[gathered.start + n] = float(gathered.values[at, n])
            count.statements[gathered.start + n] = gathered.statements[at].get(n, [])
        for n, (below, above) in conflicts.get(name, {}).items():
            if (kept := count.dated.get(n)) is not None:
                count.conflicts[n] = sorted({kept - below, kept, kept + above})
        told.append(count)
    if aside:
        caveats.append(f"{len(aside)} series name no leg or place: {_few(aside)}.")
    return told


def _reported(
    graph: _Graph,
    parameters: Mapping[str, Any],
    shares: Shares,
    caveats: list[str],
    *,
    any_series: bool,
) -> list[_Told]:
    """People whom reports tell on legs: of each day and leg the largest number."""
    if any_series and not parameters["told_share"]:
        if graph.people.num_rows:
            caveats.append(
                "Numbers of people in reports are left aside, since series count legs here and "
                "no told_share says which part of the people reports tell."
            )
        return []
    days: dict[tuple[int, str], tuple[float, list[str]]] = {}
    for row in graph.people.to_pylist():
        key = (graph.number_of[row["leg"]], row["date"])
        most, said = days.get(key, (0.0, []))
        days[key] = (max(most, row["persons"]), [*said, row["statement"]])
    counts: dict[int, _Told] = {}
    undated = 0
    for (leg, day), (people, said) in sorted(days.items()):
        if len(day) < (10 if parameters["step"] == "week" else 7):
            undated += len(said)
            continue
        name = graph.legs[leg].name
        count = counts.setdefault(leg, _Told(name, (leg,), shares.told(name)))
        number = period_of(day, parameters["step"])
        count.dated[number] = count.dated.get(number, 0.0) + people
        count.statements[number] += said
    if undated:
        caveats.append(f"{undated} sightings have no date exact enough; they are in no period.")
    return list(counts.values())


def _once(series: list[_Told], reported: list[_Told], caveats: list[str]) -> list[_Told]:
    """Series and sightings, without sightings of what a series of the same leg counts already."""
    by_leg: dict[tuple[int, ...], set[int]] = defaultdict(set)
    for count in series:
        by_leg[count.legs] |= set(count.dated)
    twice = 0
    for count in reported:
        known = by_leg[count.legs] & set(count.dated)
        twice += len(known)
        for number in known:
            del count.dated[number]
    if twice:
        caveats.append(
            f"{twice} periods of a leg are both counted by a series and told in reports: the "
            "series counts, nothing is added."
        )
    return [*series, *(count for count in reported if count.dated)]


def _undated(graph: _Graph, shares: Shares) -> list[_Told]:
    """Where nothing is dated: the most people told of each leg, in one period without a name."""
    counts: dict[int, _Told] = {}
    for row in graph.people.to_pylist():
        leg = graph.number_of[row["leg"]]
        name = graph.legs[leg].name
        count = counts.setdefault(leg, _Told(name, (leg,), shares.told(name)))
        count.dated[0] = max(count.dated.get(0, 0.0), row["persons"])
        count.statements[0].append(row["statement"])
    return list(counts.values())


def _few(names: Iterable[str]) -> str:
    every = list(names)
    rest = len(every) - _MOST_NAMED
    return ", ".join([*every[:_MOST_NAMED], *([f"{rest} more"] if rest > 0 else [])])


def direct(counts: Sequence[Count]) -> dict[int, Count]:
    """For each leg that is counted by itself the count with the most periods."""
    found: dict[int, Count] = {}
    for count in counts:
        if len(count.legs) == 1:
            held = found.get(count.legs[0])
            if held is None or np.isfinite(count.values).sum() > np.isfinite(held.values).sum():
                found[count.legs[0]] = count
    return found
