"""A desk that somebody walked away from is closed, whatever its page asks by itself."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from headwater.desk.reception import SignInNeeded
from headwater.desk.rooms.work.alerts import stream


def test_pages_that_wait_keep_nobody_signed_in(staff):
    ana = staff.browser("ana")
    for _ in range(3):
        staff.ahead += timedelta(minutes=11)
        answers = [ana.get(path) for path in ("/findings/1/state", "/findings/1/card")]
    assert {answer.headers["location"].partition("?")[0] for answer in answers} == {"/enter"}


def test_a_stream_of_alerts_ends_when_its_reader_has_been_away(staff):
    ana, reception = staff.browser("ana"), staff.app.state.reception
    open_page = SimpleNamespace(headers={}, cookies=dict(ana.cookies), route_handler=stream)
    for _ in range(2):
        staff.ahead += timedelta(minutes=14)
        assert reception.guest(open_page).viewer.name == "ana"
    staff.ahead += timedelta(minutes=3)
    with pytest.raises(SignInNeeded):
        reception.guest(open_page)
