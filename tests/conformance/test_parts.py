"""Some items of a report and some statements, in every store: as they are read whole."""

from dataclasses import replace

import pytest

from headwater.model import Handling
from headwater.store import Store
from tests.conformance.stores import NOW, every, seen

SECRET = Handling("C", "A1", "S2")


@pytest.fixture
def told(store: Store) -> Store:
    batch = seen("U1", "Arben Krasniqi")
    (report,) = batch.reports
    (item,) = report.items
    others = (replace(item, number=2, handling=SECRET), replace(item, number=5))
    said = [*batch.statements, *(one._replace(item=5) for one in batch.statements)]
    whole = replace(report, items=(item, *others))
    store.add(replace(batch, reports=[whole], statements=said), recorded=NOW)
    store.add(seen("U2", "Luan Berisha"), recorded=NOW)
    return store


def open_to_all(store: Store) -> frozenset[int]:
    return frozenset(n for n, label in store.labels().items() if label.handling == Handling())


def test_the_items_of_a_report_are_listed_with_their_labels(told: Store) -> None:
    found = told.parts.items("U1", every(told))
    assert list(found) == [1, 2, 5]
    assert found == {number: told.label_of("U1", number) for number in found}
    assert list(told.parts.items("U1", open_to_all(told))) == [1, 5]
    assert told.parts.items("U9", every(told)) == {}


def test_a_part_of_a_report_is_the_report_with_fewer_items(told: Store) -> None:
    whole = told.report("U1", every(told))
    assert whole is not None
    assert told.parts.report("U1", every(told), [5, 1]) == replace(
        whole, items=(whole.items[0], whole.items[2])
    )
    assert told.parts.report("U1", open_to_all(told), [2]) is None
    assert told.parts.report("U1", every(told), []) is None
    assert told.parts.report("U9", every(told), [1]) is None


def test_statements_are_found_by_their_ids_and_only_where_they_are_allowed(told: Store) -> None:
    ids = ["U1#1.1", "U1#5.3", "U2#1.2", "U1#9.1", "no id"]
    found = told.parts.statements(ids, every(told))
    assert found == {one: told.statement(one, every(told)) for one in ids[:3]}
    assert told.parts.statements(ids, frozenset()) == {}
    assert told.parts.statements([], every(told)) == {}


def test_all_that_some_items_say_comes_in_order(told: Store) -> None:
    ids = [one.id for one in told.parts.said_in("U1", every(told), [5, 1])]
    assert ids == [f"U1#{item}.{n}" for item in (1, 5) for n in (1, 2, 3)]
    assert told.parts.said_in("U1", frozenset(), [1]) == []
