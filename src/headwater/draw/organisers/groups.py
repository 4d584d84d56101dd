"""People by group: organisers readable, ties coloured by layer, dashed where weak."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from headwater.draw.layout import Box, label_spots
from headwater.draw.organisers.places import placed
from headwater.draw.palette import (
    AMBER,
    BLUE,
    DASHES,
    FAINT,
    GREEN,
    INK,
    PAPER,
    QUIET,
    VERMILION,
    width_of,
)
from headwater.draw.sheet import Sheet, shortened

_LAYERS = ("#7a7a7a", BLUE, VERMILION, GREEN, AMBER)
_OTHER = "other layers"
_LONGEST_LABEL = 24
_ALL_NAMED = 30  # with no more people than these, everybody is named
_NAMED = 12  # otherwise these many
_FIRST = 5  # ranks that are drawn large
_MOST = 150  # people on one sheet
_SIZE = {True: 12.0, False: 9.5}  # letters of the first, and of others


class Person(NamedTuple):
    """Somebody in the drawing.

    Attributes:
        id: Id; ties name it.
        label: Name to show.
        group: Name of the group; empty for none.
        rank: Place in a ranking, 1 the first; 0 where there is none.
        chosen: Whether a removal would take this person.
    """

    id: str
    label: str
    group: str = ""
    rank: int = 0
    chosen: bool = False


class Bond(NamedTuple):
    """A tie in one layer; `weak` where only weak grades state it."""

    source: str
    target: str
    layer: str = ""
    weak: bool = False


def draw_groups(
    people: Sequence[Person], bonds: Sequence[Bond], *, title: str, width: float = 760
) -> str:
    """Draw people by group with their ties.

    Up to 30 people are all named, of more the first by rank, then by number of ties. The five
    first by rank are large, with bold names; people a removal would take have a ring. Up to five
    layers have a colour each. At most 150 people are drawn; how many are not is said.

    Args:
        people: All people.
        bonds: All ties; several layers between two people stand side by side.
        title: What it shows, in words.
        width: Width in pixels; the height grows with the number of people.

    Returns:
        One SVG element with a title and a description. The same input gives the same drawing.
    """
    shown = _shown(people, bonds)
    index = {one.id: i for i, one in enumerate(shown)}
    drawn = _merged(bonds, index)
    height = min(210 + 22.0 * len(shown), 620 + 3.0 * len(shown), 900.0)
    area = Box(width / 2, (height - 40) / 2, width - 24, height - 56)
    pairs = sorted({(index[b.source], index[b.target]) for b in drawn})
    named = _named(shown, drawn)
    places, discs = placed([one.group for one in shown], pairs, area, _sizes(shown, named))
    sheet = Sheet(width, height, title, _in_words(shown, drawn, len(people)))
    for disc in discs:
        sheet.add("circle", cx=disc.x, cy=disc.y, r=disc.radius, fill=FAINT, fill_opacity=0.35)
    colours = _colours(drawn)
    _draw_bonds(sheet, shown, drawn, places, colours)
    for disc in discs:
        spot = max(disc.y - disc.radius + 3, 12.0)
        sheet.write(disc.x, spot, disc.name, size=10, fill=QUIET)
    for one, (x, y) in sorted(zip(shown, places, strict=True), key=lambda p: -p[0].rank):
        _draw_person(sheet, one, x, y)
    lines = [(places[a], places[b]) for a, b in pairs if a in named or b in named]
    _write_names(sheet, [(shown[i], places[i]) for i in named], places, lines, area)
    _draw_key(sheet, shown, drawn, colours, len(people))
    return sheet.svg()


def _degrees(bonds: Sequence[Bond]) -> Counter[str]:
    pairs = {frozenset((b.source, b.target)) for b in bonds if b.source != b.target}
    return Counter(end for pair in pairs for end in pair)


def _shown(people: Sequence[Person], bonds: Sequence[Bond]) -> list[Person]:
    """The first by rank, chosen or tied most; in the order given."""
    if len(people) <= _MOST:
        return list(people)
    ties = _degrees(bonds)
    kept = {one.id for one in sorted(people, key=lambda p: _weight(p, ties))[:_MOST]}
    return [one for one in people if one.id in kept]


def _weight(one: Person, ties: Counter[str]) -> tuple[bool, float, int, str]:
    return (not one.chosen, one.rank or float("inf"), -ties[one.id], one.id)


def _merged(bonds: Sequence[Bond], index: dict[str, int]) -> list[Bond]:
    """Each pair once for each layer; weak only where nothing stronger states it."""
    weak: dict[tuple[str, str, str], bool] = {}
    for bond in bonds:
        if bond.source in index and bond.target in index and bond.source != bond.target:
            one, two = sorted((bond.source, bond.target))
            key = (one, two, bond.layer)
            weak[key] = weak.get(key, True) and bond.weak
    return [Bond(one, two, layer, held) for (one, two, layer), held in sorted(weak.items())]


def _colours(bonds: Sequence[Bond]) -> dict[str, str]:
    """A colour for each of the commonest layers, and one for all others."""
    counts = Counter(bond.layer for bond in bonds)
    ranked = sorted(counts, key=lambda layer: (-counts[layer], layer))
    if len(ranked) > len(_LAYERS):
        rest = dict.fromkeys(ranked[len(_LAYERS) - 1 :], _LAYERS[0])
        return dict(zip(ranked, _LAYERS[1:], strict=False)) | rest
    return dict(zip(ranked, _LAYERS, strict=False))


def _draw_bonds(
    sheet: Sheet,
    shown: Sequence[Person],
    bonds: Sequence[Bond],
    places: Sequence[tuple[float, float]],
    colours: dict[str, str],
) -> None:
    index = {one.id: i for i, one in enumerate(shown)}
    groups = {one.id: one.group for one in shown}
    beside: dict[tuple[str, str], list[Bond]] = {}
    for bond in bonds:
        beside.setdefault((bond.source, bond.target), []).append(bond)
    for (source, target), lines in beside.items():
        (x1, y1), (x2, y2) = places[index[source]], places[index[target]]
        length = max(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5, 1e-6)
        for number, bond in enumerate(lines):
            off = 2.6 * (number - (len(lines) - 1) / 2)
            dx, dy = -(y2 - y1) / length * off, (x2 - x1) / length * off
            sheet.add(
                "line",
                x1=x1 + dx,
                y1=y1 + dy,
                x2=x2 + dx,
                y2=y2 + dy,
                stroke=colours[bond.layer],
                stroke_width=1.3,
                stroke_opacity=0.55 if _leaves(bond, groups) else None,
                stroke_dasharray=DASHES if bond.weak else None,
            )


def _leaves(bond: Bond, groups: dict[str, str]) -> bool:
    """Whether a tie runs from a group to another or to somebody in none."""
    return groups[bond.source] != groups[bond.target]


def _first(one: Person) -> bool:
    return 0 < one.rank <= _FIRST


def _draw_person(sheet: Sheet, one: Person, x: float, y: float) -> None:
    radius = 8.0 if _first(one) else 4.5
    fill = VERMILION if _first(one) else PAPER
    sheet.add("circle", cx=x, cy=y, r=radius, fill=fill, stroke=INK, stroke_width=1.1)
    if one.chosen:
        sheet.add("circle", cx=x, cy=y, r=radius + 3.5, fill="none", stroke=INK, stroke_width=1.8)


def _named(shown: Sequence[Person], bonds: Sequence[Bond]) -> list[int]:
    """Who is named, the most important first."""
    ties = _degrees(bonds)
    order = sorted(range(len(shown)), key=lambda i: _weight(shown[i], ties))
    must = [i for i in order if shown[i].chosen or _first(shown[i])]
    rest = [i for i in order if i not in set(must)]
    most = len(shown) if len(shown) <= _ALL_NAMED else max(_NAMED, len(must))
    return (must + rest)[:most]


def _sizes(shown: Sequence[Person], named: Sequence[int]) -> list[tuple[float, float]]:
    """Room for each mark, with part of the name where everybody is named."""
    if len(named) < len(shown):
        return [(28.0, 28.0) if _first(one) else (17.0, 17.0) for one in shown]
    widths = (width_of(shortened(one.label, _LONGEST_LABEL), 9.5) for one in shown)
    return [(max(24.0, 0.8 * wide), 32.0) for wide in widths]


def _write_names(
    sheet: Sheet,
    named: Sequence[tuple[Person, tuple[float, float]]],
    places: Sequence[tuple[float, float]],
    lines: Sequence[tuple[tuple[float, float], tuple[float, float]]],
    area: Box,
) -> None:
    """Names where they cover no mark, which weighs most, and cross the fewest ties."""
    across = [((x - 6, y), (x + 6, y)) for x, y in places]
    marks = across + [((x, y - 6), (x, y + 6)) for x, y in places]
    room = Box(area.x, area.y, area.width + 20, area.height + 24)
    spots = label_spots([_spots(one, *place) for one, place in named], [*marks * 3, *lines], room)
    for (one, _), spot in zip(named, spots, strict=True):
        bold = "bold" if _first(one) else None
        size = _SIZE[_first(one)]
        label = shortened(one.label, _LONGEST_LABEL)
        sheet.write(spot.x, spot.y + size * 0.36, label, size=size, font_weight=bold)


def _spots(one: Person, x: float, y: float) -> list[Box]:
    """Under the mark, over it, beside it, and at its corners."""
    size = _SIZE[_first(one)]
    wide = width_of(shortened(one.label, _LONGEST_LABEL), size) + 4
    high = size + 2
    gap = (13.0 if one.chosen else 10.0) if _first(one) else (9.0 if one.chosen else 6.0)
    up, aside = gap + high / 2, gap + wide / 2
    straight = ((x, y + up), (x, y - up), (x + aside, y), (x - aside, y))
    corners = [(x + sx * aside * 0.8, y + sy * up) for sx in (1, -1) for sy in (1, -1)]
    return [Box(*spot, wide, high) for spot in (*straight, *corners)]


def _in_words(shown: Sequence[Person], bonds: Sequence[Bond], people: int) -> str:
    first = sorted((one for one in shown if _first(one)), key=lambda one: one.rank)
    groups = Counter(one.group for one in shown if one.group)
    said = [f"{len(shown)} of {people} people shown, {len(bonds)} ties."]
    if groups:
        sizes = ", ".join(f"{name} {count}" for name, count in sorted(groups.items()))
        said.append(f"Groups: {sizes}.")
    if first:
        said.append(f"First by rank: {', '.join(one.label for one in first)}.")
    taken = [one.label for one in shown if one.chosen]
    if taken:
        said.append(f"Removal would take: {', '.join(taken)}.")
    return " ".join(said)


def _draw_key(
    sheet: Sheet,
    shown: Sequence[Person],
    bonds: Sequence[Bond],
    colours: dict[str, str],
    people: int,
) -> None:
    base, x = sheet.height - 26, 12.0
    sheet.add("line", x1=8, y1=base - 12, x2=sheet.width - 8, y2=base - 12, stroke=FAINT)
    others = len(colours) > len(_LAYERS)
    words = {
        colour: _OTHER if others and colour == _LAYERS[0] else layer or "tie"
        for layer, colour in reversed(colours.items())
    }
    for colour, word in reversed(words.items()):
        label = shortened(word.replace("_", " "), 22)
        sheet.add("line", x1=x, y1=base, x2=x + 22, y2=base, stroke=colour, stroke_width=2.2)
        sheet.write(x + 27, base + 4, label, size=10, text_anchor="start")
        x += 42 + width_of(label, 10)
    groups = {one.id: one.group for one in shown}
    said = ["large: ranked among the first five"] if any(map(_first, shown)) else []
    said += ["ring: the removal takes them"] if any(one.chosen for one in shown) else []
    said += ["pale: out of a group"] if any(_leaves(bond, groups) for bond in bonds) else []
    said += ["dashed: weak sources only"] if any(bond.weak for bond in bonds) else []
    hidden = people - len(shown)
    said += [f"{hidden} more people not shown"] if hidden else []
    sheet.write(12, base + 20, "; ".join(said), size=10, text_anchor="start")
