"""What a score says of two persons."""

from itertools import combinations

import numpy as np
import pytest

from headwater.model import Verdict
from headwater.resolve.lookup.verdict import WORTH_ASKING, may_be_one, may_be_scored, verdicts
from headwater.resolve.records import PersonRecord
from headwater.resolve.scoring import shipped_model


def record(id_, *categories, **values):
    return PersonRecord(id_, {name: (value,) for name, value in values.items()}, categories)


def said(model, left, right):
    return [(one.verdict, one.doubt) for one in verdicts([left, right], [(0, 1)], model)]


def test_two_suspects_who_agree_are_one(model):
    one = record("a", "suspect", name="Zoran Petrović", birth_date="1990-05-06")
    other = record("b", "convicted", name="Зоран Петровић", birth_date="1990-05-06")
    assert said(model, one, other) == [(Verdict.SAME, "")]


@pytest.mark.parametrize(
    ("left", "right"),
    [("Petar Petrović", "Петар Петковић"), ("Mirko Perić", "Mirko Pejić")],
)
def test_near_surnames_with_one_birth_date_are_never_joined_by_a_score(left, right):
    one, other = (
        record(id_, "suspect", name=name, birth_date="1980-02-03", place="Novi Pazar", sex="m")
        for id_, name in (("a", left), ("b", right))
    )
    found = said(shipped_model().sized(20), one, other)
    assert found == [(Verdict.UNKNOWN, "their names may be two of like letters")]


def test_two_of_different_names_are_not_spoken_of(model):
    one, other = (record(i, "suspect", name=n) for i, n in (("a", "Li Wei"), ("b", "Omar Fares")))
    assert said(model, one, other) == []


def test_what_contradicts_is_said_and_left_to_a_person(model):
    shared = {"name": "Mohammad Hussein Ahmadi", "document": "passport|ir|AB123456"}
    one = record("a", "suspect", **shared, phone="+381601112223", sex="m")
    other = record("b", "suspect", **shared, phone="+381601112223", sex="f")
    assert said(model, one, other) == [(Verdict.UNKNOWN, "the recorded sex differs")]


@pytest.mark.parametrize("category", ["victim", "witness", "being_moved"])
def test_the_protected_and_the_nameless_are_not_scored(category):
    assert not may_be_scored(record("a", "suspect", category, name="Li Wei"))
    assert not may_be_scored(record("a", "suspect", phone="+381601112223"))
    assert may_be_scored(record("a", name="Li Wei"))


def test_far_apart_birth_years_end_it_unless_an_identifier_is_shared():
    one, other = record("a", birth_date="1962-01-01"), record("b", birth_date="1985")
    assert not may_be_one(one, other)
    assert may_be_one(one, record("b", birth_date="1963"))
    assert may_be_one(one, record("b"))
    held = {"phone": "+381601112223"}
    assert may_be_one(
        record("a", birth_date="1962", **held), record("b", birth_date="1985", **held)
    )


def test_whom_the_other_fields_rule_out_is_weighed_no_further_and_all_others_in_full():
    scoring = shipped_model().sized(100_000)
    known = [
        {"birth_date": "1990-05-06", "country": "RS", "phone": "+381601112223", "sex": "m"},
        {"birth_date": "1961-11-30", "country": "IQ", "phone": "+964770099887", "sex": "f"},
        {},
    ]
    names = ["Zoran Petrović", "Зоран Петровић", "Omar Fares"]
    people = [
        record(f"{n}{k}", "suspect", name=name, **fields)
        for n, name in enumerate(names)
        for k, fields in enumerate(known)
    ]
    pairs = np.array(list(combinations(range(len(people)), 2)))
    likely, strata = scoring.weigh_likely(people, pairs, WORTH_ASKING)
    full, full_strata = scoring.weigh_evidence(people, pairs)
    worth_asking = scoring.probability(full, full_strata) >= WORTH_ASKING
    weighed = np.isfinite(likely)
    assert 0 < worth_asking.sum() <= weighed.sum() < len(pairs)
    assert weighed[worth_asking].all()
    assert likely[weighed] == pytest.approx(full[weighed])
    assert (strata[weighed] == full_strata[weighed]).all()
