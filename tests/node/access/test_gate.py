"""The door before anybody is known."""

import pytest

from headwater.node.access import Gate, TooSoon
from headwater.node.access.gate import digest, new_secret


def test_a_gate_knows_by_which_host_browsers_come(node):
    assert Gate(node.store, node.settings, "https://hub.example:8443").host == "hub.example"
    assert Gate(node.store, node.settings).host == "localhost"


@pytest.mark.parametrize("spelling", ["ana", "ANA", " Ana ", "ａｎａ", "a\u200bna"])
def test_a_user_is_known_by_every_spelling_of_the_name(gate, spelling):
    assert gate.user(spelling).name == "ana"


def test_a_secret_is_256_bits_and_is_kept_as_its_digest():
    one, other = new_secret(), new_secret()
    assert one != other
    assert len(one) == 43
    assert len(digest(one)) == 64


def test_who_comes_too_soon_is_told_how_long_to_wait():
    assert "7 seconds" in TooSoon(7).do
