from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from headwater.model import Handling
from headwater.safeguard import Category, retention
from headwater.safeguard.retention import GROUPS

START = date(2020, 2, 29)
TODAY = date(2026, 11, 21)


def due(*people, conditions=("P", "", ""), **more):
    return retention.review_due(START, people, Handling(*conditions), TODAY, **more)


def test_a_suspect_is_reviewed_after_six_years_and_then_every_five():
    first = due(["suspect"])
    assert (first.on, first.due) == (date(2026, 2, 28), True)
    assert due(["suspect"], reviewed=date(2026, 3, 1)).on == date(2031, 3, 1)


def test_a_person_nobody_decided_on_brings_the_review_forward():
    assert due(["convicted"]).on == date(2030, 2, 28)
    assert due(["convicted"], []).on == date(2020, 8, 28)
    assert due(["convicted"], []).group == "undecided people"


def test_conditions_shorten_the_time():
    assert due(conditions=("C", "A1", "S2")).on == date(2023, 2, 28)


def test_every_category_has_a_group_with_a_source():
    assert {c for group in GROUPS for c in group.categories} == set(Category)
    assert all(group.source for group in GROUPS)


PEOPLE = st.lists(st.lists(st.sampled_from(list(Category))), min_size=1)


@given(PEOPLE, PEOPLE)
def test_more_people_never_put_a_review_off(some, more):
    assert due(*some, *more).on <= due(*some).on
