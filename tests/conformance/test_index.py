"""What every store does with its look-up index; the one in memory, for tests, does the same."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from headwater.model import Judgement, Verdict
from headwater.store import IndexEntry
from tests.conformance.stores import AGENCY, NOW, STORES, Kind, seen
from tests.fakes.store import FakeStore


class Held(NamedTuple):
    """A store with what differs between stores when they are filled."""

    store: Any
    tell: Callable[[str], None]
    decide: Callable[[str, str], None]


def embedded(kind: Kind, folder: Path) -> Held:
    store = kind.create(folder, AGENCY)
    return Held(
        store,
        lambda urn: store.add(seen(urn, "Arben Kelmendi"), recorded=NOW) and None,
        lambda a, b: store.judge([Judgement("by hand", a, b, Verdict.SAME, "ana", NOW, "known")]),
    )


def in_memory() -> Held:
    store = FakeStore()
    return Held(
        store,
        lambda urn: store.say(urn, f"{urn}#1@m1", "Person", name="Arben Kelmendi"),
        lambda a, b: store.judge(a, b) and None,
    )


@pytest.fixture(params=[*STORES, None], ids=lambda kind: kind.name if kind else "in memory")
def held(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Held]:
    made = embedded(request.param, tmp_path / "node") if request.param else in_memory()
    yield made
    if request.param:
        made.store.close()


def test_news_comes_a_part_at_a_time_until_it_is_taken_in(held: Held) -> None:
    for urn in ("U1", "U2", "U3"):
        held.tell(urn)
    store, labels = held.store, frozenset(held.store.labels())
    first = store.news(labels, 2)
    assert set(first.scan.column("urn").to_pylist()) == {"U1", "U2"}
    assert first.left == 1
    assert store.news(labels, 2).upto == first.upto
    store.put_in_index([], upto=first.upto)
    rest = store.news(labels, 2)
    assert set(rest.scan.column("urn").to_pylist()) == {"U3"}
    store.put_in_index([], upto=rest.upto)
    assert not store.news(labels, 2)


def test_what_others_judge_is_news_and_what_the_index_judges_is_not(held: Held) -> None:
    own = Judgement("own", "a", "b", Verdict.SAME, "resolve/score/1", NOW, "alike")
    held.tell("U1")
    store, labels = held.store, frozenset(held.store.labels())
    store.put_in_index([], [own], store.news(labels, 9).upto)
    assert not store.news(labels, 9)
    held.decide("c", "d")
    assert store.news(labels, 9).entities == {"c", "d"}
    assert [one.id for one in store.judgements_on(["b"])] == ["own"]


def test_an_entry_takes_the_place_of_the_one_its_entity_had(held: Held) -> None:
    store = held.store
    store.put_in_index([IndexEntry("a", (7, 8), "A"), IndexEntry("b", (8,), "B")])
    store.put_in_index([IndexEntry("a", (9,), "A2")])
    assert store.found_under([7, 8, 9, 10], 5) == [[1], [1, 2], [1], []]
    assert store.found_under([8], 1) == [[1]]
    assert store.indexed([2, 1, 5]) == [(2, "b", "B"), (1, "a", "A2")]
    assert store.indexed_as(["b", "nobody", "a"]) == [(1, "a", "A2"), (2, "b", "B")]


def test_an_emptied_index_takes_everything_for_news(held: Held) -> None:
    held.tell("U1")
    store, labels = held.store, frozenset(held.store.labels())
    store.put_in_index([IndexEntry("a", (7,), "A")], upto=store.news(labels, 9).upto)
    store.reset_index("rules/2")
    assert store.index_rules() == "rules/2"
    assert store.found_under([7], 9) == [[]]
    assert store.news(labels, 9)
