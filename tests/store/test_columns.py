"""Arrow tables."""

import pytest

from headwater.model import Review
from headwater.store import Batch, columns, create_store
from tests.conformance.stores import NOW, every, seen


@pytest.fixture
def store(tmp_path):
    made = create_store(tmp_path / "node", "Harbour Police")
    yield made
    made.close()


def test_a_scan_in_many_pieces_is_the_scan_in_one(store, monkeypatch):
    for n in range(7):
        store.add(seen(f"U{n}", f"Person {n}"), recorded=f"{NOW[:-2]}{n}Z")
    store.review([Review("r1", "U3#1.2", "accepted", "ana", NOW, "known")])
    whole = store.scan(every(store))
    monkeypatch.setattr(columns, "_CHUNK", 4)
    assert store.scan(every(store)).equals(whole)
    assert whole.column("recorded").to_pylist()[::3] == [f"{NOW[:-2]}{n}Z" for n in range(7)]


def test_words_that_repeat_are_stored_once_in_memory(store):
    for n in range(5):
        store.add(seen(f"U{n}", "Arben Krasniqi"), recorded=NOW)
    table = store.scan(every(store))
    for name in ("schema", "property", "grade", "handling", "originator", "recorded", "status"):
        dictionary = table.column(name).chunk(0).dictionary.to_pylist()
        assert len(set(dictionary)) == len(dictionary) <= 2, name


def test_an_entity_in_a_value_is_shown_by_its_name(store):
    store.add(seen("U1", "Arben Krasniqi"), recorded=NOW)
    assert store.scan(every(store)).column("value").to_pylist() == [
        "Arben Krasniqi", "Petrit Gashi", "U1#1@m1",
    ]  # fmt: skip


def test_a_report_without_statements_is_among_reports_and_items(store):
    batch = seen("U1", "Arben Krasniqi")
    store.add(Batch(batch.reports, []), recorded=NOW)
    row = store.reports(every(store)).to_pylist()[0]
    assert (row["information_from"], row["information_to"]) == ("2025-03-01", "2025-03-31")
    assert (row["record_date"], row["cites"]) == ("2025-03-15", ["PRESS-1"])
    assert store.items(every(store)).num_rows == 1
    assert store.scan(every(store)).num_rows == 0
