"""Danger: lives at risk, as words tell of them and as incidents count them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta

import pyarrow as pa

from headwater.analysis.watch.answer import Answer
from headwater.analysis.watch.stated import Said, said
from headwater.safeguard.watching import Urgency, Watch

Place = tuple[str, int]

FRESH_DAYS = 7
"""A report on what is longer past tells of no life that is at risk now."""

_LOST = ("dead", "missing", "deadAndMissing")
_COERCION = "sign of coercion"
_TOLD = {
    "Place": ("name",),
    "Observation": ("count", "unit", "series"),
    "Incident": ("place", *_LOST),
}
"""What an alert tells beside the danger: where and how many; never who."""


def is_fresh(until: str, today: str) -> bool:
    """Whether what is told of a day (ISO; empty: unknown) may be of a life that is at risk now."""
    return not until or until >= (date.fromisoformat(today) - timedelta(FRESH_DAYS)).isoformat()


def endangered(
    scan: pa.Table,
    dangers: Mapping[Place, Collection[str]],
    fresh: Collection[Place],
    watches: Sequence[Watch],
) -> Iterator[Answer]:
    """What new items answer of watches on danger.

    Words of danger are a life at risk, whether or not anybody has accepted anything of the item.
    People dead or missing, and signs of coercion, are for somebody to look at soon.

    Args:
        scan: Statements that stand.
        dangers: Kinds of danger that the words of items tell of.
        fresh: Items that tell of the last days.
        watches: Watches of the kind `danger`.
    """
    told = _told(scan)
    incidents = _incidents(said(scan, schema=("Incident",), property=(*_LOST, "cause")))
    for place in sorted((dangers.keys() | incidents.keys()) & set(fresh)):
        kinds = dict.fromkeys(dangers.get(place, ()))
        urgency = Urgency.LIFE_AT_RISK if kinds else Urgency.HIGH
        why = ", ".join(kinds or incidents[place])
        grounds = tuple(dict.fromkeys(one.place[2] for one in told.get(place, ())))
        here = {end for one in told.get(place, ()) for end in (one.entity, one.value)}
        for watch in watches:
            where = watch.question.get("place", "")
            if not where or where in here:
                yield Answer(watch.id, *place, urgency, why, grounds)


def _told(scan: pa.Table) -> dict[Place, list[Said]]:
    found: dict[Place, list[Said]] = defaultdict(list)
    for schema, names in _TOLD.items():
        for one in said(scan, schema=(schema,), property=names):
            found[one.urn, one.item].append(one)
    return found


def _incidents(rows: Iterator[Said]) -> dict[Place, dict[str, None]]:
    """What incidents tell of, by item; "nobody was hurt" tells of nothing."""
    found: dict[Place, dict[str, None]] = defaultdict(dict)
    for one in rows:
        if one.property in _LOST and one.value not in ("", "0"):
            found[one.urn, one.item]["dead or missing"] = None
        elif one.value.startswith(_COERCION):
            found[one.urn, one.item][_COERCION] = None
    return {place: kinds for place, kinds in found.items() if kinds}
