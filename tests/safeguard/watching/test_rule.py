"""Who may be watched: the rule says one and the same to whoever may not know why."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.model import NotPermitted, WrongUse
from headwater.safeguard import Category, Role, Viewer
from headwater.safeguard.watching import (
    DANGER,
    MOST_DAYS,
    Kind,
    Watch,
    check_watch,
    expiry,
    is_for,
    may_end,
    refuse_subject,
)

MADE = "2026-11-21T12:00:00Z"
PLACE = Watch("w1", Kind.PLACE, {"place": "place:x"}, "ana", "case: Drava", MADE, "2026-12-01")
PERSON = replace(PLACE, kind=Kind.PERSON, question={"name": "Arben Krasniqi"})
SAFETY = replace(PERSON, safeguarding=True, purpose="safeguarding: Amina")


def viewer(*roles: Role, name: str = "ana") -> Viewer:
    return Viewer(name, "Harbour Police", frozenset(roles))


@pytest.mark.parametrize("role", [Role.ANALYST, Role.OFFICER, Role.SUPERVISOR, Role.SAFEGUARDING])
def test_whoever_reads_reports_may_watch_a_place(role):
    check_watch(PLACE, viewer(role))


@pytest.mark.parametrize("role", [Role.ADMIN, Role.AUDITOR])
def test_who_reads_no_reports_watches_nothing(role):
    with pytest.raises(NotPermitted):
        check_watch(PLACE, viewer(role))


def test_a_watch_has_a_purpose_and_a_last_day_that_is_not_far():
    last = expiry(MADE[:10], MOST_DAYS)
    check_watch(replace(PLACE, expires=last), viewer(Role.ANALYST))
    for wrong in ({"purpose": " "}, {"expires": ""}, {"expires": "2027-03-01"}):
        with pytest.raises(WrongUse):
            check_watch(replace(PLACE, **wrong), viewer(Role.ANALYST))
    with pytest.raises(WrongUse):
        expiry(MADE[:10], 0)


def test_watching_for_safety_takes_a_supervisor_and_a_purpose_of_safety():
    check_watch(SAFETY, viewer(Role.SUPERVISOR))
    for wrong, who in (
        (SAFETY, viewer(Role.ANALYST)),
        (SAFETY, viewer(Role.SAFEGUARDING)),
        (replace(SAFETY, purpose="case: Drava"), viewer(Role.SUPERVISOR)),
    ):
        with pytest.raises(NotPermitted, match="supervisor"):
            check_watch(wrong, who)


@pytest.mark.parametrize("words", ["+381 64 555 0142", "passport 1234567", "", "12", "x" * 300])
def test_a_number_or_nothing_is_no_word_to_watch(words):
    with pytest.raises(WrongUse):
        check_watch(
            replace(PLACE, kind=Kind.WORDS, question={"words": words}), viewer(Role.ANALYST)
        )


held = st.lists(st.lists(st.sampled_from(list(Category))), max_size=3)


@given(held)
def test_only_suspects_and_convicted_are_watched_and_all_others_get_one_answer(people):
    open_ = bool(people) and all(
        set(person) and set(person) <= {Category.SUSPECT, Category.CONVICTED} for person in people
    )
    try:
        refuse_subject(PERSON, people)
        said = ""
    except NotPermitted as refusal:
        said = str(refusal.as_dict())
    with pytest.raises(NotPermitted) as nobody:
        refuse_subject(PERSON, [])
    assert said == ("" if open_ else str(nobody.value.as_dict()))


def test_a_victim_may_be_watched_for_safety_and_a_vehicle_has_no_category():
    refuse_subject(SAFETY, [[Category.VICTIM]])
    vehicle = replace(PLACE, kind=Kind.IDENTIFIER, question={"sort": "vehicle", "number": "SU1"})
    refuse_subject(vehicle, [])


def test_alerts_are_for_the_owner_for_who_safeguards_or_for_whoever_reads():
    assert is_for(PLACE, viewer(Role.ANALYST))
    assert not is_for(PLACE, viewer(Role.SUPERVISOR, name="bo"))
    assert not is_for(SAFETY, viewer(Role.SUPERVISOR))
    assert is_for(SAFETY, viewer(Role.SAFEGUARDING, name="bo"))
    assert is_for(DANGER, viewer(Role.OFFICER, name="bo"))
    assert not is_for(DANGER, viewer(Role.ADMIN, Role.AUDITOR))


def test_a_watch_is_ended_by_its_owner_and_one_for_safety_by_those_who_care():
    assert may_end(PLACE, viewer(Role.ANALYST))
    assert not may_end(PLACE, viewer(Role.SUPERVISOR, name="bo"))
    assert may_end(SAFETY, viewer(Role.SAFEGUARDING, name="bo"))
    assert not may_end(DANGER, viewer(Role.ADMIN, Role.SUPERVISOR))
