"""What every store does with its look-up index."""

from headwater.model import Judgement, Verdict
from headwater.store import IndexEntry, Store
from tests.conformance.stores import NOW, seen


def test_news_comes_a_part_at_a_time_until_it_is_taken_in(store: Store) -> None:
    for urn in ("U1", "U2", "U3"):
        store.add(seen(urn, "Arben Kelmendi"), recorded=NOW)
    labels = frozenset(store.labels())
    first = store.news(labels, 2)
    assert set(first.scan.column("urn").to_pylist()) == {"U1", "U2"}
    assert first.left == 1
    assert store.news(labels, 2).upto == first.upto
    store.put_in_index([], upto=first.upto)
    rest = store.news(labels, 2)
    assert set(rest.scan.column("urn").to_pylist()) == {"U3"}
    store.put_in_index([], upto=rest.upto)
    assert not store.news(labels, 2)


def test_what_others_judge_is_news_and_what_the_index_judges_is_not(store: Store) -> None:
    own = Judgement("own", "a", "b", Verdict.SAME, "resolve/score/1", NOW, "alike")
    store.add(seen("U1", "Arben Kelmendi"), recorded=NOW)
    labels = frozenset(store.labels())
    store.put_in_index([], [own], store.news(labels, 9).upto)
    assert not store.news(labels, 9)
    store.judge([Judgement("by hand", "c", "d", Verdict.SAME, "ana", NOW, "known")])
    assert store.news(labels, 9).entities == {"c", "d"}
    assert [one.id for one in store.judgements_on(["b"])] == ["own"]


def test_an_entry_takes_the_place_of_the_one_its_entity_had(store: Store) -> None:
    store.put_in_index([IndexEntry("a", (7, 8), "A"), IndexEntry("b", (8,), "B")])
    store.put_in_index([IndexEntry("a", (9,), "A2")])
    assert store.found_under([7, 8, 9, 10], 5) == [[1], [1, 2], [1], []]
    assert store.found_under([8], 1) == [[1]]
    assert store.indexed([2, 1, 5]) == [(2, "b", "B"), (1, "a", "A2")]
    assert store.indexed_as(["b", "nobody", "a"]) == [(1, "a", "A2"), (2, "b", "B")]


def test_an_emptied_index_takes_everything_for_news(store: Store) -> None:
    store.add(seen("U1", "Arben Kelmendi"), recorded=NOW)
    labels = frozenset(store.labels())
    store.put_in_index([IndexEntry("a", (7,), "A")], upto=store.news(labels, 9).upto)
    store.reset_index("rules/2")
    assert store.index_rules() == "rules/2"
    assert store.found_under([7], 9) == [[]]
    assert store.news(labels, 9)
