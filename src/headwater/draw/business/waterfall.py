"""Waterfall: from what comes in, cost by cost, to what is left."""

from collections.abc import Sequence
from typing import NamedTuple

from headwater.draw.business.hatching import draw_box
from headwater.draw.business.scales import in_letters, round_marks
from headwater.draw.layout import Box
from headwater.draw.palette import BLUE, FAINT, GREEN, INK, QUIET, VERMILION, width_of
from headwater.draw.sheet import Sheet, shortened

_LINE = 25.0
_HEAD = 50.0
_RIGHT = 230.0
_ASIDE = 32.0  # from the scale to the numbers
_LONGEST_LABEL = 30


class Step(NamedTuple):
    """One item of the books.

    Attributes:
        item: What it is.
        mean: Its mean; costs are below zero.
        low: 5 in 100 are lower.
        high: 95 in 100 are lower.
        whole: Whether it stands on the ground, as income and profit do, and does not go on.
    """

    item: str
    mean: float
    low: float
    high: float
    whole: bool = False


class Books(NamedTuple):
    """The books of one unit: its name, the currency, and the items in order."""

    unit: str
    currency: str
    steps: Sequence[Step]


def draw_waterfall(books: Sequence[Books], *, title: str, width: float = 760) -> str:
    """Draw the books of each unit, one beneath the other, each on a scale of its own.

    Args:
        books: The books.
        title: What it shows, in words.
        width: Width in pixels.

    Returns:
        One SVG element with a title and a description.
    """
    height = sum(_HEAD + _LINE * len(one.steps) + 8 for one in books) or 40
    sheet = Sheet(width, height, title, _in_words(books))
    top = 0.0
    for one in books:
        _draw_books(sheet, one, top)
        top += _HEAD + _LINE * len(one.steps) + 8
    if not books:
        sheet.write(10, 24, "No books are reckoned.", text_anchor="start")
        return sheet.svg()
    sheet.write_below("bar: mean, so that the steps add up; line: 90 of 100 draws")
    return sheet.svg()


def _draw_books(sheet: Sheet, books: Books, top: float) -> None:
    across = 18 + max((width_of(_label(step), 11) for step in books.steps), default=0.0)
    right = sheet.width - _RIGHT
    starts = _starts(books.steps)
    reach = [_span(step, start) for step, start in zip(books.steps, starts, strict=True)]
    lowest = min([0.0, *(span[0] for span in reach)])
    highest = max([1.0, *(span[1] for span in reach)])
    marks = round_marks(lowest, highest)

    def at(amount: float) -> float:
        return across + (right - across) * (amount - marks[0]) / (marks[-1] - marks[0])

    heading = f"{books.unit}, {books.currency}" if books.currency else books.unit
    sheet.write(10, top + 16, heading, size=12, text_anchor="start", font_weight="bold")
    bottom = top + _HEAD - 10 + _LINE * len(books.steps)
    for mark in marks:
        look = {"stroke": INK if mark == 0 else FAINT, "stroke_width": 1}
        sheet.add("line", x1=at(mark), y1=top + 38, x2=at(mark), y2=bottom, **look)
        sheet.write(at(mark), top + 34, in_letters(mark), size=9.5, fill=QUIET)
    sheet.write(right + _ASIDE, top + 34, "mean (90 of 100 draws)", size=9.5, fill=QUIET,
                text_anchor="start")  # fmt: skip
    for number, (step, start) in enumerate(zip(books.steps, starts, strict=True)):
        y = top + _HEAD + _LINE * number
        end = start + step.mean
        colour, hatch = _look(step)
        box = Box((at(start) + at(end)) / 2, y, max(abs(at(end) - at(start)), 1.5), 14)
        draw_box(sheet, box, colour, hatch)
        low, high = (start + step.low, start + step.high)
        sheet.add("line", x1=at(low), y1=y, x2=at(high), y2=y, stroke=INK, stroke_width=1.4)
        for mark in (low, high):
            sheet.add("line", x1=at(mark), y1=y - 4, x2=at(mark), y2=y + 4, stroke=INK)
        if number + 1 < len(books.steps):
            look = {"stroke": QUIET, "stroke_dasharray": "2 2"}
            sheet.add("line", x1=at(end), y1=y + 7, x2=at(end), y2=y + _LINE - 7, **look)
        weight = "bold" if step.whole else None
        sheet.write(across - 10, y + 4, _label(step), text_anchor="end", font_weight=weight)
        sheet.write(right + _ASIDE, y + 4, _numbers(step), size=10, text_anchor="start")


def _starts(steps: Sequence[Step]) -> list[float]:
    """Where each bar begins: where the one before ended, or on the ground."""
    starts, height = [], 0.0
    for step in steps:
        start = 0.0 if step.whole else height
        starts.append(start)
        height = start + step.mean
    return starts


def _span(step: Step, start: float) -> tuple[float, float]:
    ends = (start, start + step.mean, start + step.low, start + step.high)
    return min(ends), max(ends)


def _look(step: Step) -> tuple[str, str]:
    if step.whole:
        return (GREEN, "plain") if step.mean >= 0 else (VERMILION, "plain")
    return (BLUE, "rising") if step.mean >= 0 else (VERMILION, "falling")


def _label(step: Step) -> str:
    return shortened(step.item, _LONGEST_LABEL)


def _numbers(step: Step) -> str:
    return f"{in_letters(step.mean)} ({in_letters(step.low)} to {in_letters(step.high)})"


def _in_words(books: Sequence[Books]) -> str:
    told = [
        f"{one.unit}, {one.currency}: {step.item} {_numbers(step)}"
        for one in books
        for step in one.steps
    ]
    return f"Mean and 90 of 100 draws. {'; '.join(told)}." if told else "No books are reckoned."
