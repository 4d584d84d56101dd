"""Query: what is asked of the log as one statement for the database, which its indexes answer."""
# ruff: noqa: S608 - queries are put together from constants of the store; values are bound

from collections.abc import Sequence
from typing import NamedTuple

from headwater.model import WrongUse
from headwater.safeguard import Operation
from headwater.store.log.asked import LogAsked
from headwater.store.log.names import DIGEST, Digest, either

FIRST = 20
"""So many of the ids that an entry touches are put into words for a page; some touch 300,000."""

COLUMNS = "SELECT seq, operation, made, who, what, length(what) FROM audit"
_FIRST = COLUMNS.replace(" what,", f" substr(what, 1, {FIRST * DIGEST}),")


class Query(NamedTuple):
    """A statement and what is bound in it."""

    text: str
    given: tuple[str | int | bytes, ...]


def about(wanted: Sequence[bytes]) -> Query:
    """A condition: the entries that touch what one of these digests stands for, or were its."""
    marks = _marks(wanted)
    text = (
        f"seq IN (SELECT seq FROM audit_about WHERE what IN {marks}"
        f" UNION ALL SELECT seq FROM audit WHERE who IN {marks})"
    )
    return Query(text, (*wanted, *wanted))


def newest(asked: LogAsked, digest: Digest) -> Query:
    """The entries that are asked for, the latest first; of one second that with the higher number.

    Raises:
        WrongUse: If the operation is none of the six.
    """
    parts = [one for one in _conditions(asked, digest) if one.text]
    where = f"WHERE {' AND '.join(part.text for part in parts)}" if parts else ""
    given = tuple(value for part in parts for value in part.given)
    return Query(f"{_FIRST} {where} ORDER BY made DESC, seq DESC", given)


def _conditions(asked: LogAsked, digest: Digest) -> list[Query]:
    who = [one for name in asked.who for one in either(name, digest)]
    return [
        Query(f"who IN {_marks(who)}", tuple(who)) if asked.who else Query("", ()),
        about([one for name in asked.about for one in either(name, digest)])
        if asked.about
        else Query("", ()),
        _operation(asked.operation) if asked.operation else Query("", ()),
        Query("made >= ?", (asked.since,)) if asked.since else Query("", ()),
        Query("made < ?", (f"{asked.until}~",)) if asked.until else Query("", ()),
        Query("(made, seq) < (SELECT made, seq FROM audit WHERE seq = ?)", (asked.before,))
        if asked.before
        else Query("", ()),
    ]


def _operation(name: str) -> Query:
    if name not in set(Operation):
        raise WrongUse(f"{name!r} is no operation", do=f"one of {', '.join(Operation)}")
    # Nearly all entries are consultations: an index of the others alone is small.
    seldom = "" if name == Operation.CONSULTATION else " AND operation <> 'consultation'"
    return Query(f"operation = ?{seldom}", (name,))


def _marks(values: Sequence[bytes]) -> str:
    return f"({', '.join('?' * len(values))})"
