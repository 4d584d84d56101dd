"""A network drawn so that a tired reader can follow it: few nodes, all labels readable."""

from collections.abc import Sequence
from typing import NamedTuple

from headwater.draw.layout import Box, label_spots, push_apart, spring_layout
from headwater.draw.palette import (
    AMBER,
    BLUE,
    DASHES,
    FAINT,
    GREEN,
    INK,
    QUIET,
    VERMILION,
    width_of,
)
from headwater.draw.sheet import Sheet, shortened

_FILL = {"person": VERMILION, "network": BLUE, "body": GREEN, "other": AMBER}
_WORD = {"person": "person", "network": "group", "body": "public body", "other": "other"}
_LETTER = 11.0
_LONGEST_LABEL = 26
_SEEDS = 5


class Node(NamedTuple):
    """Somebody or something in a network.

    Attributes:
        id: Its id; ties name it.
        label: Name to show; withheld names never come this far.
        kind: `person`, `network`, `body` or `other`; decides shape and colour.
        weight: Importance; the largest are shown first and drawn larger.
        note: A few words under the name, as a role.
    """

    id: str
    label: str
    kind: str = "other"
    weight: float = 0.0
    note: str = ""


class Tie(NamedTuple):
    """A tie between two nodes; `proposed` ones are dashed, heavier ones thicker."""

    source: str
    target: str
    weight: float = 1.0
    directed: bool = False
    proposed: bool = False


def draw_network(
    nodes: Sequence[Node], ties: Sequence[Tie], *, title: str, most: int = 24, width: float = 760
) -> str:
    """Draw the most important nodes of a network with the ties between them.

    Args:
        nodes: All nodes; at most `most` are shown: the first five by weight, then number of
            ties, and from them outwards whoever is tied to somebody shown.
        ties: All ties; those between shown nodes are drawn.
        title: What it shows, in words.
        most: How many nodes at most.
        width: Width in pixels.

    Returns:
        One SVG element without scripts, with a title and a description; it says how many nodes
        are not shown. The same input gives the same drawing.
    """
    shown = _chosen(nodes, ties, most)
    index = {node.id: i for i, node in enumerate(shown)}
    drawn = [t for t in ties if t.source in index and t.target in index and t.source != t.target]
    height = min(150 + 16.0 * len(shown), 600.0)
    left_out = len(nodes) - len(shown)
    many = "tie" if len(drawn) == 1 else "ties"
    said = f"{len(shown)} of {len(nodes)} shown with {len(drawn)} {many}"
    sheet = Sheet(width, height, title, f"{said}. {_in_words(shown, drawn)}")
    boxes = _placed(shown, drawn, index, Box(width / 2, height / 2 - 18, width - 16, height - 60))
    for tie in drawn:
        _draw_tie(sheet, tie, boxes[index[tie.source]], boxes[index[tie.target]])
    ends = [(_mark_of(boxes[index[t.source]]), _mark_of(boxes[index[t.target]])) for t in drawn]
    room = Box(width / 2, (height - 36) / 2, width - 8, height - 36)
    labels = label_spots([_spots(n, b) for n, b in zip(shown, boxes, strict=True)], ends, room)
    for node, box, label in zip(shown, boxes, labels, strict=True):
        draw_mark(sheet, node.kind, *_mark_of(box))
        sheet.write(label.x, label.y + (0 if node.note else 4), _short(node.label), size=_LETTER)
        if node.note:
            sheet.write(label.x, label.y + 11, _short(node.note), size=9, fill=QUIET)
    _draw_key(sheet, shown, drawn, left_out)
    return sheet.svg()


def _chosen(nodes: Sequence[Node], ties: Sequence[Tie], most: int) -> list[Node]:
    """The first by rank, then whoever is tied to those shown, so that islands do not crowd it."""
    near: dict[str, set[str]] = {node.id: set() for node in nodes}
    for tie in ties:
        if tie.source in near and tie.target in near and tie.source != tie.target:
            near[tie.source].add(tie.target)
            near[tie.target].add(tie.source)
    ranked = sorted(nodes, key=lambda n: (-n.weight, -len(near[n.id]), n.id))
    if not any(near.values()):
        return ranked[:most]
    shown = {node.id for node in ranked[: min(_SEEDS, most)]}
    reach = set[str]().union(*(near[one] for one in shown)) - shown
    while reach and len(shown) < most:
        following = next(node.id for node in ranked if node.id in reach)
        shown.add(following)
        reach = (reach | near[following]) - shown
    return [node for node in ranked if node.id in shown]


def _in_words(shown: Sequence[Node], drawn: Sequence[Tie]) -> str:
    label = {node.id: node.label for node in shown}
    pairs = [
        f"{label[t.source]} with {label[t.target]}{' (proposed)' if t.proposed else ''}"
        for t in drawn[:30]
    ]
    rest = f"; and {len(drawn) - 30} more" if len(drawn) > 30 else ""
    return f"Ties: {'; '.join(pairs)}{rest}." if pairs else "No ties."


def _placed(
    shown: Sequence[Node], drawn: Sequence[Tie], index: dict[str, int], sheet: Box
) -> list[Box]:
    pairs = [(index[tie.source], index[tie.target]) for tie in drawn]
    boxes = []
    for node, (x, y) in zip(shown, spring_layout(len(shown), pairs), strict=True):
        wide = max(width_of(_short(node.label), _LETTER), width_of(_short(node.note), 9), 26) + 10
        high = 34 + (11 if node.note else 0)
        left, top = sheet.x - sheet.width / 2, sheet.y - sheet.height / 2
        centre = (left + wide / 2 + x * (sheet.width - wide), top + high / 2)
        boxes.append(Box(centre[0], centre[1] + y * (sheet.height - high), wide, high))
    return push_apart(boxes, sheet)


def _mark_of(box: Box) -> tuple[float, float]:
    """The mark stands at the top of its box, the label beneath it."""
    return box.x, box.y - box.height / 2 + 10


def _draw_tie(sheet: Sheet, tie: Tie, source: Box, target: Box) -> None:
    (x1, y1), (x2, y2) = _mark_of(source), _mark_of(target)
    strong = min(1.0 + 0.5 * max(tie.weight - 1, 0), 4.0)
    dashes = DASHES if tie.proposed else None
    look = {"stroke": QUIET, "stroke_width": strong, "stroke_dasharray": dashes}
    sheet.add("line", x1=x1, y1=y1, x2=x2, y2=y2, **look)
    if tie.directed:
        draw_arrow_head(sheet, (x1, y1), (x2, y2), size=5 + strong)


def draw_arrow_head(
    sheet: Sheet,
    start: tuple[float, float],
    end: tuple[float, float],
    *,
    size: float,
    gap: float = 9,
) -> None:
    """A filled arrow head `gap` pixels short of `end`, pointing away from `start`."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = max((dx * dx + dy * dy) ** 0.5, 1e-6)
    ux, uy = dx / length, dy / length
    tip = (end[0] - gap * ux, end[1] - gap * uy)
    back = (tip[0] - size * ux, tip[1] - size * uy)
    wing = 0.45 * size
    corners = (
        tip,
        (back[0] - wing * uy, back[1] + wing * ux),
        (back[0] + wing * uy, back[1] - wing * ux),
    )
    sheet.add("polygon", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in corners), fill=QUIET)


def _spots(node: Node, box: Box) -> list[Box]:
    """Where its name can stand: under the mark, over it, or beside it."""
    x, y = _mark_of(box)
    wide = max(width_of(_short(node.label), _LETTER), width_of(_short(node.note), 9)) + 4
    high = 24.0 if node.note else 13.0
    up, aside = 10 + high / 2, 10 + wide / 2
    places = ((x, y + up), (x, y - up), (x + aside, y), (x - aside, y))
    return [Box(*place, wide, high) for place in places]


def draw_mark(sheet: Sheet, kind: str, x: float, y: float) -> None:
    """The shape of a kind: circle for a person, square for a group, diamond for a public body."""
    look = {"fill": _FILL.get(kind, AMBER), "stroke": INK, "stroke_width": 0.8}
    if kind == "person":
        sheet.add("circle", cx=x, cy=y, r=6.5, **look)
    elif kind == "network":
        sheet.add("rect", x=x - 6, y=y - 6, width=12, height=12, **look)
    elif kind == "body":
        sheet.add("polygon", points=f"{x},{y - 8} {x + 8},{y} {x},{y + 8} {x - 8},{y}", **look)
    else:
        sheet.add("polygon", points=f"{x},{y - 7} {x + 7},{y + 6} {x - 7},{y + 6}", **look)


def _draw_key(sheet: Sheet, shown: Sequence[Node], drawn: Sequence[Tie], left_out: int) -> None:
    base = sheet.height - 16
    sheet.add("line", x1=8, y1=base - 16, x2=sheet.width - 8, y2=base - 16, stroke=FAINT)
    x = 18.0
    for kind in (k for k in _FILL if any(node.kind == k for node in shown)):
        draw_mark(sheet, kind, x, base)
        sheet.write(x + 12, base + 4, _WORD[kind], size=10, text_anchor="start")
        x += 30 + width_of(_WORD[kind], 10)
    words = ["dashed: proposed, not yet accepted"] if any(t.proposed for t in drawn) else []
    words += ["thicker: more reports"] if any(t.weight > 1 for t in drawn) else []
    words += [f"{left_out} more not shown (lower ranked)"] if left_out else []
    sheet.write(sheet.width - 10, base + 4, "; ".join(words), size=10, text_anchor="end")


def _short(label: str) -> str:
    return shortened(label, _LONGEST_LABEL)
