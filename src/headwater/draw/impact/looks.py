"""Looks: counts since the start against what was foretold, and the evidence at each look."""

from collections.abc import Mapping, Sequence
from typing import Any

from headwater.draw.axes import Frame, draw_axes, draw_line
from headwater.draw.business import in_letters, round_marks
from headwater.draw.palette import BLUE, INK, QUIET, VERMILION
from headwater.draw.sheet import Sheet, shortened
from headwater.model import Finding

_WIDTH, _HEIGHT = 860.0, 420.0
_COUNTS = Frame(left=64.0, right=_WIDTH - 20.0, top=50.0, bottom=240.0)
_EVIDENCE = Frame(left=64.0, right=_WIDTH - 20.0, top=280.0, bottom=390.0)
_DATES = 6
_COLOURS = {"fall": VERMILION, "rise": BLUE}
_KEY = (
    "above: thick line: counts; dashed line: foretold at the start, for no effect",
    "below: evidence against no effect (e-value, cut at three times what is enough); dotted line: "
    "enough to say it, however often anybody looked",
)

Row = Mapping[str, Any]


def looks_told(finding: Finding) -> str:
    """Counts, expectation and evidence of a finding of impact.sequential; where refused, why."""
    last = finding.rows[-1] if finding.rows else None
    drawn = bool(last and last["verdict"] != "refused")
    said = "There is no series." if last is None else f"{last['treated']}: {last['why']}"
    sheet = Sheet(_WIDTH, _HEIGHT if drawn else 40.0, "Looking every period", said)
    sheet.write(10, 20, shortened(said, 130), size=12, text_anchor="start", font_weight="bold")
    if drawn:
        _draw(sheet, finding.rows, finding.certificate["enough"])
        for line in _KEY:
            sheet.write_below(line)
    return sheet.svg()


def _draw(sheet: Sheet, rows: Sequence[Row], enough: float) -> None:
    times = (0.0, float(len(rows) - 1))
    colour = _COLOURS.get(rows[-1]["verdict"], INK)
    counts = [(float(at), row["actual"]) for at, row in enumerate(rows)]
    foretold = [(float(at), row["expected"]) for at, row in enumerate(rows)]
    most = max(1.0, *(count for _, count in [*counts, *foretold] if count is not None))
    scales = draw_axes(sheet, _COUNTS, times, round_marks(0, most, most=5))
    draw_line(sheet, counts, scales, stroke=colour, stroke_width=3)
    draw_line(sheet, foretold, scales, stroke=INK, stroke_width=1.6, stroke_dasharray="6 3")
    below = draw_axes(sheet, _EVIDENCE, times, [0.0, enough, 3 * enough])
    evidence = [(float(at), min(row["e_value"], 3 * enough)) for at, row in enumerate(rows)]
    draw_line(sheet, evidence, below, stroke=colour, stroke_width=2)
    level = below.y(enough)
    sheet.add("line", x1=_EVIDENCE.left, y1=level, x2=_EVIDENCE.right, y2=level, stroke=INK,
              stroke_dasharray="1 3")  # fmt: skip
    said = next((at for at, row in enumerate(rows) if row["said"]), None)
    if said is not None:
        x = scales.x(said)
        for frame in (_COUNTS, _EVIDENCE):  # not through the dates between them
            sheet.add("line", x1=x, y1=frame.top, x2=x, y2=frame.bottom, stroke=QUIET)
        looks = "look" if said == 0 else "looks"
        words = f"{rows[said]['verdict']} said {rows[said]['date']}, {in_letters(said + 1)} {looks}"
        sheet.write(x + 4, _COUNTS.top + 10, words, size=10, text_anchor="start")
    step = max(1, len(rows) // _DATES)
    for at in range(0, len(rows), step):
        sheet.write(scales.x(at), _COUNTS.bottom + 16, rows[at]["date"], size=10, fill=QUIET)
