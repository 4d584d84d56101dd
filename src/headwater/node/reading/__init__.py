"""Reading: reports as people at a page find them, read them and decide on what was taken."""

from headwater.node.reading import adding
from headwater.node.reading.alerted import alerts_as_told
from headwater.node.reading.deciding import (
    TURN,
    Decided,
    Outcome,
    Wish,
    correct_openly,
    settle,
)
from headwater.node.reading.grades import CODES
from headwater.node.reading.inbox import A_LIST, Filter, inbox, refused
from headwater.node.reading.news import news
from headwater.node.reading.originals import hand_out, original_of
from headwater.node.reading.report import (
    A_PAGE,
    gists_of,
    read_report,
)
from headwater.node.reading.sentence import beside, sentence_behind
from headwater.node.reading.withheld import (
    as_told,
    barred_from,
    holds_back,
    left_out,
)

__all__ = [
    "A_LIST",
    "A_PAGE",
    "CODES",
    "TURN",
    "Decided",
    "Filter",
    "Outcome",
    "Wish",
    "adding",
    "alerts_as_told",
    "as_told",
    "barred_from",
    "beside",
    "correct_openly",
    "gists_of",
    "hand_out",
    "holds_back",
    "inbox",
    "left_out",
    "news",
    "original_of",
    "read_report",
    "refused",
    "sentence_behind",
    "settle",
]
