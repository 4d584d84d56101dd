"""Reading: reports as people at a page read them, enter them and decide on what was taken."""

from headwater.node.reading.deciding import Decided, Outcome, Wish, settle
from headwater.node.reading.grades import grade_means, handling_means
from headwater.node.reading.originals import Original, hand_out, original_of
from headwater.node.reading.report import (
    A_PAGE,
    ItemRead,
    Line,
    Piece,
    ReportRead,
    Thing,
    gists_of,
    read_report,
)

__all__ = [
    "A_PAGE",
    "Decided",
    "ItemRead",
    "Line",
    "Original",
    "Outcome",
    "Piece",
    "ReportRead",
    "Thing",
    "Wish",
    "gists_of",
    "grade_means",
    "hand_out",
    "handling_means",
    "original_of",
    "read_report",
    "settle",
]
