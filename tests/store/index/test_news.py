"""What the look-up index has still to take in."""

from headwater.model import Judgement, Review, Verdict
from headwater.store import IndexEntry
from tests.conformance.stores import NOW, every, seen


def told(store, most=100):
    news = store.news(every(store), most)
    return set(news.scan["urn"].to_pylist()), news.entities, news.left


def take_in(store):
    store.put_in_index([], upto=store.news(every(store), 100).upto)


def test_what_came_in_is_told_until_it_is_taken_in(store):
    store.reset_index("rules/1")
    for n in range(3):
        store.add(seen(f"U{n}", "Arben Krasniqi"), recorded=NOW)
    assert told(store, 2) == ({"U0", "U1"}, frozenset(), 1)
    take_in(store)
    assert not store.news(every(store), 2)
    store.add(seen("U9", "Luan Berisha"), recorded=NOW)
    assert told(store) == ({"U9"}, frozenset(), 0)


def test_a_review_and_a_decision_on_a_pair_make_their_entities_news(store):
    store.add(seen("U1", "Arben Krasniqi"), recorded=NOW)
    take_in(store)
    store.review([Review("r1", "U1#1.2", "rejected", "ana", NOW, "misread")])
    store.judge([Judgement("j1", "x", "y", Verdict.SAME, "ana", NOW, "met both")])
    assert {"U1#1@m2", "x", "y"} <= told(store)[1]
    take_in(store)
    assert told(store) == (set(), frozenset(), 0)


def test_judgements_written_with_the_index_are_no_news_to_it(store):
    take_in(store)
    news = store.news(every(store), 5)
    store.put_in_index([], [Judgement("j1", "x", "y", Verdict.SAME, "r", NOW, "w")], news.upto)
    assert told(store)[1] == frozenset()
    assert [one.id for one in store.judgements()] == ["j1"]


def test_new_rules_make_everything_news_and_leave_nothing_of_the_old_index(store):
    store.add(seen("U1", "Arben Krasniqi"), recorded=NOW)
    store.put_in_index([IndexEntry("a", (1,), "A")], upto=store.news(every(store), 9).upto)
    store.reset_index("rules/2")
    assert store.index_rules() == "rules/2"
    assert told(store)[0] == {"U1"}
    assert store.found_under([1], 9) == [[]]
    assert store.indexed([1]) == []
