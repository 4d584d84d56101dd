"""The true people: families, namesakes, phones that are shared, papers that are lent."""

from collections import Counter, defaultdict
from itertools import islice

import pytest

from headwater.exercise.identities.people import Person, people


@pytest.fixture(scope="module")
def everyone() -> list[Person]:
    return list(people(1, 8000))


def test_siblings_share_family_name_home_and_town_but_no_given_name(everyone: list[Person]) -> None:
    homes = defaultdict(list)
    for person in everyone:
        homes[person.household].append(person)
    families = [members for members in homes.values() if len(members) > 1]
    assert len(families) > 300
    for members in families:
        assert len({m.name.home for m in members}) == 1
        assert len({m.place for m in members}) == 1
        assert len({m.name.given for m in members}) == len(members)


def test_there_are_namesakes_as_in_real_registers(everyone: list[Person]) -> None:
    holders = Counter(person.name.key for person in everyone)
    assert holders.most_common(1)[0][1] > 8
    assert sum(1 for count in holders.values() if count == 1) > len(everyone) / 3


def test_some_phones_have_several_holders_and_some_papers_are_lent(everyone: list[Person]) -> None:
    holders = Counter(phone for person in everyone for phone in person.phones)
    shared = sum(1 for count in holders.values() if count > 1) / len(holders)
    assert 0.02 < shared < 0.15
    assert 0.01 < sum(bool(p.borrowed) for p in everyone) / len(everyone) < 0.035
    assert len({p.document for p in everyone}) > len(everyone) - 3


def test_cultures_keep_their_shares() -> None:
    counts = Counter(person.name.culture for person in islice(people(5, 40_000), 24_000))
    total = sum(counts.values())
    eastern = sum(counts[c] for c in ("arab", "persian", "dari", "pashto", "kurdish")) / total
    assert eastern == pytest.approx(0.45, abs=0.04)
    for culture, share in {"serbian": 0.12, "turkish": 0.12, "bulgarian": 0.10}.items():
        assert counts[culture] / total == pytest.approx(share, abs=0.03)
    for culture, share in {"macedonian": 0.08, "albanian": 0.08, "bosnian": 0.05}.items():
        assert counts[culture] / total == pytest.approx(share, abs=0.03)
