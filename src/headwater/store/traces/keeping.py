"""Keeping traces: digested under a key that never leaves the node, found again, and forgotten.

A digest is the first eight bytes of an HMAC-SHA-256 (RFC 2104), as the whole number that SQLite
holds best; among a hundred million of them chance makes two meet once in two thousand nodes.
"""
# ruff: noqa: S608 - queries are put together from constants of the store; values are bound

import hmac
import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable

from headwater.model import Refused
from headwater.safeguard import traces
from headwater.store.packing import Allowed
from headwater.store.protocol import Batch
from headwater.store.reading import as_json

_LISTED = "(SELECT value FROM json_each(?))"
_ITEM_IDS = f"""
SELECT urn, number, i.id FROM report r JOIN item i ON i.report = r.id WHERE urn IN {_LISTED}
"""
_HITS = f"""
SELECT digest, urn, number, holder FROM trace
JOIN item i ON i.id = trace.item JOIN report r ON r.id = i.report
WHERE digest IN {_LISTED} AND label IN {_LISTED} ORDER BY r.id, number, digest, holder
"""
_ANSWERED = f"""
SELECT d.urn, r.urn, number FROM answer
JOIN report d ON d.id = answer.report
JOIN item i ON i.id = answer.item JOIN report r ON r.id = i.report WHERE d.urn IN {_LISTED}
"""
_REPORTS = f"""
SELECT DISTINCT urn FROM (SELECT DISTINCT item FROM trace)
JOIN item i ON i.id = item JOIN report r ON r.id = i.report WHERE label IN {_LISTED}
"""

Place = tuple[str, int]  # an item: URN and number


class Traces:
    """The traces of one node.

    Args:
        key: What they are digested under; 32 bytes.
    """

    def __init__(self, key: bytes) -> None:
        self._key = key

    def _digest(self, *parts: str) -> int:
        content = "\x1f".join(parts).encode("utf-8", "surrogatepass")
        return int.from_bytes(hmac.digest(self._key, content, "sha256")[:8], "big", signed=True)

    def _digest_of(self, one: traces.Identifier) -> int:
        return self._digest(one.kind, one.form)

    def _holder(self, one: traces.Identifier) -> int:
        """What stands for the person who holds a phone; nothing that the name alone would give."""
        return self._digest("holder", one.form, one.holder) if one.holder else 0

    def keep(self, connection: sqlite3.Connection, batch: Batch, new: Collection[str]) -> None:
        """Write the traces and answers of new reports, in the transaction that writes these.

        Raises:
            Refused: If a trace has no item, or answers what is not here.
        """
        kept = [trace for trace in batch.traces if trace.urn in new]
        answers = [(urn, place) for urn, held in batch.answers.items() for place in held]
        if not (kept or answers):
            return
        urns = {trace.urn for trace in kept} | {place[0] for _, place in answers}
        found = connection.execute(_ITEM_IDS, (json.dumps(sorted(urns)),))
        items: dict[Place, int] = {(urn, number): item for urn, number, item in found}
        try:
            rows = {self._row(trace, items[trace.urn, trace.item]) for trace in kept}
            places = [(urn, items[place]) for urn, place in answers if urn in new]
        except KeyError as missing:
            raise Refused("a trace has no item in its report", where=str(missing)) from missing
        # In order, so that each page of the table is written once.
        connection.executemany("INSERT INTO trace VALUES (?, ?, ?)", sorted(rows))
        report = "(SELECT id FROM report WHERE urn = ?)"
        connection.executemany(f"INSERT OR IGNORE INTO answer VALUES ({report}, ?)", places)

    def _row(self, trace: traces.Trace, item: int) -> tuple[int, int, int]:
        one, holder = trace.identifier, 0
        if one.kind == "phone":
            own = (trace.urn, str(trace.item), str(trace.row))
            holder = self._holder(one) or self._digest("row", *own)
        return self._digest_of(one), item, holder

    def find(
        self, connection: sqlite3.Connection, asked: Collection[traces.Identifier], allowed: Allowed
    ) -> list[traces.Hit]:
        """Where identifiers meet traces of allowed items."""
        by_digest: dict[int, list[traces.Identifier]] = defaultdict(list)
        for one in asked:
            by_digest[self._digest_of(one)].append(one)
        rows = connection.execute(_HITS, (as_json(by_digest), as_json(allowed)))
        return [
            traces.Hit(one, urn, item, holder, bool(one.holder) and holder == self._holder(one))
            for digest, urn, item, holder in rows
            for one in by_digest[digest]
        ]

    def answered(
        self, connection: sqlite3.Connection, decisions: Collection[str]
    ) -> dict[str, frozenset[Place]]:
        """By the URN of a decision the items whose traces it answers."""
        found: dict[str, set[Place]] = defaultdict(set)
        for decision, urn, item in connection.execute(_ANSWERED, (json.dumps([*decisions]),)):
            found[decision].add((urn, item))
        return {decision: frozenset(places) for decision, places in found.items()}

    def reports(self, connection: sqlite3.Connection, allowed: Allowed) -> frozenset[str]:
        """Reports with a trace in an allowed item."""
        return frozenset(urn for (urn,) in connection.execute(_REPORTS, (as_json(allowed),)))

    def forget_person(
        self, connection: sqlite3.Connection, said: Iterable[tuple[str, str]]
    ) -> None:
        """Destroy every trace of somebody of whom these properties and values were said."""
        digests = {self._digest_of(one) for one in traces.asked(traces.of_statements(said))}
        connection.execute(f"DELETE FROM trace WHERE digest IN {_LISTED}", (as_json(digests),))


def forget_report(connection: sqlite3.Connection, report: int) -> None:
    """Destroy the traces of a report, and what it answers and is answered."""
    items = "(SELECT id FROM item WHERE report = ?)"
    connection.execute(f"DELETE FROM trace WHERE item IN {items}", (report,))
    connection.execute(f"DELETE FROM answer WHERE report = ? OR item IN {items}", (report, report))
