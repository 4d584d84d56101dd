"""From statements and records to who is one person, and what waits for a person's decision.

Most of what stands here is loaded when it is first asked for, so that two names can be
compared without loading what a batch needs.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from headwater.resolve.clusters import clusters, standing_judgements

if TYPE_CHECKING:
    from headwater.resolve import review
    from headwater.resolve.batch import Membership, Resolution, resolve_people
    from headwater.resolve.decisions import category_report, decide_pair, decide_statement, undo
    from headwater.resolve.engines import ENGINES
    from headwater.resolve.linkage import ReviewPair
    from headwater.resolve.lookup import resolve_news
    from headwater.resolve.name_pairs import score_pairs
    from headwater.resolve.names import compare
    from headwater.resolve.records.table import PeopleTable, read_people, read_ties
    from headwater.resolve.spellings import Spellings
    from headwater.resolve.wanted import (
        KnownAs,
        Wanted,
        joined_with,
        known_as,
        may_bear,
        wanted_in,
    )

_HOMES = {
    "batch": ("Membership", "Resolution", "resolve_people"),
    "decisions": ("category_report", "decide_pair", "decide_statement", "undo"),
    "engines": ("ENGINES",),
    "linkage": ("ReviewPair",),
    "lookup": ("resolve_news",),
    "name_pairs": ("score_pairs",),
    "names": ("compare",),
    "spellings": ("Spellings",),
    "records.table": ("PeopleTable", "read_people", "read_ties"),
    "wanted": ("KnownAs", "Wanted", "joined_with", "known_as", "may_bear", "wanted_in"),
}

__all__ = [
    "ENGINES",
    "KnownAs",
    "Membership",
    "PeopleTable",
    "Resolution",
    "ReviewPair",
    "Spellings",
    "Wanted",
    "category_report",
    "clusters",
    "compare",
    "decide_pair",
    "decide_statement",
    "joined_with",
    "known_as",
    "may_bear",
    "read_people",
    "read_ties",
    "resolve_news",
    "resolve_people",
    "review",
    "score_pairs",
    "standing_judgements",
    "undo",
    "wanted_in",
]


def __getattr__(name: str) -> object:
    """What is exported here, from the module that it lives in."""
    if name == "review":  # what waits and what was decided, with a front door of its own
        return import_module("headwater.resolve.review")
    for home, exported in _HOMES.items():
        if name in exported:
            return getattr(import_module(f"headwater.resolve.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
