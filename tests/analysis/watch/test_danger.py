"""A life at risk is told at once, with where and how many, and never of long ago."""

import pytest

from headwater.analysis.watch.danger import endangered, is_fresh
from headwater.safeguard.watching import DANGER, Kind, Urgency
from tests.analysis.watch.arriving import says, scan, watch

ITEM = ("U1", 1)
ROWS = (
    says("U1", 1, "Place", "name", "Dunkirk"),
    says("U1", 2, "Observation", "count", "40"),
    says("U1", 3, "Person", "name", "Somebody Moved"),
)


def met(rows, dangers, fresh=(ITEM,), watches=(DANGER,)):
    return list(endangered(scan(*rows), dangers, fresh, watches))


def test_words_of_danger_are_a_life_at_risk_and_rest_on_where_and_how_many_alone():
    (one,) = met(ROWS, {ITEM: ["sinking", "cold", "sinking"]})
    assert (one.watch, one.urgency, one.why) == ("danger", Urgency.LIFE_AT_RISK, "sinking, cold")
    assert set(one.statements) == {"U1#1.1", "U1#1.2"}


def test_what_is_long_past_raises_no_alarm():
    assert met(ROWS, {ITEM: ["sinking"]}, fresh=()) == []


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("dead", "4", "dead or missing"),
        ("missing", "1", "dead or missing"),
        ("cause", "sign of coercion: kept in", "sign of coercion"),
    ],
)
def test_the_dead_the_missing_and_signs_of_coercion_are_for_somebody_to_look_at_soon(
    name, value, why
):
    (one,) = met([says("U1", 1, "Incident", name, value)], {})
    assert (one.urgency, one.why) == (Urgency.HIGH, why)


@pytest.mark.parametrize(("name", "value"), [("dead", "0"), ("cause", "engine failure")])
def test_an_incident_without_harm_raises_none(name, value):
    assert met([says("U1", 1, "Incident", name, value)], {}) == []


def test_a_watch_on_danger_at_one_place_hears_of_that_place_alone():
    here = watch("w1", Kind.DANGER, place="place:x")
    rows = [says("U1", 1, "Incident", "place", "place:x")]
    assert [a.watch for a in met(rows, {ITEM: ["cold"]}, watches=(DANGER, here))] == [
        "danger",
        "w1",
    ]
    assert met(ROWS, {ITEM: ["cold"]}, watches=(here,)) == []


@pytest.mark.parametrize(
    ("until", "fresh"),
    [("", True), ("2026-11-22", True), ("2026-11-15", True), ("2026-11-14", False)],
)
def test_a_week_is_fresh_and_so_is_what_has_no_date(until, fresh):
    assert is_fresh(until, "2026-11-22") is fresh
