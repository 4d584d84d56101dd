"""Runs in the background."""

import threading

import pytest

from headwater.model import Finding, WrongUse
from headwater.node.looking import Runs, Shelf
from headwater.node.looking import runs as runs_module
from headwater.node.node import Node
from headwater.picture import Picture, make_table
from headwater.safeguard import Role, Viewer

PICTURE = Picture.of({})


def found(_picture, method, given):
    return Finding(method, "1", dict(given), PICTURE.fingerprint, ({"id": "x"},))


def test_the_same_question_is_run_once_and_stands_in_the_history(node):
    runs = Runs(found)
    one = runs.ask(node, PICTURE, "organisers.roles", {"top": "0"})
    assert one.wait(60)
    assert one.finding is not None
    assert runs.ask(node, PICTURE, "organisers.roles", {}) is one
    assert one.given == {}
    assert runs.history(node) == [one]


def test_a_run_is_its_users_alone(node):
    runs = Runs(found)
    run = runs.ask(node, PICTURE, "organisers.roles", {})
    other = Viewer("zora", "Drava Hub", frozenset({Role.ANALYST}))
    theirs = Node(node.store, other, node.settings, "test")
    assert runs.find(node, run.number) is run
    assert runs.find(theirs, run.number) is None
    assert runs.history(theirs) == []
    assert runs.ask(theirs, PICTURE, "organisers.roles", {}).number == 1


def test_a_long_one_is_at_work_until_it_is_done(node):
    go = threading.Event()

    def slow(picture, method, given):
        go.wait(60)
        return found(picture, method, given)

    run = Runs(slow).ask(node, PICTURE, "organisers.roles", {})
    assert not run.wait(0.01)
    run._begun -= 60
    assert not run.wait(30)  # it was asked a minute ago: nobody waits again for it
    go.set()
    assert run._done.wait(60)


def test_one_that_waits_for_its_turn_says_how_many_of_its_users_own_are_before_it(node):
    go = threading.Event()

    def slow(picture, method, given):
        go.wait(60)
        return found(picture, method, given)

    runs = Runs(slow)
    of_another = Node(
        node.store, Viewer("zora", "Drava Hub", frozenset({Role.ANALYST})), node.settings, "test"
    )
    theirs = runs.ask(of_another, PICTURE, "organisers.roles", {"top": 9})
    asked = [runs.ask(node, PICTURE, "organisers.roles", {"top": n}) for n in range(1, 5)]
    assert (theirs.before, asked[-1].before) == (0, 3)
    go.set()
    assert all(run._done.wait(60) for run in asked)
    assert [run.before for run in asked] == [0, 0, 0, 0]


def test_what_stops_a_method_is_told(node):
    def refuses(_picture, _method, _given):
        raise WrongUse("there is no such series")

    run = Runs(refuses).ask(node, PICTURE, "organisers.roles", {})
    assert run.wait(60)
    assert str(run.trouble) == "there is no such series"


def test_a_parameter_that_cannot_be_is_refused_at_once(node):
    with pytest.raises(WrongUse):
        Runs(found).ask(node, PICTURE, "organisers.roles", {"top": "-1"})
    with pytest.raises(WrongUse):
        Runs(found).ask(node, PICTURE, "no.method", {})


def test_what_is_no_method_is_made_beside_and_is_no_part_of_the_history(node):
    runs = Runs(found)
    run = runs.make(node, PICTURE, "briefing", {}, lambda: "made")
    assert run.wait(60)
    assert run.made == "made"
    assert runs.history(node) == []


def test_a_shelf_that_is_emptied_forgets_its_runs(node):
    shelf = Shelf()
    shelf.runs.ask(node, PICTURE, "organisers.roles", {}).wait(60)
    shelf.empty()
    assert shelf.runs.history(node) == []


def seen(**flags):
    """A picture of one person, who was decided to be a suspect."""
    person = {"id": "x", "caption": "X", "category": "suspect", "rankable": True}
    made = make_table("entities", {k: [v] for k, v in (person | flags).items()})
    return Picture.of({"entities": made})


def test_the_last_answer_stands_for_a_newer_picture_as_long_as_all_in_it_may_be_named(node):
    runs = Runs(found)
    suspect = seen()
    run = runs.ask(node, suspect, "organisers.roles", {})
    assert run.wait(60)
    assert run.called == {"x": "X"}

    def latest(picture):
        return runs.latest(node, picture, "organisers.roles", {})

    assert latest(suspect) is run
    assert latest(seen(caption="Y")) is run
    assert latest(seen(protected=True)) is None
    assert latest(seen(rankable=False)) is None
    assert latest(PICTURE) is None
    assert runs.latest(node, suspect, "organisers.roles", {"top": "3"}) is None


def test_what_a_colleague_who_sees_the_same_asked_is_not_run_again(node):
    asked = []

    def counted(picture, method, given):
        asked.append(method)
        return found(picture, method, given)

    runs = Runs(counted)
    mine = runs.ask(node, PICTURE, "organisers.roles", {})
    other = Viewer("zora", "Drava Hub", node.viewer.roles)
    theirs = runs.ask(Node(node.store, other, node.settings, "test"), PICTURE, mine.method, {})
    assert theirs.wait(60)
    assert theirs is not mine
    assert theirs.finding == mine.finding
    assert asked == ["organisers.roles"]
    assert not theirs.drawn(5)


def test_the_oldest_runs_of_one_user_are_forgotten_and_nobody_elses(node, monkeypatch):
    monkeypatch.setattr(runs_module, "MOST_RUNS", 2)
    runs = Runs(found)
    theirs = Node(node.store, Viewer("zora", "Drava Hub", node.viewer.roles), node.settings, "test")
    kept = runs.ask(theirs, PICTURE, "organisers.roles", {})
    mine = [runs.ask(node, PICTURE, "organisers.roles", {"top": n}) for n in (1, 2, 3)]
    assert runs.history(node) == mine[:0:-1]
    assert runs.history(theirs) == [kept]
