"""Keys for a user's own scripts."""

import pytest

from headwater.model import NotPermitted, WrongUse
from headwater.node import Settings, add_user, open_node
from headwater.node.access import tokens
from headwater.node.access.tokens import Scope
from tests.node.access.conftest import HOME

WHY = "nightly check of the boats"


@pytest.fixture
def ana(tmp_path, node):
    made = open_node(tmp_path / "node", Settings("ana", None, 1), purpose="my scripts")
    yield made
    made.close()


def test_a_token_lets_its_owner_in_for_its_scopes_and_a_purpose(gate, ana):
    secret, token = tokens.new(ana, "nightly", ["read", "analyse"])
    entered = tokens.use(gate, secret, Scope.READ, WHY, HOME)
    assert (entered.viewer.name, entered.stated) == ("ana", WHY)
    assert token.scopes == ("read", "analyse")
    with pytest.raises(NotPermitted, match="may not add"):
        tokens.use(gate, secret, Scope.ADD, WHY, HOME)
    with pytest.raises(WrongUse):
        tokens.use(gate, secret, Scope.READ, " ", HOME)


def test_a_token_is_shown_once_and_kept_as_a_digest(tmp_path, gate, ana):
    secret, token = tokens.new(ana, "nightly", ["read"])
    assert tokens.listed(ana) == [token]
    assert secret not in repr(gate.records.of("token"))
    files = [path for path in (tmp_path / "node").rglob("*") if path.is_file()]
    assert not [path for path in files if secret.encode() in path.read_bytes()]
    with pytest.raises(NotPermitted):
        tokens.use(gate, token.handle, Scope.READ, WHY, HOME)


def test_a_token_never_has_more_than_its_owner_has_now(gate, node, ana):
    secret, _ = tokens.new(ana, "nightly", list(Scope))
    add_user(node, "ana", ["liaison", "admin"], [], 0)
    viewer = tokens.use(gate, secret, Scope.REVIEW, WHY, HOME).viewer
    assert (viewer.roles, viewer.clearance) == ({"liaison"}, 0)


def test_a_token_ends_with_its_time_and_its_owner(gate, node, ana, clock):
    secret, _ = tokens.new(ana, "nightly", ["read"], days=3)
    node.store.forget_user("ana")
    with pytest.raises(NotPermitted):
        tokens.use(gate, secret, Scope.READ, WHY, HOME)
    add_user(node, "ana", ["officer"], [], 1)
    secret, _ = tokens.new(ana, "nightly", ["read"], days=3)
    clock.later(days=2)
    tokens.use(gate, secret, Scope.READ, WHY, HOME)
    clock.later(days=2)
    with pytest.raises(NotPermitted):
        tokens.use(gate, secret, Scope.READ, WHY, HOME)


def test_a_user_ends_their_own_tokens_and_no_others(gate, node, ana):
    secret, token = tokens.new(ana, "nightly", ["read"])
    with pytest.raises(WrongUse):
        tokens.end(node, token.handle)  # another user's
    with pytest.raises(WrongUse):
        tokens.end(ana, "")
    tokens.new(ana, "weekly", ["read"])
    assert tokens.end(ana, "nightly") == token
    with pytest.raises(NotPermitted):
        tokens.use(gate, secret, Scope.READ, WHY, HOME)
    assert [one.name for one in tokens.listed(ana)] == ["weekly"]


@pytest.mark.parametrize(
    ("name", "scopes", "days"),
    [
        ("", ["read"], 90),
        ("x", [], 90),
        ("x", ["all"], 90),
        ("x", ["read"], 0),
        ("x", ["read"], 999),
    ],
)
def test_a_token_without_name_scope_or_end_is_refused(ana, name, scopes, days):
    with pytest.raises(WrongUse):
        tokens.new(ana, name, scopes, days)


def test_making_using_and_ending_a_token_can_be_read(gate, node, ana, events):
    secret, _ = tokens.new(ana, "nightly", ["read"])
    tokens.use(gate, secret, Scope.READ, WHY, HOME)
    with pytest.raises(NotPermitted):
        tokens.use(gate, "hw_made_up", Scope.READ, WHY, HOME)
    tokens.end(ana, "nightly")
    assert {"used token nightly", "token refused"} <= {*events()}
    reasons = [entry["reason"] for entry in node.store.audit(about="user ana")]
    assert reasons[-2:] == ["token made: read", "token ended"]
