"""Searching: names, numbers and words, in what a viewer may see."""

from headwater.node.searching.found import A_PAGE, Found, Hit
from headwater.node.searching.gazetteer import places_offered
from headwater.node.searching.index import SearchIndex, search_index_of
from headwater.node.searching.question import KINDS, LONGEST, Question
from headwater.node.searching.saved import (
    Saved,
    forget_every_search,
    forget_search,
    save_search,
    saved_searches,
)
from headwater.node.searching.search import search

__all__ = [
    "A_PAGE",
    "KINDS",
    "LONGEST",
    "Found",
    "Hit",
    "Question",
    "Saved",
    "SearchIndex",
    "forget_every_search",
    "forget_search",
    "places_offered",
    "save_search",
    "saved_searches",
    "search",
    "search_index_of",
]
