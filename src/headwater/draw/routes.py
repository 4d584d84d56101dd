"""Routes drawn like a map: places where they lie, legs as arrows, no coastline and no tiles."""

import math
from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from headwater.draw.countries import COUNTRY_CENTRES
from headwater.draw.layout import Box, free_spot
from headwater.draw.network import draw_arrow_head
from headwater.draw.palette import BLUE, DASHES, FAINT, PAPER, QUIET, VERMILION, width_of
from headwater.draw.sheet import Sheet, shortened

_LETTER = 11.0
_MOST_NAMES_BELOW = 12
_LONGEST_NAME = 30


class Stop(NamedTuple):
    """A place on a route.

    Attributes:
        id: Its id; stretches name it.
        name: Name to show.
        latitude: Degrees north, or None where nobody knows.
        longitude: Degrees east, or None.
        kind: Kind of place; a region, country or sea is drawn as an area's name, without a dot.
    """

    id: str
    name: str
    latitude: float | None = None
    longitude: float | None = None
    kind: str = ""


class Stretch(NamedTuple):
    """One leg between two stops.

    Attributes:
        start: Id of the stop it begins at.
        end: Id of the stop it ends at.
        mode: How people are moved, as `lorry`.
        groups: Independent groups of reports behind it; decides the thickness.
        fee: What it costs, in words; empty where nothing is said.
        tentative: Planned, projected, or not yet accepted by a person; drawn dashed.
    """

    start: str
    end: str
    mode: str = ""
    groups: int = 1
    fee: str = ""
    tentative: bool = False


def draw_routes(
    stops: Sequence[Stop],
    stretches: Sequence[Stretch],
    *,
    title: str,
    most: int = 30,
    width: float = 760,
) -> str:
    """Draw places and the legs between them on a plain grid of degrees.

    Equirectangular projection at the middle latitude. Legs are drawn in the order given, at most
    `most` of them; the line beneath says how many are not shown. Places without coordinates, and
    legs that touch one, are listed beneath.

    Returns:
        One SVG element without scripts, with a title and a description.
    """
    known = {s.id: s for s in stops if s.latitude is not None and s.longitude is not None}
    on_map = [s for s in stretches if s.start in known and s.end in known and s.start != s.end]
    drawn = on_map[:most]
    notes = _notes(stops, stretches, known, len(on_map) - len(drawn))
    if drawn:
        used = {end for stretch in drawn for end in (stretch.start, stretch.end)}
        known = {one: stop for one, stop in known.items() if one in used}
    frame = _Frame(list(known.values()), width)
    sheet = Sheet(width, frame.height, title, _in_words(stops, stretches))
    _draw_grid(sheet, frame)
    bows = _bows(frame, drawn, known)
    taken = [spot for bow in bows for spot in bow.along()]
    for stretch, bow in zip(drawn, bows, strict=True):
        _draw_bow(sheet, stretch, bow)
    nameless = _draw_stops(sheet, frame, list(known.values()), taken)
    key = _write_words(sheet, frame, list(zip(drawn, bows, strict=True)), known, taken)
    _draw_countries(sheet, frame, taken, {stop.name for stop in stops})
    for note in (*key, *nameless, *notes):
        sheet.write_below(note)
    return sheet.svg()


class _Frame:
    """The window of the map, and where a point of the earth stands in it."""

    def __init__(self, stops: Sequence[Stop], width: float) -> None:
        latitudes = [s.latitude or 0.0 for s in stops] or [45.0]
        longitudes = [s.longitude or 0.0 for s in stops] or [18.0]
        middle = (min(latitudes) + max(latitudes)) / 2
        self.squeeze = max(math.cos(math.radians(middle)), 0.2)
        tall = max(max(latitudes) - min(latitudes), 2.0) * 1.3
        wide = max(max(longitudes) - min(longitudes), 3.0) * 1.3 * self.squeeze
        self.width = width
        self.height = min(max(width * tall / wide, 260.0), 430.0)
        self.scale = min(width / wide, self.height / tall)
        self.north = middle + self.height / self.scale / 2
        across = (min(longitudes) + max(longitudes)) / 2
        self.west = across - width / self.scale / self.squeeze / 2

    def at(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Pixels from the upper left corner."""
        return (longitude - self.west) * self.squeeze * self.scale, (
            self.north - latitude
        ) * self.scale

    def of(self, stop: Stop) -> tuple[float, float]:
        """Where a stop stands; it must have coordinates."""
        return self.at(stop.latitude or 0.0, stop.longitude or 0.0)

    @property
    def whole(self) -> Box:
        """The window as a box."""
        return Box(self.width / 2, self.height / 2, self.width, self.height)


def _draw_grid(sheet: Sheet, frame: _Frame) -> None:
    span = frame.height / frame.scale
    step = next((s for s in (0.5, 1, 2, 5, 10) if span / s <= 6), 20)
    sheet.add("rect", x=0, y=0, width=frame.width, height=frame.height, fill="none", stroke=QUIET)
    for n in range(math.ceil(-90 / step), math.ceil(90 / step)):
        _, y = frame.at(n * step, 0)
        if 12 < y < frame.height:
            sheet.add("line", x1=0, y1=y, x2=frame.width, y2=y, stroke=FAINT, stroke_width=0.6)
            degrees = f"{abs(n * step):g}°{'N' if n >= 0 else 'S'}"
            sheet.write(4, y - 2, degrees, size=8, fill=QUIET, text_anchor="start")
    for n in range(math.ceil(-180 / step), math.ceil(180 / step)):
        x, _ = frame.at(0, n * step)
        if 0 < x < frame.width - 20:
            sheet.add("line", x1=x, y1=0, x2=x, y2=frame.height, stroke=FAINT, stroke_width=0.6)
            degrees = f"{abs(n * step):g}°{'E' if n >= 0 else 'W'}"
            sheet.write(x + 2, frame.height - 3, degrees, size=8, fill=QUIET, text_anchor="start")


def _draw_stops(sheet: Sheet, frame: _Frame, stops: Sequence[Stop], taken: list[Box]) -> list[str]:
    """Draw the places; returns a line about those whose names found no room."""
    left_out: list[str] = []
    taken += [Box(*frame.of(stop), 10, 10) for stop in stops]
    for stop in stops:
        x, y = frame.of(stop)
        area = stop.kind in ("country", "region", "sea", "river")
        if area:
            sheet.add("circle", cx=x, cy=y, r=9, fill="none", stroke=BLUE, stroke_dasharray="2 2")
        else:
            sheet.add("circle", cx=x, cy=y, r=4, fill=BLUE, stroke=PAPER, stroke_width=1)
        name = shortened(stop.name, _LONGEST_NAME)
        spot = _label_spot(x, y, width_of(name, _LETTER) + 4, frame, taken)
        if spot is None:
            left_out.append(name)
            continue
        taken.append(spot)
        slant = "italic" if area else None
        sheet.write(spot.x, spot.y + 4, name, size=_LETTER, font_style=slant)
    return [f"Without a name for lack of room: {', '.join(left_out)}."] if left_out else []


def _label_spot(x: float, y: float, wide: float, frame: _Frame, taken: Sequence[Box]) -> Box | None:
    high = 13.0
    right, left = x + wide / 2 + 8, x - wide / 2 - 8
    near = ((right, y), (left, y), (x, y - 15), (x, y + 15), (right, y - 12), (right, y + 12))
    far = (
        (left, y - 12),
        (left, y + 12),
        (x, y - 28),
        (x, y + 28),
        (right, y - 24),
        (left, y + 24),
    )
    inside = [
        Box(a, b, wide, high)
        for a, b in near + far
        if wide / 2 < a < frame.width - wide / 2 and high < b < frame.height - high
    ]
    return free_spot(inside, taken)


def _bows(frame: _Frame, drawn: Sequence[Stretch], known: dict[str, Stop]) -> list["_Bow"]:
    """The bend of every leg; legs between the same two places lie side by side."""
    seen: Counter[tuple[str, str]] = Counter()
    bows = []
    for stretch in drawn:
        (x1, y1), (x2, y2) = frame.of(known[stretch.start]), frame.of(known[stretch.end])
        length = math.hypot(x2 - x1, y2 - y1) or 1.0
        bend = min(0.12 * length, 40.0) + 14.0 * seen[(stretch.start, stretch.end)]
        seen[(stretch.start, stretch.end)] += 1
        control = (
            (x1 + x2) / 2 - (y2 - y1) / length * bend,
            (y1 + y2) / 2 + (x2 - x1) / length * bend,
        )
        bows.append(_Bow((x1, y1), control, (x2, y2)))
    return bows


class _Bow(NamedTuple):
    """A bent line: a quadratic curve from start to end, drawn towards its control point."""

    start: tuple[float, float]
    control: tuple[float, float]
    end: tuple[float, float]

    def at(self, t: float) -> tuple[float, float]:
        """The point at share `t` of the way."""
        ends = zip(self.start, self.control, self.end, strict=True)
        x, y = ((1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c for a, b, c in ends)
        return x, y

    def along(self) -> list[Box]:
        """Small boxes along the line, so that words keep off it."""
        steps = max(int(math.dist(self.start, self.end) / 8), 2)
        return [Box(*self.at(n / steps), 6, 6) for n in range(1, steps)]


def _draw_bow(sheet: Sheet, stretch: Stretch, bow: _Bow) -> None:
    strong = 1.2 + 1.1 * min(max(stretch.groups, 1) - 1, 4)
    (x1, y1), (cx, cy), (x2, y2) = bow
    sheet.add(
        "path",
        d=f"M{x1:.1f} {y1:.1f} Q{cx:.1f} {cy:.1f} {x2:.1f} {y2:.1f}",
        fill="none",
        stroke=QUIET,
        stroke_width=strong,
        stroke_dasharray=DASHES if stretch.tentative else None,
    )
    draw_arrow_head(sheet, bow.control, bow.end, size=7 + strong, gap=5)


def _write_words(
    sheet: Sheet,
    frame: _Frame,
    legs: Sequence[tuple[Stretch, _Bow]],
    known: dict[str, Stop],
    taken: list[Box],
) -> list[str]:
    """Mode and fee beside each leg; returns the lines of a key for those that found no room."""
    key: list[str] = []
    for stretch, bow in legs:
        words = ", ".join(w for w in (stretch.mode, stretch.fee) if w)
        if not words:
            continue
        wide = width_of(words, 9.5) + 4
        spots = (_label_spot(*bow.at(t), wide, frame, taken) for t in (0.5, 0.4, 0.6, 0.3, 0.7))
        spot = next((s for s in spots if s is not None), None)
        if spot is None:
            x, y = bow.at(0.5)
            key.append(f"{len(key) + 1}  {_route_words(stretch, known)}: {words}")
            sheet.add("circle", cx=x, cy=y, r=7, fill=PAPER, stroke=VERMILION)
            sheet.write(x, y + 3.5, str(len(key)), size=9)
            spot = Box(x, y, 15, 15)
        else:
            sheet.write(spot.x, spot.y + 3.5, words, size=9.5, fill=VERMILION)
        taken.append(spot)
    return key


def _draw_countries(sheet: Sheet, frame: _Frame, taken: list[Box], named: Collection[str]) -> None:
    """Names of countries in the window, pale, wherever they cover nothing."""
    for name, (latitude, longitude) in COUNTRY_CENTRES.items():
        if name in named:
            continue
        x, y = frame.at(latitude, longitude)
        letters = name.upper()
        box = Box(x, y, width_of(letters, 9) + 6, 12)
        room = 30 + box.width / 2 < x < frame.width - box.width / 2 and 8 < y < frame.height - 14
        if room and free_spot([box], taken):
            sheet.write(x, y + 3, letters, size=9, fill="#9a9a9a", letter_spacing=1)
            taken.append(box)


def _notes(
    stops: Sequence[Stop], stretches: Sequence[Stretch], known: dict[str, Stop], left_out: int
) -> list[str]:
    name = {stop.id: stop for stop in stops}
    signs = []
    if any(s.tentative for s in stretches):
        signs.append("Dashed: not told as done, or proposed and not yet accepted.")
    if any(s.groups > 1 for s in stretches):
        signs.append("Thicker: more independent groups of reports.")
    notes = [" ".join(signs)] if signs else []
    if left_out:
        notes.append(f"{left_out} more legs are not shown.")
    placeless = [stop.name for stop in stops if stop.id not in known]
    if placeless:
        shown = ", ".join(placeless[:_MOST_NAMES_BELOW])
        rest = len(placeless) - _MOST_NAMES_BELOW
        notes.append(f"No coordinates: {shown}{f' and {rest} more' if rest > 0 else ''}.")
    lost = [s for s in stretches if not (s.start in known and s.end in known)]
    notes += [
        f"Not on the map: {_route_words(s, name)} ({s.mode or 'mode unknown'})" for s in lost[:6]
    ]
    return notes


def _route_words(stretch: Stretch, name: dict[str, Stop]) -> str:
    ends = [name[e].name if e in name else e for e in (stretch.start, stretch.end)]
    return " to ".join(ends)


def _in_words(stops: Sequence[Stop], stretches: Sequence[Stretch]) -> str:
    name = {stop.id: stop for stop in stops}
    legs = [
        f"{_route_words(s, name)} by {s.mode or 'unknown means'}"
        f"{f', {s.fee}' if s.fee else ''}{' (tentative)' if s.tentative else ''}"
        for s in stretches[:30]
    ]
    places = ", ".join(stop.name for stop in stops[:40])
    return f"Places: {places}. Legs: {'; '.join(legs) or 'none reported'}."
