"""Contradictions within what would be one cluster."""

from headwater.model import Judgement, Verdict
from headwater.resolve import clusters
from headwater.resolve.lookup.apart import kept_apart
from headwater.resolve.lookup.entry import entry_of
from headwater.resolve.records import PersonRecord
from tests.resolve.lookup.reports import NOW, add, person, told

A, B, C = map(person, ("U1", "U2", "U3"))


def join(left, right, score):
    name = f"{left}{right}"
    return Judgement(name, left, right, Verdict.SAME, "resolve/score/1", NOW, "alike", score)


def fill(store, **born):
    for urn, year in born.items():
        add(store, told(urn, name="Li Wei", birthDate=year))
        values = {"name": ("Li Wei",), "birth_date": (year,)}
        store.put_in_index([entry_of(PersonRecord(person(urn), values, ("suspect",)))])


def test_a_contradiction_across_a_third_is_found_with_its_statements(store):
    fill(store, U1="1970-03-04", U2="1978", U3="1985-06-07")
    joins = [join(A, B, 20.0), join(B, C, 18.0)]
    everything = frozenset(store.labels())
    (found,) = kept_apart(store, everything, joins, NOW)
    assert (found.left, found.right, found.verdict) == (A, C, Verdict.DIFFERENT)
    assert set(found.evidence) == {"U1#1.2", "U3#1.2"}
    assert clusters([*joins, found]) == {A: A, B: A}
    store.judge([joins[0], found])
    assert kept_apart(store, everything, [joins[1]], NOW) == []


def test_nothing_is_looked_for_where_nothing_was_joined(store):
    assert kept_apart(store, frozenset(), [], NOW) == []
