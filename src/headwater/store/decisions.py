"""What people decide: judgements, reviews, users and legal holds. Appended, never altered."""

import json
import sqlite3
from collections.abc import Collection, Sequence
from json.encoder import encode_basestring_ascii
from typing import Any

from msgspec.json import Decoder

from headwater.model import Judgement, Regrouping, Review, Status, Verdict, WrongUse
from headwater.safeguard import Viewer, login_form
from headwater.store.alerting import forget_owner
from headwater.store.reading import statement_place

_VERDICTS = {str(verdict): verdict for verdict in Verdict}
_EVIDENCE = Decoder(tuple[str, ...])
_JUDGEMENTS = """
SELECT id, "left", "right", verdict, author, made, reason, score, explanation, evidence, undoes
FROM judgement
"""
_AMONG = f"{_JUDGEMENTS} WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608 - two constants
REVIEWS = """
SELECT w.id, r.urn || '#' || i.number || '.' || w.n, w.status, w.author, w.made, w.reason,
    CASE w.instead WHEN 0 THEN '' ELSE r.urn || '#' || i.number || '.' || w.instead END
FROM review w JOIN item i ON i.id = w.item JOIN report r ON r.id = i.report
"""


def add_judgements(connection: sqlite3.Connection, judgements: Sequence[Judgement]) -> None:
    """Append judgements; one that is here with the same content is left alone.

    Raises:
        WrongUse: If an id is here with other content.
    """
    ids = json.dumps([judgement.id for judgement in judgements])
    here = {row[0]: _judgement(row) for row in connection.execute(_AMONG, (ids,))}
    new = []
    for judgement in judgements:
        known = here.get(judgement.id)
        if known is None:
            here[judgement.id] = judgement
            new.append(judgement)
        elif known != judgement:
            raise WrongUse(
                "a judgement of this id is here already, and differs",
                where=judgement.id,
                do="give the new one an id of its own; to take the old one back, name it in undoes",
            )
    connection.executemany(
        "INSERT INTO judgement VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", map(_row, new)
    )


def _row(judgement: Judgement) -> tuple[object, ...]:
    return (
        judgement.id,
        judgement.left,
        judgement.right,
        str(judgement.verdict),
        judgement.author,
        judgement.made,
        judgement.reason,
        judgement.score,
        judgement.explanation,
        f"[{', '.join(map(encode_basestring_ascii, judgement.evidence))}]",
        judgement.undoes,
    )


def judgements(connection: sqlite3.Connection) -> list[Judgement]:
    """All judgements in the order in which they were given."""
    return [_judgement(row) for row in connection.execute(f"{_JUDGEMENTS} ORDER BY seq")]


def judgements_on(connection: sqlite3.Connection, entities: Collection[str]) -> list[Judgement]:
    """All judgements of which one of these entities is an end."""
    among = "IN (SELECT value FROM json_each(:ends))"
    query = f'{_JUDGEMENTS} WHERE "left" {among} OR "right" {among} ORDER BY seq'
    rows = connection.execute(query, {"ends": json.dumps(sorted(entities))})
    return [_judgement(row) for row in rows]


def judgement(connection: sqlite3.Connection, id_: str) -> Judgement | None:
    """The judgement of this id; None where there is none."""
    rows = connection.execute(_AMONG, (json.dumps([id_]),))
    return next(map(_judgement, rows), None)


def _judgement(row: Sequence[Any]) -> Judgement:
    *named, undoes = row
    id_, left, right, verdict, author, made, reason, score, explanation, evidence = named
    return Judgement(
        id=id_,
        left=left,
        right=right,
        verdict=_VERDICTS[verdict],
        author=author,
        made=made,
        reason=reason,
        score=score,
        explanation=explanation,
        evidence=_EVIDENCE.decode(evidence),
        undoes=undoes,
    )


def add_reviews(connection: sqlite3.Connection, reviews: Sequence[Review]) -> None:
    """Append reviews; the last one given for a statement is the one that stands.

    Raises:
        WrongUse: If the statement or the status does not exist, or the id is here already.
    """
    for review in reviews:
        place = statement_place(connection, review.statement)
        if place is None:
            raise WrongUse("there is no statement of this id", where=review.statement)
        instead = _instead(connection, review, place[0])
        if review.status not in set(Status):
            raise WrongUse(f"{review.status!r} is not a status", do=f"use {', '.join(Status)}")
        try:
            connection.execute(
                "INSERT INTO review VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    review.id,
                    *place,
                    str(review.status),
                    review.author,
                    review.made,
                    review.reason,
                    instead,
                ),
            )
        except sqlite3.IntegrityError as error:
            raise WrongUse("a review of this id is here already", where=review.id) from error
        connection.execute(
            "INSERT INTO standing VALUES (?, ?, ?) "
            "ON CONFLICT DO UPDATE SET status = excluded.status",
            (*place, str(review.status)),
        )


def _instead(connection: sqlite3.Connection, review: Review, item: int) -> int:
    """Position of the statement that takes the place of the reviewed one; 0 where none does."""
    if not review.instead:
        return 0
    place = statement_place(connection, review.instead)
    if place is None or place[0] != item:
        raise WrongUse("a correction stands in another item than what it corrects",
                       where=review.instead)  # fmt: skip
    return place[1]


def reviews(connection: sqlite3.Connection) -> list[Review]:
    """All reviews in the order in which they were given."""
    return [Review(*row) for row in connection.execute(f"{REVIEWS} ORDER BY w.seq")]


def add_regroupings(connection: sqlite3.Connection, regroupings: Sequence[Regrouping]) -> None:
    """Append regroupings.

    Raises:
        WrongUse: If a report does not exist, or an id is here already.
    """
    for one in regroupings:
        try:
            seq = connection.execute(
                "INSERT INTO regrouping VALUES (NULL, ?, ?, ?, ?, ?, ?) RETURNING seq",
                (one.id, one.joins, one.author, one.made, one.reason, one.undoes),
            ).fetchone()[0]
        except sqlite3.IntegrityError as error:
            raise WrongUse("a regrouping of this id is here already", where=one.id) from error
        sides = [(urn, 1) for urn in one.reports] + [(urn, 0) for urn in one.others]
        for urn, side in sides:
            added = connection.execute(
                "INSERT INTO regrouped SELECT ?, id, ? FROM report WHERE urn = ?", (seq, side, urn)
            )
            if not added.rowcount:
                raise WrongUse("there is no report of this URN", where=urn)


def regroupings(connection: sqlite3.Connection) -> list[Regrouping]:
    """All regroupings in the order in which they were given."""
    sides: dict[tuple[int, int], list[str]] = {}
    for seq, urn, side in connection.execute(
        "SELECT regrouping, urn, side FROM regrouped JOIN report ON report.id = report ORDER BY urn"
    ):
        sides.setdefault((seq, side), []).append(urn)
    rows = connection.execute(
        "SELECT seq, id, joins, author, made, reason, undoes FROM regrouping ORDER BY seq"
    )
    return [
        Regrouping(
            id=id_,
            joins=bool(joins),
            reports=tuple(sides.get((seq, 1), ())),
            others=tuple(sides.get((seq, 0), ())),
            author=author,
            made=made,
            reason=reason,
            undoes=undoes,
        )
        for seq, id_, joins, author, made, reason, undoes in rows
    ]


def forget_regrouped(connection: sqlite3.Connection, report: int) -> None:
    """Within an erasure: a report leaves every regrouping, and one that says nothing more goes."""
    connection.execute("DELETE FROM regrouped WHERE report = ?", (report,))
    empty = (
        "SELECT seq FROM regrouping WHERE undoes = '' AND CASE joins"
        " WHEN 1 THEN (SELECT count(*) FROM regrouped WHERE regrouping = seq) < 2"
        " ELSE (SELECT count(DISTINCT side) FROM regrouped WHERE regrouping = seq) < 2 END"
    )
    for (seq,) in connection.execute(empty).fetchall():
        connection.execute("DELETE FROM regrouped WHERE regrouping = ?", (seq,))
        connection.execute(
            "DELETE FROM regrouping WHERE undoes = (SELECT id FROM regrouping WHERE seq = ?)",
            (seq,),
        )
        connection.execute("DELETE FROM regrouping WHERE seq = ?", (seq,))


def put_user(connection: sqlite3.Connection, viewer: Viewer) -> None:
    """Add a user, or replace the one of that name.

    Raises:
        WrongUse: If there is a user whose name is another spelling of this one.
    """
    for known in users(connection):
        if known.name != viewer.name and login_form(known.name) == login_form(viewer.name):
            raise WrongUse(
                f"there is a user {known.name} already",
                why="the two names differ in spelling only",
                do="choose another name, or change the user that there is",
            )
    connection.execute(
        "INSERT OR REPLACE INTO user VALUES (?, ?, ?, ?, ?)",
        (
            viewer.name,
            viewer.agency,
            json.dumps(sorted(viewer.roles)),
            json.dumps(sorted(viewer.compartments)),
            viewer.clearance,
        ),
    )


def users(connection: sqlite3.Connection, name: str = "") -> list[Viewer]:
    """All users, by name, or the one of this name."""
    query = "SELECT * FROM user WHERE ? IN (x'', CAST(name AS BLOB)) ORDER BY name"
    rows = connection.execute(query, (name.encode("utf-8", "surrogatepass"),))
    return [
        Viewer(
            name, agency, frozenset(json.loads(roles)), frozenset(json.loads(compartments)), level
        )
        for name, agency, roles, compartments, level in rows
    ]


def forget_user(connection: sqlite3.Connection, name: str) -> None:
    """Remove a user with what that user watches; the file is to be rebuilt after it.

    Raises:
        WrongUse: If there is none of that name.
    """
    if not connection.execute("DELETE FROM user WHERE name = ?", (name,)).rowcount:
        raise WrongUse(f"there is no user {name}", do="headwater user list shows who there is")
    forget_owner(connection, name)
    connection.execute("DELETE FROM audit_name WHERE name IN (?, ?)", (name, f"user {name}"))
    connection.execute("INSERT OR REPLACE INTO node VALUES ('purge', 'due')")


def hold(connection: sqlite3.Connection, urn: str, reason: str, on: bool) -> None:
    """Put a legal hold on a report, or take it away.

    Raises:
        WrongUse: If there is no such report, or no reason for the hold.
    """
    row = connection.execute("SELECT id FROM report WHERE urn = ?", (urn,)).fetchone()
    if row is None:
        raise WrongUse("there is no report of this URN", where=urn)
    if not on:
        connection.execute("DELETE FROM hold WHERE report = ?", row)
    elif reason.strip():
        connection.execute("INSERT OR REPLACE INTO hold VALUES (?, ?)", (*row, reason))
    else:
        raise WrongUse("a legal hold needs a reason", where=urn, do="give one")


def holds(connection: sqlite3.Connection) -> dict[str, str]:
    """URNs under a legal hold, with the reason."""
    rows = connection.execute(
        "SELECT urn, reason FROM hold JOIN report ON report.id = report ORDER BY report.id"
    )
    return dict(rows.fetchall())
