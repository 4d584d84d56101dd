"""Ties: who and what a thing is tied to, with how much stands behind each tie."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from headwater.node.things.columns import Fields, rows_at
from headwater.node.things.index import ThingIndex
from headwater.node.things.shield import NOT_NAMED, Shield
from headwater.node.things.tied import Lines
from headwater.node.things.wording import kind_word

_MOST_TIES = 40
_MOST_TOLD = 60  # statements that are read of a thing without a name
_MOST_CITED = 3
_ENDS = ("from", "to", "place")
_DAYS = ("date", "startDate")
_TELLING = ("mode", "series", "amountLow", "currency", "article")

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Tie:
    """A thing that another is tied to.

    Attributes:
        other: Its id; empty where it is not named.
        name: What it is called.
        kind: What it is, in the field's word.
        how: Layer of the network, or how the one names the other.
        first: First day on which it is told, or empty.
        last: Last day, or empty.
        reports: How many reports tell of it.
        groups: How many independent groups of reports.
        grades: The grades under which it is told.
        status: `accepted` where somebody accepted it once, else `proposed`.
        statements: Ids of statements of it, a few.
    """

    other: str
    name: str
    kind: str
    how: str
    first: str
    last: str
    reports: int
    groups: int
    grades: tuple[str, ...]
    status: str
    statements: tuple[str, ...]


def ties_of(index: ThingIndex, row: int, shield: Shield) -> tuple[list[Tie], int]:
    """What a thing is tied to, most independent groups first, and how many ties beyond those.

    Of those with as much behind them, what is told of last comes first. Everybody who is not named
    is one tie for each layer: how they are told, never which they are.
    Cost: by the lines of this one, counted as whole numbers; only the ties shown are read.
    """
    lines = index.tied.of(row)
    hidden = shield.hides_rows(lines.other)
    other = np.where(hidden, len(index.ids), lines.other).astype(np.int64)
    keys, tie = np.unique(other * len(index.tied.words) + lines.how, return_inverse=True)
    reports = _different(tie, lines.report, len(keys))
    groups = _different(tie, index.group[lines.report], len(keys))
    last = np.zeros(len(keys), dtype=np.int64)
    last[tie[~hidden]] = index.last[lines.other[~hidden]]
    best = np.lexsort((-last, -reports, -groups))[:_MOST_TIES]
    parts = [lines.at(np.flatnonzero(tie == one)) for one in best]
    behind = zip(reports[best].tolist(), groups[best].tolist(), strict=True)
    ends = _ends(index, parts, shield)
    ties = [_tie(index, *one) for one in zip(parts, ends, behind, strict=True)]
    return ties, max(0, len(keys) - _MOST_TIES)


def _different(tie: Numbers, of: npt.NDArray[np.int32], count: int) -> Numbers:
    """For each tie, how many different numbers its lines have."""
    width = int(of.max(initial=0)) + 1
    found: Numbers = np.bincount(np.unique(tie * width + of) // width, minlength=count)
    return found


@dataclass(frozen=True, slots=True)
class _End:
    """What a tie leads to: its id where it is named, what it is called, its schema, its day."""

    id: str
    name: str
    schema: str
    day: str


def _ends(index: ThingIndex, parts: Sequence[Lines], shield: Shield) -> list[_End]:
    rows = [int(part.other[0]) for part in parts]
    known = rows_at(index.picture.entities, rows, ("id", "schema", "caption"))
    told: list[dict[str, str]] = [{} for _ in parts]
    naming = [n for n, part in enumerate(parts) if part.source[0] < 0]
    for n, one in zip(naming, told_of(index, [rows[n] for n in naming]), strict=True):
        told[n] = one
    return [_end(*one, shield) for one in zip(known, told, strict=True)]


def _end(row: Fields, told: dict[str, str], shield: Shield) -> _End:
    """Of a leg, a fee or a sighting what is told of it stands for a name."""
    if shield.hides(row["id"]):
        return _End("", NOT_NAMED, row["schema"], "")
    plain = row["caption"] if row["caption"] != row["id"] else ""
    name = says(told) or plain or kind_word(row["schema"])
    return _End(row["id"], name, row["schema"], told.get("date") or told.get("startDate") or "")


def _tie(index: ThingIndex, lines: Lines, end: _End, behind: tuple[int, int]) -> Tie:
    tied, days = index.tied, lines.day[lines.day >= 0]
    told = [tied.days[days.min()], tied.days[days.max()]] if len(days) else []
    told = [day for day in (*told, end.day[:10]) if day]
    grades = (tied.grades[grade] for grade in np.unique(lines.grade[lines.grade >= 0]))
    return Tie(
        other=end.id,
        name=end.name,
        kind=kind_word(end.schema),
        how=tied.words[lines.how[0]],
        first=min(told, default=""),
        last=max(told, default=""),
        reports=behind[0],
        groups=behind[1],
        grades=tuple(filter(None, grades)),
        status="accepted" if lines.accepted.any() else "proposed",
        statements=_cited(index, lines),
    )


def _cited(index: ThingIndex, lines: Lines) -> tuple[str, ...]:
    """Statements of different groups, the first ones."""
    first = np.sort(np.unique(index.group[lines.report], return_index=True)[1])[:_MOST_CITED]
    picture = index.picture
    return tuple(
        picture.links["statement"][row].as_py()
        if row >= 0
        else picture.statements["id"][-1 - row].as_py()
        for row in lines.source[first].tolist()
    )


def told_of(index: ThingIndex, rows: Sequence[int]) -> list[dict[str, str]]:
    """What is said of some things: when, where, how much; of each the first that is said."""
    said = [index.said(row)[:_MOST_TOLD] for row in rows]
    owner = np.repeat(np.arange(len(rows)), [len(some) for some in said])
    at = np.concatenate([*said, np.empty(0, dtype=np.int32)])
    table = index.picture.statements
    named = table["property"].take(pa.array(at))
    asked = pc.is_in(named, value_set=pa.array([*_DAYS, *_ENDS, *_TELLING]))
    wanted = np.flatnonzero(asked.to_numpy())
    held = zip(owner[wanted].tolist(), rows_at(table, at[wanted], _SAID), strict=True)
    told: list[dict[str, str]] = [{} for _ in rows]
    for one, row in held:
        told[one].setdefault(row["property"], row["value"])
    called = _called(index, {one[end] for one in told for end in _ENDS if end in one})
    return [{name: called.get(value, value) for name, value in one.items()} for one in told]


_SAID = ("property", "value")


def _called(index: ThingIndex, ids: Collection[str]) -> dict[str, str]:
    rows = [row for row in map(index.row, ids) if row >= 0]
    found = rows_at(index.picture.entities, rows, ("id", "caption"))
    return {row["id"]: row["caption"] for row in found}


def says(told: dict[str, str]) -> str:
    """What is told of a thing that has no name, as its ends and its amount."""
    way = " → ".join(told[name] for name in ("from", "to") if name in told)
    parts = (way, *(told.get(name, "") for name in ("place", *_TELLING)))
    return ", ".join(filter(None, parts))
