"""Reading: reports as people at a page read them, enter them and decide on what was taken."""

from headwater.node.reading.deciding import Decided, Outcome, Wish, settle
from headwater.node.reading.entry import Draft, DraftItem, Fault, as_text, faults, read_draft
from headwater.node.reading.grades import CODES, grade_means, handling_means
from headwater.node.reading.inbox import A_LIST, STATES, Filter, Inbox, inbox, refused
from headwater.node.reading.matching import Choice, choose
from headwater.node.reading.news import News, news
from headwater.node.reading.originals import Original, hand_out, original_of
from headwater.node.reading.queue import KINDS, Asked, Gathered, Queues
from headwater.node.reading.receiving import Received, blank, enter, hand_in, may_enter
from headwater.node.reading.report import (
    A_PAGE,
    ItemRead,
    Line,
    Piece,
    ReportRead,
    Thing,
    gists_of,
    read_report,
    statements_in,
)
from headwater.node.reading.sentence import Beside, Sentence, beside, sentence_behind
from headwater.node.reading.waiting import Shown, parts, shown

__all__ = [
    "A_LIST",
    "A_PAGE",
    "CODES",
    "KINDS",
    "STATES",
    "Asked",
    "Beside",
    "Choice",
    "Decided",
    "Draft",
    "DraftItem",
    "Fault",
    "Filter",
    "Gathered",
    "Inbox",
    "ItemRead",
    "Line",
    "News",
    "Original",
    "Outcome",
    "Piece",
    "Queues",
    "Received",
    "ReportRead",
    "Sentence",
    "Shown",
    "Thing",
    "Wish",
    "as_text",
    "beside",
    "blank",
    "choose",
    "enter",
    "faults",
    "gists_of",
    "grade_means",
    "hand_in",
    "hand_out",
    "handling_means",
    "inbox",
    "may_enter",
    "news",
    "original_of",
    "parts",
    "read_draft",
    "read_report",
    "refused",
    "sentence_behind",
    "settle",
    "shown",
    "statements_in",
]
