"""What came in or was decided last, as the embedded store tells it."""
# ruff: noqa: S608 - queries are put together from constants of the store; values are bound

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import suppress
from itertools import islice, takewhile

from headwater.model import Judgement, Refusal, Review, Statement, WrongUse, parse_statement_id
from headwater.store.database import Database, plain_errors
from headwater.store.decisions import REVIEWS, judgement
from headwater.store.reading import Reading, as_json
from headwater.store.recent.protocol import Came

_LOOKED_THROUGH = 10_000
_LISTED = "(SELECT value FROM json_each(?))"
_CAME = f"""
SELECT urn, title, originator, recorded FROM report
WHERE format <> 'decision'
AND EXISTS (SELECT 1 FROM item WHERE report = report.id AND label IN {_LISTED})
ORDER BY id DESC
"""
_DECIDED = f"""
SELECT item.id FROM item JOIN report ON report.id = item.report
WHERE item.id > ? AND format = 'decision' AND label IN {_LISTED}
"""
_LAST = f"""
{REVIEWS} WHERE w.seq > (SELECT coalesce(max(seq), 0) FROM review) - {_LOOKED_THROUGH}
AND i.label IN {_LISTED} AND (? IN ('', w.author)) AND w.author <> ?
ORDER BY w.seq DESC
"""
_ON = f"{REVIEWS} WHERE r.urn = ? AND i.number = ? AND w.n IN {_LISTED} ORDER BY w.seq"
_ONE = f"{REVIEWS} WHERE w.id = ?"
_TOUCHED = """
SELECT name FROM audit_name WHERE EXISTS (
    SELECT 1 FROM audit_about JOIN audit USING (seq)
    WHERE audit_about.what = digest AND operation <> 'collection')
"""
_REFUSED = f"SELECT file, position, what, why, do, urn FROM refusal WHERE label IN {_LISTED}"


class EmbeddedRecent:
    """See `Recent`.

    Args:
        database: The node's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._reading = Reading()

    def _rows(self, query: str, *given: str | int) -> Iterator[sqlite3.Row]:
        with plain_errors():
            yield from self._database.reader.execute(query, given)

    def reports(self, allowed: Collection[int], since: str, most: int) -> list[Came]:
        """Reports that came in after a time; they came in the order of their rows."""
        came = (Came(*row) for row in self._rows(_CAME, as_json(allowed)))
        return list(islice(takewhile(lambda one: one.recorded > since, came), most))

    def reviews(
        self,
        allowed: Collection[int],
        most: int,
        *,
        by: str = "",
        beside: str = "",
        since: str = "",
    ) -> list[Review]:
        """The latest reviews of allowed statements."""
        last = (Review(*row) for row in self._rows(_LAST, as_json(allowed), by, beside))
        return list(islice(takewhile(lambda one: one.made > since, last), most))

    def reviews_on(self, statements: Collection[str]) -> list[Review]:
        """All reviews of these statements."""
        numbers: dict[tuple[str, int], list[int]] = defaultdict(list)
        for one in statements:
            with suppress(WrongUse):
                urn, item, n = parse_statement_id(one)
                numbers[urn, item].append(n)
        return [
            Review(*row)
            for (urn, item), some in numbers.items()
            for row in self._rows(_ON, urn, item, json.dumps(some))
        ]

    def judgement(self, id: str) -> Judgement | None:
        """The judgement of this id."""
        with plain_errors():
            return judgement(self._database.reader, id)

    def review(self, id: str) -> Review | None:
        """The review of this id."""
        return next((Review(*row) for row in self._rows(_ONE, id)), None)

    def decisions(self, allowed: Collection[int], after: int) -> list[Statement]:
        """Statements of allowed decisions of our own whose items came in later."""
        items = [row[0] for row in self._rows(_DECIDED, after, as_json(allowed))]
        if not items:
            return []
        with plain_errors():
            found = self._reading.everything_in(self._database.reader, items)
        return [statement for _, statement in found]

    def refusals(self, allowed: Collection[int], start: int, most: int) -> list[Refusal]:
        """Refusals, the latest first."""
        query = f"{_REFUSED} ORDER BY id DESC LIMIT ? OFFSET ?"
        return [Refusal(*row) for row in self._rows(query, as_json(allowed), most, start)]

    def refusals_of(self, urn: str, allowed: Collection[int]) -> list[Refusal]:
        """Refusals of one report."""
        query = f"{_REFUSED} AND urn = ? ORDER BY id"
        return [Refusal(*row) for row in self._rows(query, as_json(allowed), urn)]

    def touched(self) -> list[str]:
        """What anybody looked at, changed or handed out."""
        return [row[0] for row in self._rows(_TOUCHED)]

    def recorded(self) -> dict[str, str]:
        """When each report came in."""
        with plain_errors():
            return dict(self._database.reader.execute("SELECT urn, recorded FROM report"))
