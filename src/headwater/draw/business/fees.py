"""Fees: how they are spread, leg by leg and month by month, each unit on a scale of its own."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import NamedTuple

from headwater.draw.business.hatching import draw_box
from headwater.draw.business.scales import in_letters, round_marks
from headwater.draw.layout import Box
from headwater.draw.palette import BLUE, FAINT, INK, QUIET, VERMILION, width_of
from headwater.draw.sheet import Sheet, shortened

_LINE = 24.0
_HEAD = 52.0
_LONGEST_END = 17
_RIGHT = 200.0
_ASIDE = 30.0  # from the scale to the numbers
_MOST = 60


class Price(NamedTuple):
    """What one leg costs, at one time, in one unit.

    Attributes:
        unit: What may be compared with it: currency and basis.
        leg: The leg, as FROM > TO.
        apart: What else it is told apart by, or empty.
        season: Part of time, or empty.
        low: Lowest amount named, or None.
        quartiles: A quarter is lower, half is lower, three quarters are lower; None: not estimated.
        high: Highest amount named, or None.
        fees: How many fees were told.
        groups: Independent groups of reports that tell them.
        conflict: Whether other fees of the same unit contradict these.
    """

    unit: str
    leg: str
    apart: str
    season: str
    low: float | None
    quartiles: tuple[float, float, float] | None
    high: float | None
    fees: int
    groups: int
    conflict: bool = False


def draw_fees(prices: Sequence[Price], *, title: str, width: float = 760, most: int = _MOST) -> str:
    """Draw the fees, one part for each unit, one line for each leg and part of time.

    Args:
        prices: At most `most` of them are drawn, units with most fees first.
        title: What it shows, in words.
        width: Width in pixels.
        most: Most lines.

    Returns:
        One SVG element with a title and a description.
    """
    parts = _by_unit(prices)
    shown, left = [], most
    for unit, rows in parts:
        if left > 0:
            shown.append((unit, rows[:left]))
        left -= len(rows)
    height = sum(_HEAD + _LINE * len(rows) for _, rows in shown) + (10 if shown else 40)
    sheet = Sheet(width, height, title, _in_words(shown))
    labels = [_label(one) for _, rows in shown for one in rows]
    across = 18 + max((width_of(label, 11) for label in labels), default=0.0)
    top = 0.0
    for unit, rows in shown:
        _draw_unit(sheet, unit, rows, top, across)
        top += _HEAD + _LINE * len(rows)
    if not shown:
        sheet.write(10, 24, "No fee is told.", text_anchor="start")
        return sheet.svg()
    sheet.write_below("line: lowest to highest named; box: middle half of the fees; bar: median")
    if any(one.conflict for _, rows in shown for one in rows):
        sheet.write_below("≠ and hatched: contradicted by other fees of the same unit, shown apart")
    if left < 0:
        sheet.write_below(f"{-left} more lines are not shown")
    return sheet.svg()


def _by_unit(prices: Sequence[Price]) -> list[tuple[str, list[Price]]]:
    """The prices of each unit by leg and time; units with most fees first."""
    order = sorted(
        prices, key=lambda one: (one.unit, one.leg, one.apart, one.season, one.low or 0.0)
    )
    parts = [(unit, list(rows)) for unit, rows in groupby(order, key=lambda one: one.unit)]
    return sorted(parts, key=lambda part: (-sum(one.fees for one in part[1]), part[0]))


def _draw_unit(sheet: Sheet, unit: str, rows: Sequence[Price], top: float, across: float) -> None:
    right = sheet.width - _RIGHT
    room = 1.08 if any(one.high is None for one in rows) else 1.0
    marks = round_marks(0, room * max([1.0, *(_top(one) for one in rows)]))

    def at(amount: float) -> float:
        return across + (right - across) * amount / marks[-1]

    sheet.write(10, top + 16, unit, size=12, text_anchor="start", font_weight="bold")
    bottom = top + _HEAD - 8 + _LINE * len(rows)
    for mark in marks:
        sheet.add("line", x1=at(mark), y1=top + 40, x2=at(mark), y2=bottom, stroke=FAINT)
        sheet.write(at(mark), top + 36, in_letters(mark), size=9.5, fill=QUIET)
    sheet.write(right + _ASIDE, top + 36, "median (told), fees/groups", size=9.5, fill=QUIET,
                text_anchor="start")  # fmt: skip
    before = ("", "")
    for number, one in enumerate(rows):
        y = top + _HEAD + _LINE * number
        _draw_price(sheet, one, y, at)
        label = _label(one)
        if one.season and (one.leg, one.apart) == before:
            label = one.season
        sheet.write(across - 10, y + 4, label, text_anchor="end")
        sheet.write(right + _ASIDE, y + 4, _numbers(one), size=10, text_anchor="start")
        before = (one.leg, one.apart)


def _draw_price(sheet: Sheet, one: Price, y: float, at: Callable[[float], float]) -> None:
    colour = VERMILION if one.conflict else BLUE
    low, high = one.low, one.high
    if low is not None and high is not None:
        sheet.add("line", x1=at(low), y1=y, x2=at(high), y2=y, stroke=colour, stroke_width=1.6)
    for end, other, way in ((low, high, 1), (high, low, -1)):
        if end is None:
            continue
        sheet.add("line", x1=at(end), y1=y - 5, x2=at(end), y2=y + 5, stroke=colour)
        if other is None:  # the other end is open
            look = {"stroke": colour, "stroke_width": 1.6, "stroke_dasharray": "3 3"}
            sheet.add("line", x1=at(end), y1=y, x2=at(end) + way * 20, y2=y, **look)
    if one.quartiles is None:
        return
    first, middle, third = (at(amount) for amount in one.quartiles)
    box = Box((first + third) / 2, y, max(third - first, 2.0), 12)
    draw_box(sheet, box, colour, "falling" if one.conflict else "hollow")
    sheet.add("line", x1=middle, y1=y - 8, x2=middle, y2=y + 8, stroke=INK, stroke_width=2.6)


def _top(one: Price) -> float:
    top: float = max([one.low or 0.0, one.high or 0.0, *(one.quartiles or ())])
    return top


def _label(one: Price) -> str:
    leg = " > ".join(shortened(end, _LONGEST_END) for end in one.leg.split(" > "))
    leg = f"{leg} ({shortened(one.apart, _LONGEST_END)})" if one.apart else leg
    return f"{leg}, {one.season}" if one.season else leg


def _numbers(one: Price) -> str:
    low, high = (None if end is None else in_letters(end) for end in (one.low, one.high))
    told = low if low == high else f"{low} to {high}"
    told = f"from {low}" if high is None else told
    told = f"up to {high}" if low is None else told
    middle = f"{in_letters(one.quartiles[1])} ({told})" if one.quartiles else told
    return f"{middle}, {one.fees}/{one.groups}{' ≠' * one.conflict}"


def _in_words(parts: Sequence[tuple[str, Sequence[Price]]]) -> str:
    told = [
        f"{unit}, {_label(one)}: median (lowest to highest), fees/groups {_numbers(one)}"
        for unit, rows in parts
        for one in rows
    ]
    return f"{'; '.join(told)}." if told else "No fee is told."
