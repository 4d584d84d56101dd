"""Sankey: who pays whom, as bands as thick as the sum; a part for each currency.

Riehmann, Hanfler and Froehlich 2005 (bands between columns).
"""

from collections.abc import Mapping, Sequence

from headwater.draw.business.flows import (
    Flow,
    Settled,
    columns,
    largest,
    ordered,
    parts,
    weights,
)
from headwater.draw.business.hatching import draw_box
from headwater.draw.business.scales import in_letters
from headwater.draw.layout import Box, free_spot
from headwater.draw.palette import AMBER, BLUE, GREEN, INK, VERMILION, width_of
from headwater.draw.sheet import Sheet, shortened

_WIDTH = 760.0
_PILE, _BAND = 230.0, 56.0  # most height of the fullest column of bands; for one node
_GAP = 26.0
_HEAD = 34.0
_BAR = 10.0
_EDGE = 14.0
_LONGEST_NAME = 26
_MOST_SUMS = 20
_MOST_PARTS = 4
_LOOKS = {"hawala": (VERMILION, "9 4"), "cash": (GREEN, "2 3"), "account": (BLUE, None)}
_UNSAID = (AMBER, "12 3 2 3")
_DOTS = "1.5 4"


def draw_sankey(
    flows: Sequence[Flow],
    settled: Sequence[Settled] = (),
    *,
    title: str,
    names: Mapping[str, str] | None = None,
    apart: Sequence[str] = (),
    notes: Sequence[str] = (),
) -> str:
    """Draw who pays whom, each currency by itself.

    Args:
        flows: The flows; the smallest are left out where there are too many, and it is said.
        settled: Pairs of ends that settle with each other; drawn where both are shown.
        title: What it shows, in words.
        names: Names to show for ids.
        apart: Ids that stand for many (customers): as payer and as payee two different nodes.
        notes: Lines to write beneath.

    Returns:
        One SVG element with a title and a description.
    """
    names = names or {}
    held = parts([_told_apart(flow, apart) for flow in flows])
    plans = [_Plan(currency, some, settled, names) for currency, some in held[:_MOST_PARTS]]
    height = sum(plan.height for plan in plans) or 40.0
    sheet = Sheet(_WIDTH, height, title, _in_words(flows, settled, names))
    top = 0.0
    for plan in plans:
        plan.draw(sheet, top)
        top += plan.height
    if plans:
        _draw_key(sheet, flows, settled)
    else:
        sheet.write(10, 24, "No sum of money is told.", text_anchor="start")
    for note in (*_notes(plans, held), *notes):
        sheet.write_below(note)
    return sheet.svg()


def _told_apart(flow: Flow, apart: Sequence[str]) -> Flow:
    """Those who stand for many are one node where they pay and another where they are paid."""
    target = f"{flow.target}\x00" if flow.target in apart else flow.target
    return flow._replace(target=target)


class _Plan:
    """Where the nodes and bands of one currency stand."""

    def __init__(
        self,
        currency: str,
        flows: Sequence[Flow],
        settled: Sequence[Settled],
        names: Mapping[str, str],
    ) -> None:
        self.currency = currency
        self.flows = largest(flows)
        self.left_out = [flow for flow in flows if flow not in self.flows]
        self._names = names
        ends = {end for flow in self.flows for end in (flow.source, flow.target)}
        self._settled = [
            one for one in settled if one.currency == currency and {one.taker, one.payer} <= ends
        ]
        self._column = columns(self.flows, self._settled)
        self._weight = weights(self.flows)
        self._order = ordered(self.flows, self._column)
        fullest = max(sum(self._weight[n] for n in some) for some in self._order)
        pile = min(_PILE, _BAND * max(len(some) for some in self._order))
        self._scale = pile / fullest
        self._piles = [
            sum(self._high(n) for n in some) + _GAP * (len(some) - 1) for some in self._order
        ]
        self._back = sum(self._turns(flow) for flow in self.flows)
        self.height = _HEAD + max(self._piles) + 24 + 16 * self._back

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw the bands, then the nodes over them, then names and sums."""
        heading = self.currency or "currency not said"
        sheet.write(10, top + 16, heading, size=12, text_anchor="start", font_weight="bold")
        at = self._places(top + _HEAD)
        used = {side: dict.fromkeys(at, 0.0) for side in ("out", "in")}
        spots: list[tuple[float, float, Flow]] = []
        low = top + _HEAD + max(self._piles) + 12
        for flow in sorted(self.flows, key=lambda f: (at[f.source].y, at[f.target].y, f.kind)):
            thick = max(flow.amount * self._scale, 1.2)
            ends = []
            for side, node in (("out", flow.source), ("in", flow.target)):
                box = at[node]
                y = box.y - box.height / 2 + used[side][node] + thick / 2
                used[side][node] += flow.amount * self._scale
                ends.append((box.x + (_BAR / 2 if side == "out" else -_BAR / 2), y))
            if self._turns(flow):
                spots.append(_draw_turn(sheet, ends, flow, low))
                low += 16
            else:
                spots.append(_draw_band(sheet, ends, flow, thick))
        for box in at.values():
            draw_box(sheet, box, INK, "plain")
        spots.sort(key=lambda spot: -spot[2].amount)
        words = [
            (x, y, f"{in_letters(flow.amount)} ({flow.times})") for x, y, flow in spots[:_MOST_SUMS]
        ]
        words += self._draw_settled(sheet, at)
        taken = self._write_names(sheet, at)
        for one in words:
            _write_words(sheet, *one, taken)

    def _turns(self, flow: Flow) -> bool:
        """Whether it runs back to a column before, or stays in its own."""
        return self._column[flow.target] <= self._column[flow.source]

    def _high(self, node: str) -> float:
        return max(self._weight[node] * self._scale, 3.0)

    def _places(self, top: float) -> dict[str, Box]:
        places = {}
        across = _WIDTH - 2 * _EDGE - _BAR
        for column, nodes in enumerate(self._order):
            x = _EDGE + _BAR / 2 + across * column / max(1, len(self._order) - 1)
            y = top + (max(self._piles) - self._piles[column]) / 2
            for node in nodes:
                high = self._high(node)
                places[node] = Box(x, y + high / 2, _BAR, high)
                y += high + _GAP
        return places

    def _write_names(self, sheet: Sheet, at: Mapping[str, Box]) -> list[Box]:
        """Names beside their nodes, a little higher or lower where one stands there already."""
        last = len(self._order) - 1
        room = (_WIDTH - 2 * _EDGE) / max(1, last) - 2 * _BAR
        most = min(_LONGEST_NAME, int(room / 6.4))
        taken: list[Box] = []
        for node, box in at.items():
            one = node.rstrip("\x00")
            name = shortened(self._names.get(one, one), most)
            aside = -1 if self._column[node] == last and last else 1
            wide = 1.1 * width_of(name, 11) + 4  # bold, and a space before the next words
            x = box.x + aside * (_BAR / 2 + 5)
            spots = [
                Box(x + aside * wide / 2, box.y + by, wide, 13) for by in (0, -13, 13, -20, 20)
            ]
            spot = free_spot(spots, taken) or spots[0]
            anchor = "end" if aside < 0 else "start"
            sheet.write(x, spot.y + 4, name, text_anchor=anchor, font_weight="bold")
            taken.append(spot)
        return taken

    def _draw_settled(self, sheet: Sheet, at: Mapping[str, Box]) -> list[tuple[float, float, str]]:
        words = []
        for one in self._settled:
            first, second = at[one.taker], at[one.payer]
            bend = 60.0 if first.x == second.x else 0.0
            middle = ((first.x + second.x) / 2 + bend, (first.y + second.y) / 2)
            path = _path("MQ", (first.x, first.y), middle, (second.x, second.y))
            look = {"stroke_width": 1.8, "stroke_dasharray": _DOTS, "stroke_linecap": "round"}
            sheet.add("path", d=path, fill="none", stroke=INK, **look)
            words.append((middle[0] - bend / 2, middle[1], f"settle {one.times or 'some'}"))
        return words


def _draw_band(
    sheet: Sheet, ends: Sequence[tuple[float, float]], flow: Flow, thick: float
) -> tuple[float, float, Flow]:
    """A band with its outline in the pattern of its kind; where its sum may stand."""
    (x1, y1), (x2, y2) = ends
    middle, half = (x1 + x2) / 2, thick / 2
    colour, dashes = _LOOKS.get(flow.kind, _UNSAID)
    upper = _path("MC", (x1, y1 - half), (middle, y1 - half), (middle, y2 - half), (x2, y2 - half))
    lower = _path("LC", (x2, y2 + half), (middle, y2 + half), (middle, y1 + half), (x1, y1 + half))
    look = {"fill": colour, "fill_opacity": 0.22, "stroke": colour, "stroke_width": 1.2}
    sheet.add("path", d=f"{upper} {lower} Z", stroke_dasharray=dashes, **look)
    return middle, (y1 + y2) / 2, flow


def _draw_turn(
    sheet: Sheet, ends: Sequence[tuple[float, float]], flow: Flow, low: float
) -> tuple[float, float, Flow]:
    """A line that runs back underneath, with an arrow head; its thickness says nothing."""
    (x1, y1), (x2, y2) = ends
    colour, dashes = _LOOKS.get(flow.kind, _UNSAID)
    middle = (x1 + x2) / 2
    out = _path("MC", (x1, y1), (x1 + 12, low), (x1, low), (middle, low))
    path = f"{out} S{x2 - 24:.1f} {low:.1f} {x2:.1f} {y2:.1f}"
    look = {"stroke": colour, "stroke_width": 1.8, "stroke_dasharray": dashes}
    sheet.add("path", d=path, fill="none", **look)
    head = f"M{x2:.1f} {y2:.1f} l-7 1 l3 6 Z"
    sheet.add("path", d=head, fill=colour, stroke=colour)
    return middle, low, flow


def _path(letters: str, *points: tuple[float, float]) -> str:
    """The data of a path: one letter before the first point, the other before the rest."""
    words = [f"{x:.1f} {y:.1f}" for x, y in points]
    return f"{letters[0]}{words[0]} {letters[1]}{' '.join(words[1:])}"


def _write_words(sheet: Sheet, x: float, y: float, words: str, taken: list[Box]) -> None:
    """Words beside the middle of a band or line, where there is room for them."""
    wide = width_of(words, 9.5)
    spots = [Box(x + dx, y + dy, wide, 12) for dx in (0, -60, 60) for dy in (0, -12, 12, -24, 24)]
    spot = free_spot(spots, taken)
    if spot is not None:
        taken.append(spot)
        sheet.write(spot.x, spot.y + 3.5, words, size=9.5)


def _draw_key(sheet: Sheet, flows: Sequence[Flow], settled: Sequence[Settled]) -> None:
    sheet.height += 18
    y, x = sheet.height - 6, 12.0
    present = {flow.kind if flow.kind in _LOOKS else "" for flow in flows}
    for kind in [*(k for k in _LOOKS if k in present), *([""] if "" in present else [])]:
        colour, dashes = _LOOKS.get(kind, _UNSAID)
        look = {"fill_opacity": 0.22, "stroke": colour, "stroke_width": 1.2}
        sheet.add(
            "rect", x=x, y=y - 8, width=26, height=9, fill=colour, stroke_dasharray=dashes, **look
        )
        words = kind or "kind not said"
        sheet.write(x + 32, y, words, size=10, text_anchor="start")
        x += 46 + width_of(words, 10)
    if settled:
        look = {"stroke": INK, "stroke_width": 1.8, "stroke_dasharray": _DOTS}
        sheet.add("line", x1=x, y1=y - 4, x2=x + 26, y2=y - 4, stroke_linecap="round", **look)
        words = "one took in what the other paid out: settlements"
        sheet.write(x + 32, y, words, size=10, text_anchor="start")
    sheet.write_below("numbers: sum, and movements in brackets; currencies are never compared")


def _notes(plans: Sequence[_Plan], parts: Sequence[tuple[str, list[Flow]]]) -> list[str]:
    notes = []
    for plan in plans:
        if plan.left_out:
            total = in_letters(sum(flow.amount for flow in plan.left_out))
            count = len(plan.left_out)
            notes.append(f"{plan.currency}: {count} smaller flows, {total} in all, are not shown")
    if len(parts) > len(plans):
        rest = ", ".join(currency or "not said" for currency, _ in parts[len(plans) :])
        notes.append(f"other currencies, not shown: {rest}")
    return notes


def _in_words(flows: Sequence[Flow], settled: Sequence[Settled], names: Mapping[str, str]) -> str:
    def name(one: str) -> str:
        return names.get(one, one)

    told = [
        f"{name(f.source)} to {name(f.target)} {in_letters(f.amount)} {f.currency}".strip()
        + (f" by {f.kind}" if f.kind else "")
        for f in flows[:60]
    ]
    told += [
        f"{name(s.taker)} settles with {name(s.payer)} {s.times or 'some'} times"
        for s in settled[:20]
    ]
    return f"{'; '.join(told)}." if told else "No sum of money is told."
