"""A name that is watched for is found in any script, with the statement that gives it."""

import pyarrow as pa
import pytest

from headwater.model import Statement
from headwater.resolve import Wanted, wanted_in

COLUMNS = ("urn", "item", "n", "entity", "schema", "property", "value", "status", "modality")


def scan(*said: Statement) -> pa.Table:
    return pa.table({name: [getattr(one, name) for one in said] for name in COLUMNS})


def named(urn: str, name: str) -> Statement:
    return Statement(urn, 1, 1, f"{urn}#1@m1", "Person", "name", name, name)


@pytest.mark.parametrize("name", ["Халим Демировић", "Halim Demirovic", "Demirović Halim"])
def test_a_name_is_found_in_another_script_and_order(name):
    (found,) = wanted_in(scan(named("U1", name)), [Wanted("w1", "Halim Demirović", 0.5)])
    assert (found.wanted, found.entity, found.evidence) == ("w1", "U1#1@m1", ("U1#1.1",))
    assert found.chance > 0.5


def test_another_name_is_not_found_and_the_least_chance_holds():
    rows = scan(named("U1", "Goran Petrić"), named("U2", "Halim Demirow"))
    assert [s.entity for s in wanted_in(rows, [Wanted("w1", "Goran Vukčević", 0.5)])] == []
    (near,) = wanted_in(rows, [Wanted("w1", "Halim Demirov", 0.0)])
    assert wanted_in(rows, [Wanted("w1", "Halim Demirov", min(1.0, near.chance + 0.001))]) == []


def test_whoever_bears_it_is_told_to_each_who_asks_and_nobody_asks_for_nothing():
    rows = scan(named("U1", "Halim Demirović"), named("U2", "Halim Demirovic"))
    asked = [Wanted("w1", "Halim Demirović", 0.5), Wanted("w2", "Халим Демировић", 0.5)]
    found = [(one.entity, one.wanted) for one in wanted_in(rows, asked)]
    assert found == [(f"U{n}#1@m1", w) for n in (1, 2) for w in ("w1", "w2")]
    assert wanted_in(rows, []) == []


@pytest.mark.parametrize("category", ["victim", "witness", "being_moved"])
def test_a_protected_person_is_never_found(category):
    decided = [
        Statement(
            "C1", 1, 1, "C1#1@d", "CategoryDecision", "subject", "U1#1@m1", status="accepted"
        ),
        Statement(
            "C1", 1, 2, "C1#1@d", "CategoryDecision", "category", category, status="accepted"
        ),
    ]
    rows = scan(named("U1", "Halim Demirović"), *decided)
    assert wanted_in(rows, [Wanted("w1", "Halim Demirović", 0.5)]) == []
