"""Ties: something for collective evidence to find, and nothing impossible."""

from collections import Counter, defaultdict
from itertools import combinations

from headwater.exercise.identities import World


def test_about_six_records_in_ten_tell_of_a_contact_or_a_stay(development: World) -> None:
    telling = {c.source for c in development.contacts} | {m.id for m in development.movements}
    assert 0.5 < len(telling) / 4000 < 0.7


def test_targets_are_records_or_phones_of_the_world(development: World) -> None:
    ids = {r.id for r in development.records}
    assert all(c.source in ids for c in development.contacts)
    assert all(c.target in ids or c.target.startswith("+") for c in development.contacts)
    assert all(m.id in ids for m in development.movements)


def test_nobody_is_in_two_places_on_one_day(development: World) -> None:
    person = {t.id: t.person for t in development.truth}
    places = defaultdict(set)
    for move in development.movements:
        places[person[move.id], move.date].add(move.place)
    assert max(len(found) for found in places.values()) == 1


def test_there_are_hubs(development: World) -> None:
    person = {t.id: t.person for t in development.truth}
    called = Counter(person.get(c.target, c.target) for c in development.contacts)
    assert called.most_common(1)[0][1] > 8 * sum(called.values()) / len(called)


def test_records_of_one_person_share_associates_far_more_often_than_strangers(
    development: World,
) -> None:
    person = {t.id: t.person for t in development.truth}
    friends: dict[str, set[str]] = defaultdict(set)
    for contact in development.contacts:
        friends[contact.source].add(person.get(contact.target, contact.target))
    records = defaultdict(list)
    for truth in development.truth:
        if friends[truth.id]:
            records[truth.person].append(truth.id)
    same = [bool(friends[a] & friends[b]) for r in records.values() for a, b in combinations(r, 2)]
    firsts = [r[0] for r in records.values()]
    strange = [bool(friends[a] & friends[b]) for a, b in zip(firsts, firsts[7:], strict=False)]
    assert sum(same) / len(same) > 0.2
    assert sum(strange) / len(strange) < 0.05
