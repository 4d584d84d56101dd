"""What is asked of the log is found by an index, however long the log is."""

from hashlib import blake2b

import pytest

from headwater.model import WrongUse
from headwater.store.database import Database
from headwater.store.log import LogAsked
from headwater.store.log.query import newest


def digest(name):
    return blake2b(name.encode(), digest_size=16).digest()


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    folder = tmp_path_factory.mktemp("query")
    Database.create(folder, "Harbour Police")
    database = Database(folder)

    def of(**asked):
        text, given = newest(LogAsked(**asked), digest)
        rows = database.reader.execute(f"EXPLAIN QUERY PLAN {text}", given)
        return " | ".join(row[3] for row in rows)

    yield of
    database.close()


@pytest.mark.parametrize(
    ("asked", "index"),
    [
        ({}, "audit_made"),
        ({"before": 7}, "audit_made"),
        ({"since": "2026-10-01", "until": "2026-10-02"}, "audit_made"),
        ({"who": ["ana"]}, "audit_who"),
        ({"who": ["ana"], "since": "2026-10-01"}, "audit_who"),
        ({"operation": "erasure"}, "audit_seldom"),
        ({"operation": "consultation"}, "audit_made"),
    ],
)
def test_the_newest_are_read_in_the_order_of_an_index(plan, asked, index):
    told = plan(**asked)
    assert index in told
    assert "TEMP B-TREE" not in told


def test_what_touches_an_id_is_found_by_its_digest(plan):
    assert "PRIMARY KEY (what" in plan(about=["IR 1"])


def test_no_other_operation_can_be_asked_for():
    with pytest.raises(WrongUse, match="no operation"):
        newest(LogAsked(operation="x' OR 1"), digest)
