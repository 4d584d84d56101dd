"""Whoever has an account comes in with two factors; a demonstration by the one address alone."""

import re
import time

import pyotp
import pytest
from litestar.testing import TestClient

from headwater.desk import Reception
from headwater.desk.door import NodeDoor, OpenDoor
from headwater.model import NotPermitted
from headwater.node.access import Gate, accounts, tokens
from tests.desk.conftest import PURPOSE, app_of, viewer

PASSWORD = "slow river under the bridge"  # noqa: S105 - invented, for a node that is thrown away


@pytest.fixture
def accounted(house):
    """A desk with accounts, and an invitation for its maker."""
    gate = Gate(house.store, house.settings)
    maker = house.enter(house.store.users()[0], PURPOSE)
    code = accounts.invite(maker, "ana")
    return TestClient(app_of(Reception(house, NodeDoor(gate), gate=gate))), code, maker


def test_an_invited_user_sets_up_an_account_and_signs_in_with_two_factors(accounted):
    browser, invitation, maker = accounted
    shown = browser.post("/join", data={"code": invitation, "password": PASSWORD}).text
    assert '<b dir="auto">ana</b>' in shown  # whose account it is
    assert re.search(r'<code class="key">(\w{4} )+\w{1,4}</code>', shown)
    key = shown.partition('<code class="key">')[2].partition("</code>")[0].replace(" ", "")
    once = pyotp.TOTP(key)
    form = {"code": invitation, "one_time_code": once.now()}
    set_up = browser.post("/join/code", data=form).text
    assert "Write these down" in set_up
    assert "wait until your authenticator shows the next" in set_up
    asked = browser.post("/enter", data={"name": "ANA", "password": PASSWORD, "then": "/reports"})
    challenge = asked.text.partition('name="challenge" value="')[2].partition('"')[0]
    later = once.at(time.time() + 30)  # a code is taken once
    let_in = browser.post(
        "/enter/code",
        data={"challenge": challenge, "code": later, "then": "/reports"},
        follow_redirects=False,
    )
    assert let_in.headers["location"] == "/reports"
    assert (
        browser.get("/reports", follow_redirects=False).headers["location"].startswith("/purpose")
    )
    made = tokens.new(maker, "nightly", ["read"])
    script = TestClient(browser.app)
    headers = {"Authorization": f"Bearer {made.secret}", "X-Purpose": PURPOSE}
    assert "Horgos" in script.get("/reports", headers=headers).text


def test_a_wrong_password_is_told_without_saying_which_part_was_wrong(accounted):
    browser = accounted[0]
    tried = {name: {"name": name, "password": "x" * 14} for name in ("ana", "nobody")}
    answers = {
        browser.post("/enter", data=form).text.replace(f'value="{name}"', "")
        for name, form in tried.items()
    }
    assert len(answers) == 1
    assert "That did not fit" in answers.pop()


def test_the_maker_of_a_demonstration_comes_in_by_its_address_alone(house):
    door = OpenDoor(house, viewer("ana"), PURPOSE)
    assert door.session("guessed") is None
    guest = door.session(door.key)
    assert (guest.viewer.name, guest.purpose) == ("ana", PURPOSE)
    door.state(door.key, "case: Sava, drivers")
    assert door.session(door.key).purpose == "case: Sava, drivers"
    old = door.key
    door.leave(old)
    assert door.session(old) is None
    with pytest.raises(NotPermitted):
        door.token("any", "read", PURPOSE, "127.0.0.1")
