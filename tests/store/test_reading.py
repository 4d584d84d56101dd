"""Reading single things."""

import pytest

from headwater.model import Handling, Item, Report, Statement
from headwater.store import Batch, create_store, open_store
from headwater.store.reading import as_json, period_of
from tests.conformance.stores import NOW, every, seen


@pytest.fixture
def store(tmp_path):
    made = create_store(tmp_path / "node", "Harbour Police")
    made.add(seen("U1", "Arben Krasniqi"), recorded=NOW)
    yield made
    made.close()


@pytest.mark.parametrize("name", ["", "U1#1@m9", "nobody", "x\ud800", "U1#1.1", f"U1#{10**30}@m1"])
def test_about_an_unknown_entity_there_is_nothing(store, name):
    assert store.statements_of(name, every(store)) == []


@pytest.mark.parametrize("name", ["", "U1", "U1#1.9", "U1#2.1", "U9#1.1"])
def test_an_unknown_statement_is_none(store, name):
    assert store.statement(name, every(store)) is None


def test_an_unknown_report_is_none(store):
    assert store.report("U9", every(store)) is None
    assert store.report("U1", frozenset()) is None


def test_an_open_reader_understands_what_another_program_adds(store, tmp_path):
    reader = open_store(tmp_path / "node")
    reader.statements_of("U1#1@m1", every(reader))
    other = seen("U2", "Luan Berisha")
    changed = [s._replace(extractor="text/2", author="ana") for s in other.statements]
    store.add(type(other)(other.reports, changed), recorded=NOW)
    assert reader.statements_of("U2#1@m1", every(reader)) == [changed[0]]
    reader.close()


def test_no_date_is_no_period():
    assert period_of({"record_from": None}, "record") is None


def test_ids_are_one_parameter():
    assert as_json({3, 1}) == "[1, 3]"


ODD = [
    "m1", "@m1", "U1#1@", "U1#01@m1", "U1#1@a@b", "U1#1@#1@m1", "U1#2@m1", "U2#1@m1", "U2#1.1",
    'a "quoted\\ id', "line\nbreak\x00", "place:gn-1",
]  # fmt: skip


def test_every_id_finds_its_own_statements_wherever_they_were_made(tmp_path):
    store = create_store(tmp_path / "odd", "Harbour Police")
    items = tuple(Item(number, "x") for number in (1, 2))
    claims = [
        Statement(urn, item, n, entity, "Contact", "source", ODD[-n], entity)
        for urn in ("U1", "U2")
        for item in (1, 2)
        for n, entity in enumerate(ODD, 1)
    ]
    store.add(Batch([Report(urn, "A", items) for urn in ("U1", "U2")], claims), recorded=NOW)
    allowed = every(store)
    for entity in ODD:
        assert store.statements_of(entity, allowed) == [c for c in claims if c.entity == entity]
    rows = store.scan(allowed).select(["entity", "value", "text"]).to_pylist()
    assert [tuple(row.values()) for row in rows] == [(c.entity, c.value, c.text) for c in claims]
    assert store.counts(allowed)["entities"] == len(ODD)
    store.close()


def test_what_another_program_adds_or_erases_is_read_though_kinds_and_labels_are_remembered(
    tmp_path,
):
    here = create_store(tmp_path / "node", "Harbour Police")
    there = open_store(tmp_path / "node")
    here.add(seen("U1", "Arben Krasniqi"), recorded=NOW)
    assert len(there.labels()) == 1
    assert there.scan(every(there)).num_rows == 3
    secret = Handling("C", "A2", "S1", conditions="ask Luan Berisha first")
    here.add(seen("U2", "Luan Berisha", handling=secret), recorded=NOW)
    assert {one.handling.conditions for one in there.labels().values()} == {"", secret.conditions}
    assert there.scan(every(there)).num_rows == 6
    here.erase_entity(["U2#1@m1"])
    assert not any("Luan" in one.handling.conditions for one in there.labels().values())
    assert "Luan Berisha" not in there.scan(every(there))["value"].to_pylist()
    here.close()
    there.close()
