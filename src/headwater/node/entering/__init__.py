"""Entering: reports that people write at a page, and files that they hand in there."""

from headwater.node.entering.draft import Draft, DraftItem, Fault, as_text, faults, read_draft
from headwater.node.entering.receiving import Received, blank, enter, hand_in, make_ready, may_enter

__all__ = [
    "Draft",
    "DraftItem",
    "Fault",
    "Received",
    "as_text",
    "blank",
    "enter",
    "faults",
    "hand_in",
    "make_ready",
    "may_enter",
    "read_draft",
]
