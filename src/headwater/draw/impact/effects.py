"""An effect: what was counted against what would have been, with the band that placebos give."""

from collections.abc import Mapping, Sequence
from typing import Any

from headwater.draw.axes import Frame, Scales, draw_axes, draw_line
from headwater.draw.business import in_letters, round_marks
from headwater.draw.palette import BLUE, INK, QUIET, VERMILION
from headwater.draw.sheet import Sheet, shortened, stacked
from headwater.model import Finding

_WIDTH, _HEIGHT = 860.0, 380.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 64.0, 20.0, 64.0, 34.0
_HIGHEST = 1.6
_DATES = 6
_BEFORE, _LEAST_BEFORE = 4, 12
_LONGEST = 90
_COLOURS = {"fall": VERMILION, "rise": BLUE}
_WORDS = {
    "fall": "a fall larger than errors where nothing happened",
    "rise": "a rise larger than errors where nothing happened",
    "unclear": "unclear: errors as large are common where nothing happened",
    "fell_before": "no credit to the date: the series fell before it",
    "refused": "no effect is printed",
}
_KEY = (
    "thin line: counts before (broken where nobody counted); thick line: counts since the start",
    "dashed line: what would have been; band: 95% interval of its mean, as wide as errors at dates "
    "and donors where nothing happened",
)

Row = Mapping[str, Any]


def effect_told(finding: Finding) -> str:
    """Counts, expectation and band of a finding of impact.effect; where refused, counts and why.

    Of several treated series one drawing stands beneath the other.
    """
    if len(finding.rows) > 1:
        return stacked([_drawn(row) for row in finding.rows], "Did it work")
    return _drawn(finding.rows[0] if finding.rows else None)


def _drawn(row: Row | None) -> str:
    drawn = bool(row and row["counts"])
    sheet = Sheet(_WIDTH, _HEIGHT if drawn else _TOP, "Did it work", _said(row))
    if row is None:
        sheet.write(10, 22, "There is no series.", text_anchor="start")
        return sheet.svg()
    look = {"text_anchor": "start", "font_weight": "bold"}
    name = f"{shortened(row['treated'] or 'no series', 60)}: {_WORDS[row['verdict']]}"
    sheet.write(10, 20, name, size=13, **look)
    for line, words in enumerate(_lines(row)):
        sheet.write(10, 38 + 15 * line, words, text_anchor="start")
    if drawn:
        _draw(sheet, row)
    return sheet.svg()


def _said(row: Row | None) -> str:
    return "There is no series." if row is None else f"{row['treated']}: {' '.join(_lines(row))}"


def _lines(row: Row) -> list[str]:
    """The figures in a line; where there are none, why."""
    if row["effect"] is None:
        return [shortened(row["why"], 2 * _LONGEST)]
    numbers = [in_letters(row[one]) for one in ("effect", "low", "high")]
    shares = [f"{row[one]:.0%}" for one in ("share", "share_low", "share_high")]
    told = (
        f"{numbers[0]} a period ({numbers[1]} to {numbers[2]}), "
        f"{shares[0]} ({shares[1]} to {shares[2]}), "
    )
    moved = ""
    if row["displaced"] is not None:
        ends = [in_letters(row[f"displaced{end}"]) for end in ("", "_low", "_high")]
        moved = f"; on displacement routes {ends[0]} a period ({ends[1]} to {ends[2]})"
    return [f"{told}p = {row['p_placebo']:.3f}{moved}"]


def _recent(row: Row) -> Sequence[Row]:
    """The treated periods, and before them four times as many."""
    counts: Sequence[Row] = row["counts"]
    since = next((at for at, one in enumerate(counts) if one["period"] >= row["start"]), 0)
    return counts[max(0, since - max(_BEFORE * (len(counts) - since), _LEAST_BEFORE)) :]


def _draw(sheet: Sheet, row: Row) -> None:
    counts = _recent(row)
    scales = _axes(sheet, counts)
    since = next((at for at, one in enumerate(counts) if one["period"] >= row["start"]), 0)
    _band(sheet, counts, scales)
    top = round_marks(0, _top(counts), most=5)[-1]
    held = _cut([one["count"] for one in counts], top)
    draw_line(sheet, held, scales, stroke=QUIET, stroke_width=1.1)
    colour = _COLOURS.get(row["verdict"], INK)
    draw_line(sheet, held[since:], scales, stroke=colour, stroke_width=3)
    expected = _cut([one.get("expected") for one in counts], top)
    draw_line(sheet, expected, scales, stroke=INK, stroke_width=1.6, stroke_dasharray="6 3")
    x = scales.x(since - 0.5)
    sheet.add("line", x1=x, y1=_TOP, x2=x, y2=scales.y(0), stroke=INK, stroke_dasharray="1 3")
    sheet.write(x - 4, _TOP + 10, f"start {row['start']}", size=10, text_anchor="end")
    for line in _KEY if row["effect"] is not None else _KEY[:1]:
        sheet.write_below(line)
    _write_cut(sheet, counts, scales)


def _top(counts: Sequence[Row]) -> float:
    """The highest count drawn; a band far above everything is cut there."""
    most = max([1.0, *(one["count"] for one in counts if one["count"] is not None)])
    expected = max([0.0, *(one.get("expected", 0.0) for one in counts)])
    high = max([0.0, *(one.get("expected_high", 0.0) for one in counts)])
    middle = max(most, min(expected, _HIGHEST * most))
    top: float = min(max(middle, high), _HIGHEST * middle)
    return top


def _write_cut(sheet: Sheet, counts: Sequence[Row], scales: Scales) -> None:
    high = max([0.0, *(one.get("expected_high", 0.0) for one in counts)])
    if scales.y(high) < _TOP:
        sheet.write_below(f"the band is cut; it reaches up to {in_letters(high)}")


def _axes(sheet: Sheet, counts: Sequence[Row]) -> Scales:
    marks = round_marks(0, _top(counts), most=5)
    frame = Frame(_LEFT, _WIDTH - _RIGHT, _TOP, _HEIGHT - _BOTTOM)
    scales = draw_axes(sheet, frame, (0, max(len(counts) - 1, 1)), marks)
    step = max(1, -(-(len(counts) - 1) // _DATES))
    for at in range(0, len(counts) - step // 2, step):
        sheet.write(scales.x(at), scales.y(0) + 18, counts[at]["period"], size=10, fill=QUIET)
    return scales


def _band(sheet: Sheet, counts: Sequence[Row], scales: Scales) -> None:
    known = [(at, one) for at, one in enumerate(counts) if "expected" in one]
    if not known:
        return
    upper = [(scales.x(at), max(scales.y(one["expected_high"]), _TOP)) for at, one in known]
    lower = [(scales.x(at), scales.y(one["expected_low"])) for at, one in reversed(known)]
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in (*upper, *lower))
    sheet.add("polygon", points=points, fill=INK, fill_opacity=0.14)


def _cut(values: Sequence[float | None], top: float) -> list[tuple[float, float | None]]:
    """Points of a line, none above the chart."""
    return [(at, None if value is None else min(value, top)) for at, value in enumerate(values)]
