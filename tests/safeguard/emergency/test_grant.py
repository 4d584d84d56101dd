"""Breaking the glass: who may, for how long, and how little it lifts."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.model import Handling, NotPermitted, WrongUse
from headwater.safeguard import Label, Purpose, Role, Viewer, allowed
from headwater.safeguard.emergency import grant, lifted, read

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
WHY = "A boat with forty people left an hour ago"
PURPOSE = Purpose("life at risk", "general")


def user(*roles, **more):
    return Viewer("amy", "North", frozenset(roles), **more)


def test_a_supervisor_may_and_an_officer_where_a_life_is_at_risk():
    assert grant(user("supervisor"), "U1", WHY, life_at_risk=False, now=NOW).urn == "U1"
    assert grant(user("officer"), "U1", WHY, life_at_risk=True, now=NOW).life_at_risk
    with pytest.raises(NotPermitted):
        grant(user("officer"), "U1", WHY, life_at_risk=False, now=NOW)


@pytest.mark.parametrize("role", ["admin", "auditor", "liaison", "case_officer"])
def test_others_never_may(role):
    with pytest.raises(NotPermitted):
        grant(user(role), "U1", WHY, life_at_risk=True, now=NOW)


@pytest.mark.parametrize(("reason", "minutes"), [("", 60), ("x", 60), (WHY, 0), (WHY, 241)])
def test_no_reason_or_a_day_of_it_is_refused(reason, minutes):
    with pytest.raises(WrongUse):
        grant(user("supervisor"), "U1", reason, life_at_risk=True, now=NOW, minutes=minutes)


def test_it_holds_for_one_report_one_user_and_an_hour():
    given_ = grant(user("supervisor"), "U1", WHY, life_at_risk=True, now=NOW)
    assert given_.holds(user("supervisor"), "U1", NOW + timedelta(minutes=59))
    assert not given_.holds(user("supervisor"), "U1", NOW + timedelta(minutes=60))
    assert not given_.holds(user("supervisor"), "U1", NOW - timedelta(minutes=1))
    assert not given_.holds(user("supervisor"), "U2", NOW)
    assert not given_.holds(Viewer("bob", "North", frozenset({"supervisor"})), "U1", NOW)


@given(
    st.frozensets(st.sampled_from(list(Role))),
    st.sampled_from(["", "RED", "AMBER+STRICT"]),
    st.sampled_from(["", "H2", "H3", "H9"]),
)
def test_the_wishes_of_an_owner_and_the_roles_are_never_lifted(roles, tlp, europol):
    """What a broken glass shows of a label is what a member with clearance would see of it."""
    label = Label("East", Handling(tlp=tlp, europol=europol), "k1", 3)
    member = Viewer("amy", "North", roles, frozenset({"k1"}), 5)
    after = lifted(Viewer("amy", "North", roles, clearance=0), [label])
    assert allowed(after, PURPOSE, {1: label}) == allowed(member, PURPOSE, {1: label})


def test_a_grant_that_was_kept_reads_as_it_was_given():
    given_ = grant(user("supervisor"), "U1", WHY, life_at_risk=True, now=NOW)
    kept = {name: getattr(given_, name) for name in given_.__slots__}
    kept |= {"given": given_.given.isoformat(), "until": given_.until.isoformat(), "looks": []}
    assert read(kept) == given_
