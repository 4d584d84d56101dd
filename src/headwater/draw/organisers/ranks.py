"""Places with their intervals: who comes how high, and how far that could move."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from headwater.draw.palette import FAINT, INK, QUIET, VERMILION, width_of
from headwater.draw.sheet import Sheet, chance_told, shortened

_MOST = 25
_LONGEST_LABEL = 26
_LINE = 22.0
_TOP = 66.0


class Span(NamedTuple):
    """Somebody's place.

    Attributes:
        label: Name to show.
        rank: Place, 1 the first.
        low: Best place in the interval.
        high: Worst place in the interval.
        chance: Probability of being among the first five, or None.
    """

    label: str
    rank: int
    low: int
    high: int
    chance: float | None = None


def draw_ranks(
    spans: Sequence[Span], *, title: str, of: int | None = None, width: float = 760
) -> str:
    """Draw an interval for each person, best place first.

    Args:
        spans: Places; at most 25 are drawn, and how many are not is said.
        title: What it shows, in words.
        of: How many people were ranked in all.
        width: Width in pixels.

    Returns:
        One SVG element with a title and a description.
    """
    shown = sorted(spans, key=lambda one: (one.rank, one.low, one.high, one.label))[:_MOST]
    people = max([of or 0, len(spans), *(one.high for one in shown)])
    sheet = Sheet(width, _TOP + _LINE * len(shown) + 26, title, _in_words(shown, people))
    left = 14 + max((width_of(_short(one), 11) for one in shown), default=0.0)
    right = width - (120 if any(one.chance is not None for one in shown) else 20)
    last = max([2, *(one.high for one in shown)])

    def at(rank: float) -> float:
        return left + 14 + (right - left - 28) * (rank - 1) / (last - 1)

    sheet.write(10, 18, title, size=12, text_anchor="start", font_weight="bold")
    _draw_scale(sheet, at, last, len(shown))
    for row, one in enumerate(shown):
        y = _TOP + _LINE * (row + 0.5)
        sheet.write(left, y + 4, _short(one), text_anchor="end")
        sheet.add("line", x1=at(one.low), y1=y, x2=at(one.high), y2=y, stroke=QUIET, stroke_width=5)
        fill = VERMILION if one.rank <= 5 else INK
        sheet.add("circle", cx=at(one.rank), cy=y, r=5.5, fill=fill, stroke=INK, stroke_width=0.8)
        if one.chance is not None:
            sheet.write(right + 60, y + 4, chance_told(one.chance), text_anchor="middle")
    if any(one.chance is not None for one in shown):
        sheet.write(right + 60, 38, "in the first five,", size=9.5, fill=QUIET)
        sheet.write(right + 60, 50, "probability", size=9.5, fill=QUIET)
    _draw_key(sheet, hidden=len(spans) - len(shown))
    return sheet.svg()


def _draw_key(sheet: Sheet, *, hidden: int) -> None:
    more = f"; {hidden} more not shown" if hidden else ""
    said = f"dot: place; line: 90% of plausible worlds{more}"
    sheet.write(10, sheet.height - 6, said, size=10, text_anchor="start")


def _draw_scale(sheet: Sheet, at: Callable[[float], float], last: int, rows: int) -> None:
    bottom = _TOP + _LINE * rows
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 200, 500, 10**9) if last / s <= 12)
    marks = sorted({1, *range(step, last + 1, step)} - ({step} if 1 < step <= 2 else set()))
    for rank in marks:
        sheet.add("line", x1=at(rank), y1=_TOP - 4, x2=at(rank), y2=bottom, stroke=FAINT)
        sheet.write(at(rank), _TOP - 9, str(rank), size=10, fill=QUIET)
    sheet.write((at(1) + at(last)) / 2, 38, "place", size=10, fill=QUIET)


def _short(one: Span) -> str:
    return shortened(one.label, _LONGEST_LABEL)


def _in_words(shown: Sequence[Span], people: int) -> str:
    told = [f"{one.label}: place {one.rank}, {one.low} to {one.high}" for one in shown]
    return f"{len(shown)} of {people} people. {'; '.join(told)}."
