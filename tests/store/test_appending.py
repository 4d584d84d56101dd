"""A correction: a statement put behind the others of its item, whatever it is about."""

import pytest

from headwater.model import Review, WrongUse
from headwater.store import create_store
from tests.conformance.stores import NOW, every, seen

REVIEW = Review("r1", "U1#1.1", "rejected", "ana", NOW, "misread")


@pytest.fixture
def store(tmp_path):
    made = create_store(tmp_path / "node", "Harbour Police")
    made.add(seen("U1", "Arben Krasniqi"), recorded=NOW)
    made.add(seen("U2", "Luan Berisha"), recorded=NOW)
    yield made
    made.close()


def first(store, **changes):
    return store.statement("U1#1.1", every(store))._replace(
        status="accepted", author="ana", extractor="person/1", **changes
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"value": "Krasniqi", "text": "Krasniqi", "start": 6, "end": 14},
        {"value": "A. Krasniqi", "text": "Krasniqi", "start": 6, "end": 14},
        {"value": "noted", "text": "noted", "start": -1, "end": -1},
        {"value": "1980", "text": "written beside it", "start": -1, "end": -1},
        {"entity": "U2#1@m1", "value": "Krasniqi", "text": "Krasniqi", "start": 6, "end": 14},
        {"schema": "Contact", "property": "target", "value": "U1#1@m2", "text": "with"},
        {"schema": "Contact", "property": "target", "value": "U2#1@m1", "text": "with"},
    ],
)
def test_what_is_appended_is_read_back_as_it_was_given(store, changes):
    given = first(store, **changes)
    kept = store.correct(REVIEW, given)
    assert kept.instead == "U1#1.4"
    assert store.statement("U1#1.4", every(store)) == given._replace(n=4)
    assert store.scan(every(store)).to_pylist()[3]["value"] == given.value
    assert given._replace(n=4) in store.statements_of(given.entity, every(store))
    assert store.statement("U1#1.1", every(store)).status == "rejected"
    assert store.reviews() == [kept]


def test_a_correction_of_what_is_not_there_leaves_no_trace(store):
    with pytest.raises(WrongUse, match="no such item"):
        store.correct(REVIEW, first(store, item=9))
    with pytest.raises(WrongUse, match="another item"):
        store.correct(REVIEW, first(store, urn="U2"))
    assert store.reviews() == []
    assert store.counts(every(store))["statements"] == 6


def test_an_erasure_takes_corrections_along(store, tmp_path):
    store.correct(REVIEW, first(store, value="Qzxonly", text="Qzxonly", start=-1, end=-1))
    done = store.erase_report("U1")
    assert (done.statements, done.reviews) == (4, 1)
    store.close()
    for path in (tmp_path / "node").rglob("*"):
        assert not path.is_file() or b"Qzxonly" not in path.read_bytes()
