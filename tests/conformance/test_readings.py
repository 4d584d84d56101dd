"""What a picture reads from a store. The store in memory, for tests, passes these and no others."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from headwater.model import Handling, Item, Judgement, Report, Statement, Verdict
from headwater.store import Batch, Store
from tests.conformance.stores import AGENCY, NOW, STORES, Kind
from tests.fakes.store import FakeStore

READINGS = {
    *("answered", "items", "judgements", "labels", "regroupings", "reports", "scan", "traced"),
    "traced_reports",
}
COLUMNS = {
    "scan": [
        *("urn", "item", "n", "entity", "schema", "property", "value", "text", "language"),
        *("start", "end", "extractor", "author", "status", "basis", "modality", "attribution"),
        *("valid_from", "valid_to", "recorded", "grade", "grade_system", "handling"),
        *("originator", "label"),
    ],
    "items": [
        *("urn", "item", "text", "grade", "grade_system", "handling", "graded_by_default"),
        *("provenance", "provenance_grade", "language", "label"),
    ],
    "reports": [
        *("urn", "originator", "title", "information_from", "information_to", "record_date"),
        *("dates_assumed", "format", "file", "sha256", "items", "cites", "origin_known"),
        *("recorded", "handling"),
    ],
}
SAID = [
    # report, item, entity, name, and whether everybody may see it
    ("U2", 2, "d", "Luan Test", True),
    ("U2", 1, "c", "Mira Test", True),
    ("U1", 1, "a", "Arben Test", True),
    ("U1", 2, "b", "Hidden Test", False),
    ("U3", 1, "e", "Secret Test", False),
]
JOIN = Judgement("j1", "a", "c", Verdict.SAME, "ana", NOW, "same phone")


class Node(NamedTuple):
    """A store that was told what is said above, and the labels that everybody may see."""

    store: Any
    open: frozenset[int]


def in_memory() -> Node:
    store = FakeStore()
    for urn, item, entity, name, everybody in SAID:
        store.say(urn, entity, "Person", item=item, label=0 if everybody else 1, name=name)
    store.judgements_held.append(JOIN)
    return Node(store, frozenset({0}))


def resting(kind: Kind, folder: Path) -> Node:
    store = kind.create(folder, AGENCY)
    for urn, said in groupby(SAID, key=lambda one: one[0]):
        held = list(said)
        items = [
            Item(item, name, handling=Handling() if everybody else Handling("C", "A1", "S2"))
            for _, item, _, name, everybody in held
        ]
        names = [
            Statement(urn, item, 1, entity, "Person", "name", name, name)
            for _, item, entity, name, _ in held
        ]
        store.add(Batch([Report(urn, f"Agency {urn}", tuple(items))], names), recorded=NOW)
    store.judge([JOIN])
    labels = {number for number, label in store.labels().items() if label.handling.code == "P"}
    return Node(store, frozenset(labels))


@pytest.fixture(params=[*STORES, None], ids=lambda kind: kind.name if kind else "in memory")
def node(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Node]:
    made = resting(request.param, tmp_path / "node") if request.param else in_memory()
    yield made
    if request.param:
        made.store.close()


def test_the_store_in_memory_stands_for_the_readings_of_a_picture_and_for_nothing_else() -> None:
    promised = {name for name in dir(Store) if not name.startswith("_")}
    assert promised & set(dir(FakeStore)) == READINGS


def test_tables_have_the_promised_columns_even_when_they_are_empty(
    node: Node, tmp_path: Path
) -> None:
    other = resting(STORES[0], tmp_path / "other").store
    for name, columns in COLUMNS.items():
        empty, full = (getattr(node.store, name)(some) for some in (frozenset(), node.open))
        assert empty.schema == full.schema == getattr(other, name)(frozenset()).schema
        assert (empty.schema.names, empty.num_rows) == (columns, 0)
    other.close()


def test_rows_stand_in_the_order_of_reports_and_their_items(node: Node) -> None:
    whole = frozenset(node.store.labels())
    said = node.store.scan(whole).select(["urn", "item", "n", "entity", "value"]).to_pylist()
    assert [tuple(row.values()) for row in said] == [
        ("U2", 1, 1, "c", "Mira Test"),
        ("U2", 2, 1, "d", "Luan Test"),
        ("U1", 1, 1, "a", "Arben Test"),
        ("U1", 2, 1, "b", "Hidden Test"),
        ("U3", 1, 1, "e", "Secret Test"),
    ]
    items = node.store.items(whole).select(["urn", "item"]).to_pylist()
    assert items == [{"urn": row["urn"], "item": row["item"]} for row in said]
    assert node.store.reports(whole).column("urn").to_pylist() == ["U2", "U1", "U3"]


def test_what_is_not_allowed_stands_in_no_row_no_count_and_no_list_of_words(node: Node) -> None:
    assert node.store.scan(node.open).column("entity").to_pylist() == ["c", "d", "a"]
    assert node.store.reports(node.open).column("items").to_pylist() == [2, 1]
    for name in COLUMNS:
        for column in getattr(node.store, name)(node.open).columns:
            held = column.combine_chunks()
            words = held.dictionary if "dict" in str(column.type) else held
            assert not {"U3", "b", "e", "Hidden Test", "Secret Test"} & set(map(str, words))


def test_judgements_are_read_whole(node: Node) -> None:
    assert node.store.judgements() == [JOIN]
