from dataclasses import replace

import pytest

from headwater.safeguard.watching import DANGER, Kind, Watch

WATCH = Watch("w1", Kind.PLACE, {"place": "place:x"}, "ana", "case: X", "2026-11-21", "2026-12-01")


def test_a_watch_is_asked_to_its_last_day_and_not_after_somebody_ended_it():
    assert WATCH.asks("2026-12-01")
    assert not WATCH.asks("2026-12-02")
    assert not replace(WATCH, ended="2026-11-22T10:00:00Z").asks("2026-11-22")


def test_whether_a_life_is_at_risk_is_always_asked():
    assert DANGER.asks("2099-01-01")


@pytest.mark.parametrize(
    ("kind", "sort", "people"),
    [
        (Kind.PERSON, "", True),
        (Kind.IDENTIFIER, "phone", True),
        (Kind.IDENTIFIER, "document", True),
        (Kind.IDENTIFIER, "account", True),
        (Kind.IDENTIFIER, "", True),
        (Kind.IDENTIFIER, "vehicle", False),
        (Kind.PLACE, "", False),
        (Kind.WORDS, "", False),
    ],
)
def test_a_person_and_what_belongs_to_one_is_about_people(kind, sort, people):
    assert replace(WATCH, kind=kind, question={"sort": sort}).about_people is people
