"""One event is counted once, whoever takes part, at the level that people gave it."""

import pytest

from headwater.analysis.impact.ledger.events import once
from headwater.analysis.impact.ledger.tellings import Telling
from headwater.model import parse_period


def telling(key, day="2025-03-03", **parts):
    told = {
        "kind": "arrests",
        "level": "major",
        "group": "Drava",
        "agency": "Police",
        "place": "Horgos",
        "case": "",
        "series": "",
    } | parts
    words = {name: tuple(filter(None, [value])) for name, value in told.items()}
    return Telling(key, parse_period(day), statements=(f"{key}#1.1",), **words)


def events(*told, days=1):
    return once(told, days)


def test_what_two_agencies_tell_of_one_day_place_kind_and_group_is_one_event():
    (one,) = events(telling("a"), telling("b", "2025-03-04", agency="Border Force"))
    assert one.told("agency") == ["Police", "Border Force"]
    assert "b: same kind, place and group, 1 day apart" in one.joined[0]


@pytest.mark.parametrize(
    "other",
    [
        {"day": "2025-03-06"},
        {"place": "Subotica"},
        {"kind": "seizure"},
        {"group": "Sava"},
        {"agency": "police"},
        {"agency": ""},
        {"place": ""},
    ],
)
def test_what_differs_or_is_told_twice_by_one_agency_is_two_events(other):
    assert len(events(telling("a"), telling("b", **({"agency": "Border Force"} | other)))) == 2


def test_a_group_that_one_agency_does_not_know_keeps_nothing_apart():
    (one,) = events(telling("a"), telling("b", agency="Border Force", group=""))
    assert one.told("group") == ["Drava"]


def test_one_id_is_one_event_whatever_is_told():
    (one,) = events(telling("a"), telling("a", "2025-09-01", kind="seizure"))
    assert len(one.tellings) == 2
    assert one.joined == []


def test_the_tolerance_of_days_is_as_declared():
    told = (telling("a"), telling("b", "2025-03-06", agency="Border Force"))
    assert len(events(*told, days=3)) == 1
    assert len(events(*told, days=2)) == 2


def test_a_third_agency_joins_and_a_second_event_of_the_first_does_not():
    told = (
        telling("a"),
        telling("b", agency="Border Force"),
        telling("c", agency="Europol"),
        telling("d"),
    )
    assert [len(one.tellings) for one in events(*told)] == [3, 1]


def test_where_levels_differ_the_lower_counts_and_both_are_told():
    (one,) = events(telling("a"), telling("b", agency="Border Force", level="minor"))
    assert one.level[0] == "minor"
    assert "major" in one.level[1]


def test_no_level_is_made_up():
    assert events(telling("a", level=""))[0].level[0] == "undecided"
    level, reason = events(telling("a", level="huge"))[0].level
    assert level == "undecided"
    assert "huge" in reason


@pytest.mark.parametrize("kind", ["30 migrants found", "pushbacks", "rescue at sea", "Returns"])
def test_people_being_moved_are_no_success(kind):
    (one,) = events(telling("a", kind=kind))
    assert not one.counted
    assert one.level[0] == "none"


def test_kinds_that_strike_organisers_count():
    assert all(events(telling("a", kind=kind))[0].counted for kind in ("boats seized", "arrests"))
