"""What came in last, at the cost of what is asked for."""

import pytest

from headwater.store.database import Database
from headwater.store.recent import EmbeddedRecent


@pytest.fixture
def asked(tmp_path):
    """The plans of all that is asked of a node's database."""
    Database.create(tmp_path, "Harbour Police")
    database, plans = Database(tmp_path), []

    class Told(EmbeddedRecent):
        def _rows(self, query, *given):
            plan = database.reader.execute(f"EXPLAIN QUERY PLAN {query}", given)
            plans.extend(row[3] for row in plan)
            return super()._rows(query, *given)

    yield Told(database), plans
    database.close()


def test_the_latest_reports_are_read_backwards_and_not_sorted(asked):
    recent, plans = asked
    assert recent.reports([1], "", 5) == []
    assert not [line for line in plans if "TEMP B-TREE" in line]
    assert [line for line in plans if line.startswith("SEARCH item USING INDEX item_number")]


def test_the_reviews_of_a_statement_are_found_by_their_index(asked):
    recent, plans = asked
    assert recent.reviews_on(["U1#1.1"]) == []
    assert [line for line in plans if "review_statement" in line]
