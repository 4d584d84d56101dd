"""Routes drawn like a map: places where they lie, legs as arrows, coasts and borders beneath."""

from collections.abc import Mapping, Sequence

from headwater.draw.layout import Box, free_spot
from headwater.draw.palette import BLUE, PAPER, VERMILION, width_of
from headwater.draw.routes.frame import Frame, draw_countries, draw_ground
from headwater.draw.routes.lines import Bow, bows_of, draw_bow, draw_key
from headwater.draw.routes.route import Key, Stop, Stretch
from headwater.draw.sheet import Sheet, shortened

USUAL = Key()
"""The usual signs, and no notes."""

_LETTER = 11.0
_MOST_NAMES_BELOW = 12
_LONGEST_NAME = 30
_MOST_LOST = 6
_ALONG = (0.5, 0.4, 0.6, 0.3, 0.7)  # where words may stand beside a leg, as shares of its way
_LINE = 6  # pixels: boxes no larger keep words off a line


def draw_routes(
    stops: Sequence[Stop],
    stretches: Sequence[Stretch],
    *,
    title: str,
    most: int = 30,
    width: float = 760,
    key: Key = USUAL,
) -> str:
    """Draw places and the legs between them over coasts, borders and a grid of degrees.

    Equirectangular projection at the middle latitude. The first `most` legs are drawn; one to a
    stop outside ends at the edge, under its name. What is not on the map stands beneath it.

    Returns:
        One SVG element without scripts, with a title and a description.
    """
    known = {s.id: s for s in stops if s.latitude is not None and s.longitude is not None}
    on_map = [s for s in stretches if s.start in known and s.end in known and s.start != s.end]
    drawn = on_map[:most]
    signs = [] if key.signs else _signs(stretches)
    told = [*signs, *_notes(stops, stretches, known, len(on_map) - len(drawn)), *key.notes]
    if drawn:
        used = {end for stretch in drawn for end in (stretch.start, stretch.end)}
        known = {one: stop for one, stop in known.items() if one in used}
    inside = [stop for stop in known.values() if not stop.outside]
    frame = Frame(inside, width)
    sheet = Sheet(width, frame.height, title, _in_words(stops, stretches))
    draw_ground(sheet, frame)
    bows = bows_of(frame, drawn, known)
    taken = [*(spot for bow in bows for spot in bow.along()), *_write_heading(sheet, key.heading)]
    for stretch, bow in zip(drawn, bows, strict=True):
        draw_bow(sheet, stretch, bow)
    nameless = _draw_stops(sheet, frame, inside, taken)
    numbered = _write_words(sheet, frame, [*zip(drawn, bows, strict=True)], known, taken)
    draw_countries(sheet, frame, taken, {stop.name for stop in inside})
    draw_key(sheet, key.signs)
    for note in (*numbered, *nameless, *told):
        sheet.write_below(note)
    return sheet.svg()


def _write_heading(sheet: Sheet, heading: str) -> list[Box]:
    """Write the heading in the upper left corner; returns the room that it takes."""
    if not heading:
        return []
    wide = width_of(heading, 13)
    sheet.write(10, 20, heading, size=13, font_weight="bold", text_anchor="start")
    return [Box(10 + wide / 2, 16, wide, 20)]


def _draw_stops(sheet: Sheet, frame: Frame, stops: Sequence[Stop], taken: list[Box]) -> list[str]:
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


def _label_spot(x: float, y: float, wide: float, frame: Frame, taken: Sequence[Box]) -> Box | None:
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


def _write_words(
    sheet: Sheet,
    frame: Frame,
    legs: Sequence[tuple[Stretch, Bow]],
    known: dict[str, Stop],
    taken: list[Box],
) -> list[str]:
    """Mode and fee beside each leg; returns the lines of a key for those that found no room.

    Legs that leave the map choose first, at its edge.
    """
    key: list[str] = []
    for stretch, bow in sorted(legs, key=lambda leg: not _beyond(leg[0], known)):
        words = _words_of(stretch)
        beyond = _beyond(stretch, known)
        if not (words or beyond):
            continue
        shown = ": ".join(filter(None, (beyond, words)))
        wide = width_of(shown, 9.5) + 4
        edge = ((1.0, 0.9) if known[stretch.end].outside else (0.0, 0.1)) if beyond else ()
        spots = (_label_spot(*bow.at(t), wide, frame, taken) for t in (*edge, *_ALONG))
        spot = next((s for s in spots if s is not None), None)
        if spot is None:
            key.append(f"{len(key) + 1}  {_route_words(stretch, known)}: {words}")
            spot = _number_spot(bow, taken)
            sheet.add("circle", cx=spot.x, cy=spot.y, r=7, fill=PAPER, stroke=VERMILION)
            sheet.write(spot.x, spot.y + 3.5, str(len(key)), size=9)
        else:
            sheet.write(spot.x, spot.y + 3.5, shown, size=9.5, fill=VERMILION)
        taken.append(spot)
    return key


def _number_spot(bow: Bow, taken: Sequence[Box]) -> Box:
    """Where a number stands on its line, off other numbers and names if it can."""
    every = [Box(*bow.at(t), 15, 15) for t in (0.5, 0.35, 0.65, 0.2, 0.8)]
    words = [box for box in taken if box.width > _LINE or box.height > _LINE]
    return free_spot(every, words) or every[0]


def _words_of(stretch: Stretch) -> str:
    return ", ".join(word for word in (stretch.mode, stretch.fee) if word)


def _beyond(stretch: Stretch, known: dict[str, Stop]) -> str:
    """Where a leg leads that leaves the map, or whence it comes; empty where it does neither."""
    start, end = known[stretch.start], known[stretch.end]
    if end.outside:
        return f"to {shortened(end.name, _LONGEST_NAME)}"
    return f"from {shortened(start.name, _LONGEST_NAME)}" if start.outside else ""


def _signs(stretches: Sequence[Stretch]) -> list[str]:
    signs = []
    if any(s.tentative for s in stretches):
        signs.append("Dashed: not told as done, or proposed and not yet accepted.")
    if any(s.groups > 1 for s in stretches):
        signs.append("Thicker: more independent groups of reports.")
    return [" ".join(signs)] if signs else []


def _notes(
    stops: Sequence[Stop], stretches: Sequence[Stretch], known: dict[str, Stop], left_out: int
) -> list[str]:
    name = {stop.id: stop for stop in stops}
    notes = []
    if left_out:
        notes.append(f"{left_out} more legs are not shown.")
    placeless = [stop.name for stop in stops if stop.id not in known]
    if placeless:
        shown = ", ".join(placeless[:_MOST_NAMES_BELOW])
        rest = len(placeless) - _MOST_NAMES_BELOW
        notes.append(f"No coordinates: {shown}{f' and {rest} more' if rest > 0 else ''}.")
    lost = [s for s in stretches if not (s.start in known and s.end in known)]
    notes += [f"Not on the map: {in_words(s, name)}" for s in lost[:_MOST_LOST]]
    if len(lost) > _MOST_LOST:
        notes.append(f"Not on the map: {len(lost) - _MOST_LOST} more legs.")
    return notes


def in_words(stretch: Stretch, name: Mapping[str, Stop]) -> str:
    """A leg with its ends, its mode and what else is told of it."""
    told = ", ".join((stretch.mode or "mode unknown", *([stretch.fee] if stretch.fee else [])))
    return f"{_route_words(stretch, name)} ({told})"


def _route_words(stretch: Stretch, name: Mapping[str, Stop]) -> str:
    ends = [(name[e].name if e in name else e) or "?" for e in (stretch.start, stretch.end)]
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
