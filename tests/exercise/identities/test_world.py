"""The world in memory: repeatable, true to itself, with the shares its page states."""

from collections import Counter
from itertools import pairwise

import pytest

from headwater.exercise.identities import World, identities


def test_one_seed_gives_one_world_and_another_seed_another(development: World) -> None:
    assert identities(1, 4000) == development
    assert identities(2, 500).records != identities(1, 500).records


def test_a_longer_world_holds_the_people_of_a_shorter_one(development: World) -> None:
    short, long = (Counter(r[1:7] for r in w.records) for w in (identities(1, 500), development))
    assert (short - long).total() <= 4  # the last person of the short one may lack records


def test_records_of_one_person_are_no_neighbours(development: World) -> None:
    people = [one.person for one in development.truth]
    together = sum(left == right for left, right in pairwise(people))
    assert together < 20


def test_every_record_has_one_person_and_the_asked_number_is_made(development: World) -> None:
    assert len(development.records) == len(development.truth) == 4000
    assert [r.id for r in development.records] == [t.id for t in development.truth]
    assert len({r.id for r in development.records}) == 4000
    counts = Counter(Counter(t.person for t in development.truth).values())
    people = sum(counts.values())
    assert set(counts) <= {1, 2, 3, 4}
    for records, share in zip((1, 2, 3, 4), (0.60, 0.22, 0.11, 0.07), strict=True):
        assert counts[records] / people == pytest.approx(share, abs=0.03)


@pytest.mark.parametrize(
    ("script", "low", "high"),
    [("arab", 0.14, 0.24), ("cyrl", 0.16, 0.27), ("latn", 0.53, 0.68)],
)
def test_scripts_keep_their_shares(
    development: World, unseen: World, script: str, low: float, high: float
) -> None:
    for world in (development, unseen):
        share = sum(r.script == script for r in world.records) / len(world.records)
        assert low < share < high


def test_about_two_in_three_true_pairs_can_be_told_without_doubt() -> None:
    assert 0.6 < identities(3, 10_000).unambiguous_pair_share < 0.75


def test_all_are_suspects_unless_a_share_is_protected(development: World) -> None:
    assert {r.category for r in development.records} == {"suspect"}
    guarded = identities(1, 2000, protected=0.2)
    share = sum(r.category != "suspect" for r in guarded.records) / 2000
    assert share == pytest.approx(0.2, abs=0.04)
    category = {}
    for record, truth in zip(guarded.records, guarded.truth, strict=True):
        assert category.setdefault(truth.person, record.category) == record.category
    names, all_names = (Counter(r.name for r in w.records) for w in (guarded, development))
    assert (names - all_names).total() <= 4
