import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.resolve.candidates import candidate_pairs
from headwater.resolve.candidates import pairs as module
from headwater.resolve.records import PersonRecord


def person(ident: str, name: str, **more: str) -> PersonRecord:
    return PersonRecord(ident, {"name": (name,), **{k: (v,) for k, v in more.items() if v}})


def found(records: list[PersonRecord], per_record: float = 10) -> set[tuple[str, str]]:
    pairs = candidate_pairs(records, per_record)
    return {tuple(sorted((records[a].id, records[b].id))) for a, b in pairs.tolist()}


PEOPLE = [
    person("r1", "Karwan Hoshyar", country="IQ"),
    person("r2", "کاروان هوشیار"),
    person("r3", "Đorđe Hodžić", birth_date="1980-02-03"),
    person("r4", "Ђорђе Хоџић"),
    person("r5", "HOXHIQ Gjorgje", birth_date="1980-03-02"),
    person("r6", "Agim", phone="+355691112223"),
    person("r7", "Besnik Krasniqi", phone="+355 69 111 22 23"),
]


def test_spellings_in_other_scripts_are_found() -> None:
    assert {("r1", "r2"), ("r3", "r4"), ("r3", "r5"), ("r4", "r5")} <= found(PEOPLE)


def test_a_shared_phone_brings_two_names_together() -> None:
    assert ("r6", "r7") in found(PEOPLE)


def test_people_who_share_nothing_are_no_candidates() -> None:
    assert ("r1", "r3") not in found(PEOPLE)


def test_pairs_come_sorted_with_the_left_before_the_right() -> None:
    pairs = candidate_pairs(PEOPLE)
    assert (pairs[:, 0] < pairs[:, 1]).all()
    assert pairs.tolist() == sorted(pairs.tolist())


@pytest.mark.parametrize("records", [[], PEOPLE[:1], [person("a", ""), person("b", "N.N.")]])
def test_nothing_to_compare_gives_no_pairs(records: list[PersonRecord]) -> None:
    assert candidate_pairs(records).shape == (0, 2)


def namesakes(count: int) -> list[PersonRecord]:
    """Two records of each person, all of one name, with a birth date that tells them apart."""
    days = [(1950 + i % 50, 1 + i % 12, 1 + i % 28) for i in range(count)]
    return [
        person(f"p{i:04}{script}", name, birth_date=f"{y}-{m:02}-{d:02}", country="AF")
        for i, (y, m, d) in enumerate(days)
        for script, name in (("a", "Mohammad Ahmadi"), ("b", "محمد احمدی"))
    ]


def test_a_huge_block_of_namesakes_is_split_and_not_dropped() -> None:
    records = namesakes(400)
    pairs = found(records, per_record=2)
    assert sum((f"p{i:04}a", f"p{i:04}b") in pairs for i in range(400)) >= 380


def test_no_more_candidates_than_the_allowance() -> None:
    records = namesakes(60)
    assert 0 < len(candidate_pairs(records, per_record=3)) <= 3 * len(records) / 2


@settings(max_examples=20, deadline=None)
@given(st.permutations(PEOPLE + namesakes(12)))
def test_the_order_of_the_records_does_not_matter(records: list[PersonRecord]) -> None:
    assert found(records, 1.5) == found(PEOPLE + namesakes(12), 1.5)


def test_a_small_memory_gives_the_same_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    records = namesakes(150)
    whole = candidate_pairs(records, 4)
    monkeypatch.setattr(module, "_AT_ONCE", 50_000)
    assert np.array_equal(candidate_pairs(records, 4), whole)
