"""Showing: what findings say, in the words, tables and files that a page hands on."""

from headwater.node.showing.behind import A_PAGE, statements_behind
from headwater.node.showing.counted import series_of
from headwater.node.showing.handing import FORMS, hand_out
from headwater.node.showing.telling import (
    ROWS_A_PAGE,
    Naming,
    Table,
    Told,
    in_words,
    key_of,
    table_of,
    told,
)

__all__ = [
    "A_PAGE",
    "FORMS",
    "ROWS_A_PAGE",
    "Naming",
    "Table",
    "Told",
    "hand_out",
    "in_words",
    "key_of",
    "series_of",
    "statements_behind",
    "table_of",
    "told",
]
