"""Ties: who and what a thing is tied to, with how much stands behind each tie."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import Edge, Schema, schemata
from headwater.node.things.columns import Fields, different, rows_at
from headwater.node.things.index import Codes, ThingIndex
from headwater.node.things.shield import Shield
from headwater.node.things.tied import Lines
from headwater.node.things.wording import kind_word
from headwater.safeguard import NOT_NAMED

Numbers = npt.NDArray[np.int64]

_MOST_TIES = 40
_MOST_TOLD = 60  # statements that are read of a thing without a name
_MOST_CITED = 3
_ENDS = ("from", "to", "place")
_DAYS = ("date", "startDate")
_ROLES = ("role", "kind", "relationship")
_TOLD_END = "end told"  # no property: which end of a tie a statement tells
_TELLING = ("mode", "series", "amountLow", "currency", "article")


@dataclass(frozen=True, slots=True)
class Tie:
    """A thing that another is tied to.

    Attributes:
        other: Its id; empty where it is not named, and where no report tells it.
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
    reports = different(tie, lines.report, len(keys))
    groups = different(tie, index.group[lines.report], len(keys))
    last = np.zeros(len(keys), dtype=np.int64)
    last[tie[~hidden]] = index.last[lines.other[~hidden]]
    best = np.lexsort((-last, -reports, -groups))[:_MOST_TIES]
    place = np.full(len(keys), -1, dtype=np.int64)
    place[best] = np.arange(len(best))
    rows = np.flatnonzero(place[tie] >= 0)
    rows = rows[np.argsort(place[tie[rows]], kind="stable")]
    behind = zip(reports[best].tolist(), groups[best].tolist(), strict=True)
    told = _told_by(index, lines.at(rows), place[tie[rows]], len(best))
    ends = _ends(index, [one.first for one in told], shield)
    ties = [_tie(*one) for one in zip(ends, told, behind, strict=True)]
    return ties, max(0, len(keys) - _MOST_TIES)


@dataclass(slots=True)
class _Told:
    """How a tie is told.

    Attributes:
        first: Entity and source of its first line, as `Lines` has them.
        how: Layer of the network, or how the one names the other.
        days: Days of its links.
        grades: The grades under which it is told.
        accepted: Whether somebody accepted it once.
        statements: Ids of statements of it, each of another group.
    """

    first: tuple[int, int]
    how: str
    accepted: bool
    days: list[str] = field(default_factory=list)
    grades: list[str] = field(default_factory=list)
    statements: list[str] = field(default_factory=list)


def _told_by(index: ThingIndex, lines: Lines, number: Numbers, count: int) -> list[_Told]:
    """How ties are told.

    Args:
        index: Where they are from.
        lines: Their lines, those of one tie together.
        number: For each line the number of its tie.
        count: How many ties there are.
    """
    tied = index.tied
    begin = np.searchsorted(number, np.arange(count))
    accepted = np.bincount(number, lines.accepted, count) > 0
    first = zip(lines.other[begin].tolist(), lines.source[begin].tolist(), strict=True)
    plain = zip(first, lines.how[begin].tolist(), accepted.tolist(), strict=True)
    told = [_Told(one, tied.words[how], sure) for one, how, sure in plain]
    for tie, day in _pairs(number, lines.day):
        told[tie].days.append(tied.days[day])
    for tie, grade in _pairs(number, lines.grade):
        told[tie].grades.append(tied.grades[grade])
    group = index.group[lines.report]
    at = np.sort(np.unique(number * (int(group.max(initial=0)) + 1) + group, return_index=True)[1])
    nth = np.arange(len(at)) - np.searchsorted(number[at], number[at])
    at = at[nth < _MOST_CITED]
    for tie, cited in zip(number[at].tolist(), _statements(index, lines.source[at]), strict=True):
        told[tie].statements.append(cited)
    return told


def _pairs(number: Numbers, of: Codes) -> list[list[int]]:
    """The different pairs there are, in order; without what is none."""
    width = int(of.max(initial=0)) + 1
    pairs = np.unique(number[of >= 0] * width + of[of >= 0])
    found: list[list[int]] = np.column_stack((pairs // width, pairs % width)).tolist()
    return found


def _statements(index: ThingIndex, sources: Codes) -> list[str]:
    """Ids of the statements from which lines are."""
    links, said = (
        index.picture.tables[table][column].take(pa.array(rows)).to_pylist()
        for table, column, rows in (
            ("links", "statement", sources[sources >= 0]),
            ("statements", "id", -1 - sources[sources < 0]),
        )
    )
    found = np.empty(len(sources), dtype=object)
    found[sources >= 0], found[sources < 0] = links, said
    ids: list[str] = found.tolist()
    return ids


@dataclass(frozen=True, slots=True)
class _End:
    """What a tie leads to: its id where it is named, what it is called, its schema, its day.

    `how` is filled where the tie itself says it, as a role of which no group is told.
    """

    id: str
    name: str
    schema: str
    day: str
    how: str = ""


def _ends(index: ThingIndex, first: Sequence[tuple[int, int]], shield: Shield) -> list[_End]:
    known = rows_at(index.picture.entities, [row for row, _ in first], _OF_END)
    told: list[dict[str, str]] = [{} for _ in first]
    naming = [n for n, (_, source) in enumerate(first) if source < 0]
    for n, one in zip(naming, told_of(index, [first[n][0] for n in naming]), strict=True):
        told[n] = one
    ends = pa.array([-1 - first[n][1] for n in naming], pa.int64())
    for n, end in zip(naming, index.picture.statements["property"].take(ends), strict=True):
        told[n][_TOLD_END] = end.as_py()
    return [_end(*one, shield) for one in zip(known, told, strict=True)]


_OF_END = ("id", "schema", "caption")


def _end(row: Fields, told: dict[str, str], shield: Shield) -> _End:
    """Of a leg, a fee or a sighting what is told of it stands for a name."""
    if shield.hides(row["id"]):
        return _End("", NOT_NAMED, row["schema"], "")
    day = told.get("date") or told.get("startDate") or ""
    known = schemata().get(row["schema"])
    if told and known and known.edge:  # a tie that is whole has a link
        return _end_not_told(known, known.edge, told, day)
    plain = row["caption"] if row["caption"] != row["id"] else ""
    name = says(told) or plain or kind_word(row["schema"])
    return _End(row["id"], name, row["schema"], day)


def _end_not_told(known: Schema, edge: Edge, told: dict[str, str], day: str) -> _End:
    """The other end of a tie of which one end alone is told."""
    lacking = edge.source if told[_TOLD_END] == edge.target else edge.target
    schema = "Network" if lacking == "network" else known.properties[lacking].range
    how = next((told[word] for word in _ROLES if word in told), known.name)
    return _End("", "not told", schema, day, kind_word(how).replace("_", " "))


def _tie(end: _End, told: _Told, behind: tuple[int, int]) -> Tie:
    days = [day for day in (*told.days, end.day[:10]) if day]
    return Tie(
        other=end.id,
        name=end.name,
        kind=kind_word(end.schema),
        how=end.how or told.how,
        first=min(days, default=""),
        last=max(days, default=""),
        reports=behind[0],
        groups=behind[1],
        grades=tuple(filter(None, told.grades)),
        status="accepted" if told.accepted else "proposed",
        statements=tuple(told.statements),
    )


def told_of(index: ThingIndex, rows: Sequence[int]) -> list[dict[str, str]]:
    """What is said of some things: when, where, how much; of each the first that is said."""
    said = [index.said(row)[:_MOST_TOLD] for row in rows]
    owner = np.repeat(np.arange(len(rows)), [len(some) for some in said])
    at = np.concatenate([*said, np.empty(0, dtype=np.int32)])
    table = index.picture.statements
    named = table["property"].take(pa.array(at))
    asked = pc.is_in(named, value_set=pa.array([*_DAYS, *_ENDS, *_ROLES, *_TELLING]))
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
