"""Explaining: why two persons may be one, worked out when it is shown and kept nowhere.

It rests on nothing but the scan of whoever looks, so it shows nobody more than they may see.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from headwater.resolve.columns import among, codes
from headwater.resolve.names import Comparison, compare
from headwater.resolve.records import NEVER_MATCHED, PersonRecord, categories_told, people_told
from headwater.resolve.review.entry import QueueEntry

if TYPE_CHECKING:
    import pyarrow as pa

    from headwater.resolve.scoring import Model

_MOST_NAMES = 6  # of each of the two that are compared with each other


def explained(scan: "pa.Table", entries: Sequence[QueueEntry]) -> list[QueueEntry]:
    """The entries, those about two persons with the comparison of their names and fields.

    Nobody who is being moved, a victim or a witness is scored, so nothing is explained of them.
    """
    pairs = {entry.about for entry in entries if entry.kind == "pair" and len(entry.about) == 2}
    records = _records(scan, {one for pair in pairs for one in pair})
    shown = []
    for entry in entries:
        both = [records[one] for one in entry.about if one in records]
        pair = entry.about in pairs and len(both) == 2
        shown.append(replace(entry, explanation=_told(*both)) if pair else entry)
    return shown


def _records(scan: "pa.Table", wanted: set[str]) -> dict[str, PersonRecord]:
    """Records of the wanted persons, read from the reports that speak of them."""
    if not wanted:
        return {}
    numbers, urns = codes(scan, "urn")
    about = among(scan, "entity", wanted)
    speaking = {urns[number] for number in set(numbers[about].tolist())}
    told = people_told(scan.filter(among(scan, "urn", speaking)))
    decided = categories_told(scan)
    return {
        one: told[one].record
        for one in wanted & told.keys()
        if NEVER_MATCHED.isdisjoint(decided.get(one, ()))
    }


def _told(left: PersonRecord, right: PersonRecord) -> tuple[str, ...]:
    weight = _model().weigh(left, right)
    fields = (f"{part.field}: {part.level}, {part.bits:+.1f} bits" for part in weight.parts)
    return (*_names(left, right).lines(), *fields, f"altogether: {weight.bits:+.1f} bits")


@cache
def _model() -> "Model":
    """The model that the look-up weighs with, so that what is shown is what was judged."""
    from headwater.resolve.lookup import SIZE
    from headwater.resolve.scoring import shipped_model

    return shipped_model().sized(SIZE)


def _names(left: PersonRecord, right: PersonRecord) -> Comparison:
    """The comparison of the two names that are most alike."""
    ours, theirs = (sorted(one.values["name"])[:_MOST_NAMES] for one in (left, right))
    compared = (compare(one, other) for one in ours for other in theirs)
    return max(compared, key=lambda comparison: comparison.bits)
