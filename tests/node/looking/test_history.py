"""What somebody asked, kept when the desk is closed."""

from dataclasses import replace

from headwater.model import Finding, WrongUse
from headwater.node import Settings, erase, make_node, open_node
from headwater.node.looking import (
    Runs,
    Shelf,
    asked_before,
    compared,
    history,
    keep_asked,
    keep_outcome,
    run_of,
)
from headwater.node.node import Node
from headwater.picture import Picture
from headwater.safeguard import Role, Viewer
from tests.node.searching.conftest import put_in

PICTURE = Picture.of({})
ROWS = ({"id": "x", "name": "Goran Izmišljeni"},)


def found(_picture, method, given):
    return Finding(method, "1", dict(given), PICTURE.fingerprint, ROWS)


def ended(node, **given):
    """A run that ended and was kept."""
    run = Runs(found).ask(node, PICTURE, "organisers.roles", given)
    assert run.wait(60)
    keep_asked(node, run)
    return run


def test_a_question_outlives_the_desk_and_its_answer_does_not(tmp_path):
    settings = Settings("mira", None, 1)
    with_it = make_node(tmp_path / "node", "Drava Hub", settings, purpose="test")
    run = ended(with_it, top=3)
    with_it.close()
    again = open_node(tmp_path / "node", settings, "mira", "test")
    [past] = asked_before(again)
    assert (past.method, past.given, past.rows) == ("organisers.roles", {"top": 3}, 1)
    assert past.asked == run.asked
    assert len(past.digest) == 64
    assert run_of(again, Shelf().runs, past) is None
    assert b"organisers.roles" not in (tmp_path / "node" / "access.db").read_bytes()
    again.close()


def test_the_numbers_of_runs_go_on_when_the_desk_is_opened_again(tmp_path):
    settings = Settings("mira", None, 1)
    node = make_node(tmp_path / "node", "Drava Hub", settings, purpose="test")
    before = ended(node, top=3)
    after = Shelf().runs.ask(node, PICTURE, "organisers.roles", {"top": 4})
    assert (before.number, after.number) == (1, 2)
    assert after.wait(20)
    node.close()


def test_what_became_of_a_long_run_is_added_when_it_is_known(node):
    run = Runs(found).ask(node, PICTURE, "organisers.roles", {"top": "4"})
    assert run.wait(60)
    answer, run.finding = run.finding, None
    run._done.clear()
    keep_asked(node, run)
    assert asked_before(node)[0].rows is None
    run.finding = answer
    run._done.set()
    keep_outcome(node, run)
    assert asked_before(node)[0].rows == 1


def test_one_that_could_not_be_answered_stands_there_as_that(node):
    def refuses(_picture, _method, _given):
        raise WrongUse("there is no such series")

    run = Runs(refuses).ask(node, PICTURE, "organisers.roles", {"top": "5"})
    assert run.wait(60)
    keep_asked(node, run)
    assert asked_before(node)[0].trouble


def test_the_same_question_is_compared_with_its_last_answer(node):
    first = ended(node, top=6)
    assert compared(node, first) is None
    later = replace(first, number=99, asked="2999-01-01T00:00:00+00:00")
    later.finding = replace(first.finding, seconds=5.0)
    keep_asked(node, later)
    before, same = compared(node, later)
    assert (before.run, same) == (first.number, True)
    other = replace(first, number=100, asked="2999-01-02T00:00:00+00:00")
    other.finding = replace(first.finding, rows=())
    keep_asked(node, other)
    assert compared(node, other)[1] is False


def test_it_is_its_users_alone_and_hidden_from_whoever_lost_a_label(node):
    run = ended(node, top=7)
    other = Node(node.store, Viewer("zora", "Drava Hub", frozenset({Role.ANALYST})), node.settings)
    assert asked_before(replace(other, stated="test")) == []
    beyond = replace(run, number=101, allowed=run.allowed | {10_000})
    keep_asked(node, beyond)
    assert 101 not in [one.run for one in asked_before(node)]


def test_the_oldest_are_forgotten(node, monkeypatch):
    run = ended(node, top=8)
    monkeypatch.setattr(history, "MOST_KEPT", 2)
    for number in range(200, 204):
        keep_asked(node, replace(run, number=number))
    assert [one.run for one in asked_before(node)] == [203, 202]


def test_after_an_erasure_nothing_of_it_is_kept(node, tmp_path):
    put_in(node, tmp_path, {"IR 9": "1. Goran Izmišljeni was seen at Horgos. [2D-P]"})
    ended(node, top=9)
    erase(node, "IR 9", "asked for")
    assert asked_before(node) == []
