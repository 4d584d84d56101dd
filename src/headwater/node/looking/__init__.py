"""Looking: what a page, which many people open at once, needs of a node that stays open."""

from headwater.node.looking.around import Around, Sight
from headwater.node.looking.auditing import ENTRIES_A_PAGE, Entry, LogPage, Sought, read_log
from headwater.node.looking.history import (
    Asked,
    asked_before,
    compared,
    forget_every_question,
    keep_asked,
    keep_outcome,
    run_of,
)
from headwater.node.looking.house import House, open_house
from headwater.node.looking.runs import PATIENCE, Run, Runs, words_in
from headwater.node.looking.shelf import Held, Shelf, StillBuilding

__all__ = [
    "ENTRIES_A_PAGE",
    "PATIENCE",
    "Around",
    "Asked",
    "Entry",
    "Held",
    "House",
    "LogPage",
    "Run",
    "Runs",
    "Shelf",
    "Sight",
    "Sought",
    "StillBuilding",
    "asked_before",
    "compared",
    "forget_every_question",
    "keep_asked",
    "keep_outcome",
    "open_house",
    "read_log",
    "run_of",
    "words_in",
]
