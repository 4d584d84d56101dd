"""Judgements, reviews, users and holds in the embedded store."""

import pytest

from headwater.model import Judgement, Review, Verdict, WrongUse
from headwater.store import create_store
from tests.conformance.stores import NOW, every, seen


@pytest.fixture
def store(tmp_path):
    made = create_store(tmp_path / "node", "Harbour Police")
    made.add(seen("U1", "Arben Krasniqi"), recorded=NOW)
    yield made
    made.close()


def test_one_bad_review_undoes_the_whole_call(store):
    good = Review("r1", "U1#1.1", "accepted", "ana", NOW, "known")
    with pytest.raises(WrongUse):
        store.review([good, Review("r2", "U1#1.77", "accepted", "ana", NOW, "known")])
    assert store.reviews() == []
    assert {s.status for s in store.statements_of("U1#1@m1", every(store))} == {"proposed"}


def test_a_score_that_is_none_stays_none(store):
    made = Judgement("j1", "a", "b", Verdict.DIFFERENT, "ana", NOW, "two people")
    store.judge([made])
    assert store.judgements() == [made]


def test_lifting_a_hold_that_is_not_there_changes_nothing(store):
    store.hold("U1", "", False)
    assert store.holds() == {}


def test_a_hold_is_replaced_by_a_newer_reason(store):
    store.hold("U1", "trial", True)
    store.hold("U1", "appeal", True)
    assert store.holds() == {"U1": "appeal"}
