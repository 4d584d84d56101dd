"""Global options work wherever they stand on the line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.cli.call import hoist
from headwater.model import WrongUse

GLOBAL = ["--node", "hub", "--as", "mira", "--purpose", "case: Drava", "--json", "--quiet"]
OWN = ["analyse", "routes.map", "--set", "top=3"]


@given(st.integers(0, len(OWN)))
def test_global_options_may_stand_anywhere(at):
    call, rest = hoist(OWN[:at] + GLOBAL + OWN[at:])
    assert rest == OWN
    assert (call.folder, call.user, call.purpose) == (Path("hub"), "mira", "case: Drava")
    assert call.json
    assert call.quiet


def test_a_value_may_follow_an_equals_sign():
    call, rest = hoist(["picture", "--node=hub", "--purpose=a=b"])
    assert (call.folder, call.purpose, rest) == (Path("hub"), "a=b", ["picture"])


def test_what_stands_behind_two_dashes_is_left_alone():
    _, rest = hoist(["add", "--", "--json"])
    assert rest == ["add", "--", "--json"]


def test_an_option_without_its_value_is_refused():
    with pytest.raises(WrongUse, match="--node"):
        hoist(["picture", "--node"])


def test_under_json_nothing_is_said_beside_the_document(capsys):
    call, _ = hoist(["--json"])
    call.say("a")
    call.note("b")
    call.answer({"x": 1}, ["c"])
    printed = capsys.readouterr()
    assert printed.out.split() == ["{", '"x":', "1", "}"]
    assert printed.err == ""
