"""Parts of what rests, as the embedded store hands them out."""
# ruff: noqa: S608 - queries are put together from constants of the store; values are bound

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection
from contextlib import suppress

from headwater.model import Report, Statement, WrongUse, parse_statement_id
from headwater.store.database import Database, plain_errors
from headwater.store.reading import Reading

_OF_REPORT = "FROM item JOIN report ON report.id = item.report WHERE urn = ?"
_LABELS = f"SELECT number, label {_OF_REPORT} ORDER BY number"
_PLACES = f"""
SELECT item.id {_OF_REPORT} AND number IN (SELECT value FROM json_each(?)) ORDER BY number
"""


class EmbeddedParts:
    """See `Parts`.

    Args:
        database: The node's database.
        reading: Reads single things.
    """

    def __init__(self, database: Database, reading: Reading) -> None:
        self._database = database
        self._reading = reading

    @property
    def _reader(self) -> sqlite3.Connection:
        return self._database.reader

    def items(self, urn: str, allowed: Collection[int]) -> dict[int, int]:
        """The allowed items of a report, each with its label."""
        with plain_errors():
            rows = self._reader.execute(_LABELS, (urn,))
            return {number: label for number, label in rows if label in allowed}

    def report(self, urn: str, allowed: Collection[int], numbers: Collection[int]) -> Report | None:
        """A report with some of its items."""
        with plain_errors():
            return self._reading.report(self._reader, urn, frozenset(allowed), numbers)

    def statements(self, ids: Collection[str], allowed: Collection[int]) -> dict[str, Statement]:
        """The allowed ones of these statements."""
        wanted: dict[str, set[int]] = defaultdict(set)
        for one in ids:
            with suppress(WrongUse):
                urn, number, _ = parse_statement_id(one)
                wanted[urn].add(number)
        asked = set(ids)
        said = (one for urn, some in wanted.items() for one in self.said_in(urn, allowed, some))
        return {one.id: one for one in said if one.id in asked}

    def said_in(
        self, urn: str, allowed: Collection[int], numbers: Collection[int]
    ) -> list[Statement]:
        """All statements of some items of a report."""
        with plain_errors():
            rows = self._reader.execute(_PLACES, (urn, json.dumps(sorted(numbers))))
            found = self._reading.everything_in(self._reader, [place for (place,) in rows])
        return [statement for label, statement in found if label in allowed]
