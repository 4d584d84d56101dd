"""What a map of routes shows: stops, the stretches between them, and what its signs mean."""

from collections.abc import Sequence
from typing import NamedTuple

LINES: dict[str, str] = {
    "solid": "",
    "dashed": "7 4",
    "dotted": "1.5 4",
    "dash and dot": "9 3.5 1.5 3.5",
    "long dashes": "15 5",
    "dash and two dots": "9 3 1.5 3 1.5 3",
}
"""Ways to draw a line, told apart without colour, with their dashes."""

LINE_OF_MODE = {
    "foot": "dotted",
    "boat": "long dashes",
    "taxi_boat": "long dashes",
    "ship": "long dashes",
    "train": "dash and two dots",
    "lorry": "dashed",
    "bus": "dash and dot",
}
"""How a mode is drawn; by road in small vehicles, or not known how, is solid."""


class Stop(NamedTuple):
    """A place on a route.

    Attributes:
        id: Its id; stretches name it.
        name: Name to show.
        latitude: Degrees north, or None where nobody knows.
        longitude: Degrees east, or None.
        kind: Kind of place; a region, country or sea is drawn as an area's name, without a dot.
        outside: Whether it lies off this map: legs to it end at the edge, under its name.
    """

    id: str
    name: str
    latitude: float | None = None
    longitude: float | None = None
    kind: str = ""
    outside: bool = False


class Stretch(NamedTuple):
    """One leg between two stops.

    Attributes:
        start: Id of the stop it begins at.
        end: Id of the stop it ends at.
        mode: How people are moved, as `lorry`.
        groups: Independent groups of reports behind it; decides the thickness.
        fee: What it costs, in words; empty where nothing is said.
        tentative: Planned, projected, or not yet accepted by a person; drawn dashed, or hollow
            where `line` says how it is drawn.
        line: How it is drawn: one of `LINES`; empty for solid, or dashed where tentative.
        weight: Share of the heaviest, 0 to 1, decides the thickness instead of `groups`.
    """

    start: str
    end: str
    mode: str = ""
    groups: int = 1
    fee: str = ""
    tentative: bool = False
    line: str = ""
    weight: float | None = None

    @property
    def width(self) -> float:
        """Thickness of its line, in pixels."""
        if self.weight is not None:
            return 1.2 + 6.8 * min(max(self.weight, 0.0), 1.0)
        return 1.2 + 1.1 * min(max(self.groups, 1) - 1, 4)


class Sign(NamedTuple):
    """A line of the key: how it is drawn, and what it means."""

    words: str
    line: str = "solid"
    width: float = 2.0
    hollow: bool = False


class Key(NamedTuple):
    """What stands under a map.

    Attributes:
        signs: What lines mean; without any the usual signs are told.
        notes: What else must be known, in full lines.
        heading: What the map shows, written on it; empty where a caption says it.
    """

    signs: Sequence[Sign] = ()
    notes: Sequence[str] = ()
    heading: str = ""
