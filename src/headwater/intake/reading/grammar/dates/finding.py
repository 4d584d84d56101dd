"""Finding: the dates of a passage, those of what happened apart from those of births."""

import re
from typing import NamedTuple
from weakref import WeakKeyDictionary

from headwater.intake.reading.grammar.dates import relative, written
from headwater.intake.reading.grammar.dates.reading import Dated, read_rules
from headwater.intake.reading.grammar.vocabulary import Terms, terms
from headwater.intake.reading.passage import Passage

_TOLD = re.compile("[DYMWRLAB]")
_REACH = 6  # items between "born" and the date
_STOPS = set("\nK")
_YOUNGEST = 3


class _Dates(NamedTuple):
    told: list[Dated]
    others: list[Dated]


def dates(passage: Passage) -> list[Dated]:
    """Dates of what a passage tells, in order; those of births and documents are left out.

    Every date uses its span up, those that are left out too.
    """
    return _read(passage).told


def births(passage: Passage) -> list[Dated]:
    """Dates of birth, and of issue and expiry of documents, by `Dated.role`; in order."""
    return _read(passage).others


_KNOWN: WeakKeyDictionary[Passage, _Dates] = WeakKeyDictionary()


def _read(passage: Passage) -> _Dates:
    """The dates of a passage, read once while it is at hand."""
    if passage not in _KNOWN:
        _KNOWN[passage] = _parted(passage)
    return _KNOWN[passage]


def _parted(passage: Passage) -> _Dates:
    items = terms(passage)
    if not _TOLD.search(items.code):
        return _Dates([], [])
    found = [
        *read_rules(passage, items, written.RULES),
        *read_rules(passage, items, relative.RULES),
    ]
    found.sort(key=lambda dated: dated.span)
    if "K" not in items.code and "k" not in items.code:
        return _Dates(found, [])
    told: list[Dated] = []
    others: list[Dated] = []
    for dated in found:
        role = _role(passage, items, dated)
        (others if role else told).append(dated._replace(role=role))
    return _Dates(told, others)


def _role(passage: Passage, items: Terms, dated: Dated) -> str:
    """What a date is of, by a word shortly before it or right behind it."""
    first = items.at(dated.span[0])
    last = items.at(dated.span[1])
    role = ""
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        letter = items.code[index]
        if letter == "K":
            role = items.values[index]
        if letter in _STOPS or letter in "DY":
            break
    for index in range(last, min(last + 2, len(items.code))):
        if items.code[index] == "k":
            role = items.values[index]
    return role if role != "birth" or _old_enough(passage, dated) else ""


def _old_enough(passage: Passage, dated: Dated) -> bool:
    """ "Born in Niš, he crossed on 5 May": the date of this year is not that of his birth."""
    report, period = passage.report_date, dated.period
    if report is None or period is None:
        return True
    return period.latest.year <= report.year - _YOUNGEST
