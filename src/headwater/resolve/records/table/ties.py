"""Ties of a plain table: contacts between records, and where records were seen."""

from collections.abc import Iterable
from pathlib import Path

from headwater.model import Refusal, WrongUse
from headwater.resolve.records.record import Tie
from headwater.resolve.records.table.rows import PlainRows, Row, read_rows
from headwater.resolve.records.table.values import iso_date

_ENDS = (("source", "target"), ("record", "other"), ("record", "to"), ("from", "to"), ("a", "b"))
_KINDS = {
    "payment": ("payment", "paid", "transfer", "money"),
    "associate": ("associate", "travel", "co_travel", "seen_with", "companion", "family"),
}
"""Words for a kind of tie; all others mean that the two were in touch."""


def read_ties(
    contacts: Path | None, movements: Path | None
) -> tuple[tuple[Tie, ...], tuple[Refusal, ...]]:
    """Read contacts (`source,target[,kind][,date]`) and movements (`record,place[,date]`).

    A contact counts for both of its ends. Its kind may be a payment or company (`payment`,
    `associate`, `co_travel`...); else the two were in touch.

    Raises:
        WrongUse: If a file cannot be read or lacks a column.
    """
    ties: list[Tie] = []
    refusals: list[Refusal] = []
    if contacts is not None:
        rows = read_rows(contacts)
        one, other = _columns(rows, _ENDS)
        for row in rows.rows:
            ties += _contact(rows, row, one, other)
        refusals += rows.refusals
    if movements is not None:
        rows = read_rows(movements)
        who, place = _columns(rows, [("record", "place"), ("id", "place"), ("person", "place")])
        for row in rows.rows:
            ties += _tie(rows, row, row.cells[who], "seen", row.cells[place])
        refusals += rows.refusals
    return tuple(ties), tuple(refusals)


def _columns(rows: PlainRows, known: Iterable[tuple[str, str]]) -> tuple[str, str]:
    known = list(known)
    for pair in known:
        if set(pair) <= set(rows.columns):
            return pair
    raise WrongUse(
        f"{rows.file} lacks a column",
        where="line 1",
        why=f"its columns are {', '.join(rows.columns)}",
        do=f"name two columns {' and '.join(known[0])}",
    )


def _contact(rows: PlainRows, row: Row, one: str, other: str) -> list[Tie]:
    left, right = row.cells[one], row.cells[other]
    word = row.cells.get("kind", "").casefold().replace("-", "_").replace(" ", "_")
    kind = next((kind for kind, words in _KINDS.items() if word in words), "contact")
    found = _tie(rows, row, left, kind, right)
    return [*found, *(tie._replace(record=right, to=left) for tie in found)]


def _tie(rows: PlainRows, row: Row, record: str, kind: str, to: str) -> list[Tie]:
    if not record or not to:
        rows.refuse(row.position, "the row is left out", "one end is empty", "name both ends")
        return []
    when = row.cells.get("date") or row.cells.get("when") or ""
    return [Tie(record, kind, to, iso_date(when))]
