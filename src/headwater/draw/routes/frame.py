"""The window of a map: where a point of the earth stands, and the ground beneath the routes."""

import math
from collections.abc import Collection, Iterable, Sequence

from headwater.draw.countries import COUNTRY_CENTRES
from headwater.draw.geography import Line, Window, geography
from headwater.draw.layout import Box, free_spot
from headwater.draw.palette import FAINT, QUIET, width_of
from headwater.draw.routes.route import Stop
from headwater.draw.sheet import Sheet

_LAND = "#f4f4f4"
_COAST = "#8a8a8a"
_LEAST_TALL, _LEAST_WIDE = 1.2, 1.8  # degrees: a window is no smaller
_EDGE, _HEADING = 16.0, 34.0  # pixels from the edge at which a leg to the outside ends; from above


class Frame:
    """The window of the map, and where a point of the earth stands in it."""

    def __init__(self, stops: Sequence[Stop], width: float) -> None:
        inside = [s for s in stops if not s.outside]
        latitudes = [s.latitude or 0.0 for s in inside] or [45.0]
        longitudes = [s.longitude or 0.0 for s in inside] or [18.0]
        middle = (min(latitudes) + max(latitudes)) / 2
        self.squeeze = max(math.cos(math.radians(middle)), 0.2)
        tall = max(max(latitudes) - min(latitudes), _LEAST_TALL) * 1.3
        wide = max(max(longitudes) - min(longitudes), _LEAST_WIDE) * 1.3 * self.squeeze
        self.width = width
        self.height = min(max(width * tall / wide, 260.0), 0.57 * width)
        self.scale = min(width / wide, self.height / tall)
        self.north = middle + self.height / self.scale / 2
        across = (min(longitudes) + max(longitudes)) / 2
        self.west = across - width / self.scale / self.squeeze / 2

    def at(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Pixels from the upper left corner."""
        return (longitude - self.west) * self.squeeze * self.scale, (
            self.north - latitude
        ) * self.scale

    def degrees(self, x: float, y: float) -> tuple[float, float]:
        """Degrees east and north of a point in pixels."""
        return self.west + x / self.squeeze / self.scale, self.north - y / self.scale

    def of(self, stop: Stop) -> tuple[float, float]:
        """Where a stop stands; it must have coordinates."""
        return self.at(stop.latitude or 0.0, stop.longitude or 0.0)

    def edge(self, stop: Stop, outside: Stop) -> tuple[float, float]:
        """Where the straight way from a stop to one that lies outside leaves the map."""
        (x, y), (far_x, far_y) = self.of(stop), self.of(outside)
        across, down = far_x - x, far_y - y
        shares = [1.0]
        for at, by, least, size in (
            (x, across, _EDGE, self.width),
            (y, down, _HEADING, self.height),
        ):
            if by:
                shares.append(((size - _EDGE if by > 0 else least) - at) / by)
        share = max(min(shares), 0.0)
        return x + across * share, y + down * share

    @property
    def whole(self) -> Box:
        """The window as a box."""
        return Box(self.width / 2, self.height / 2, self.width, self.height)


def draw_ground(sheet: Sheet, frame: Frame) -> None:
    """Draw land, borders and a grid of degrees."""
    west, north = frame.degrees(0, 0)
    east, south = frame.degrees(frame.width, frame.height)
    under = geography(Window(west, max(south, -90.0), east, min(north, 90.0)))
    for ring in under.land:
        points = _points(frame, [*ring, ring[0]])
        sheet.add("polyline", points=points, fill=_LAND, stroke=_COAST, stroke_width=0.8)
    for line in under.borders:
        points = _points(frame, line)
        sheet.add("polyline", points=points, fill="none", stroke=_COAST, stroke_dasharray="4 2 1 2")
    _draw_grid(sheet, frame)


def _points(frame: Frame, line: Iterable[Line]) -> str:
    places = (frame.at(float(north), float(east)) for east, north in line)
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in places)


def _draw_grid(sheet: Sheet, frame: Frame) -> None:
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


def draw_countries(sheet: Sheet, frame: Frame, taken: list[Box], named: Collection[str]) -> None:
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
