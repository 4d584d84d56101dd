"""Pictures that were built are shared by those who may see the same, and by nobody else."""

import threading
import time
from dataclasses import replace

import pytest

from headwater.node import add_reports, categorise, erase
from headwater.node.looking import House, Shelf, StillBuilding
from headwater.node.workroom import InPlace
from headwater.safeguard import Role, Viewer


class Slow(InPlace):
    """Work that begins when it is told to; counts the pictures."""

    def __init__(self):
        super().__init__()
        self.go, self.done = threading.Event(), 0

    def do(self, work, *given):
        self.go.wait(20)
        self.done += 1
        return work(*given)


def write(folder, urn, text):
    path = folder / f"{urn}.txt"
    path.write_text(f"URN: {urn}\nOriginator: Drava Unit\n\n1. {text} [2D-P]\n", encoding="utf-8")
    return path


def test_a_second_look_is_answered_from_what_was_built(node, tmp_path):
    add_reports(node, [write(tmp_path, "IR 1", "The fee is EUR 500 per person.")])
    shelf = Shelf()
    assert shelf.look(node).made == shelf.look(node).made
    assert shelf.look(node).picture.reports is shelf.look(node).picture.reports


def test_what_came_in_is_in_the_next_look(node, tmp_path):
    shelf = Shelf()
    before = shelf.look(node).picture.reports.num_rows
    add_reports(node, [write(tmp_path, "IR 2", "The fee is EUR 700 per person.")])
    held = shelf.look(node)
    assert held.picture.reports.num_rows == before + 1
    assert not held.behind


def test_a_picture_that_takes_long_is_behind_and_says_so_until_the_new_one_is_there(
    node, tmp_path, monkeypatch
):
    monkeypatch.setattr(InPlace, "soon", False)
    monkeypatch.setattr("headwater.node.looking.shelf.LONGEST_REST", 0.0)
    add_reports(node, [write(tmp_path, "IR 2", "The fee is EUR 700 per person.")])
    shelf = Shelf()
    before = shelf.look(node).picture.reports.num_rows
    add_reports(node, [write(tmp_path, "IR 3", "The fee is EUR 800 per person.")])
    held = shelf.look(node)
    assert (held.behind, held.picture.reports.num_rows) == (True, before)
    until = time.monotonic() + 20
    while shelf.look(node).behind and time.monotonic() < until:
        time.sleep(0.02)
    assert shelf.look(node).picture.reports.num_rows == before + 1


def test_after_an_erasure_nothing_built_before_is_shown(node, tmp_path, monkeypatch):
    monkeypatch.setattr(InPlace, "soon", False)
    add_reports(node, [write(tmp_path, "IR 4", "The fee is EUR 900 per person.")])
    shelf = Shelf()
    assert "IR 4" in shelf.look(node).picture.reports["urn"].to_pylist()
    erase(node, "IR 4", "asked for")
    assert "IR 4" not in shelf.look(node).picture.reports["urn"].to_pylist()


def test_a_picture_that_is_not_there_soon_is_said_to_be_under_way(node, monkeypatch):
    monkeypatch.setattr("headwater.node.looking.shelf.LONGEST_WAIT", 0.01)
    shelf, held = Shelf(hands := Slow()), []
    shelf.prepare(node, lambda _node, one: held.append(one))
    with pytest.raises(StillBuilding):
        shelf.look(node)
    hands.go.set()
    monkeypatch.setattr("headwater.node.looking.shelf.LONGEST_WAIT", 120.0)
    assert shelf.look(node).picture.reports.num_rows == 0
    assert hands.done == 1
    shelf.close()  # what is made beside the picture is made by then
    assert [one.picture.reports.num_rows for one in held] == [0]


def test_what_pages_need_is_made_beside_the_first_picture_of_each_set_of_rights(node, tmp_path):
    add_reports(node, [write(tmp_path, "IR 9", "The fee is EUR 700 per person.")])
    shelf, made = Shelf(), []
    shelf.prepare(node, lambda seen, one: made.append((seen.viewer.name, one.picture.fingerprint)))
    viewer = Viewer("vera", node.store.agency, frozenset({Role.AUDITOR}))
    vera = replace(node, viewer=viewer)
    for one in (node, vera, vera):
        shelf.look(one)
    shelf.close()
    assert [name for name, _ in made] == [node.viewer.name, "vera"]


def test_building_rests_as_long_as_it_took(node, tmp_path, monkeypatch):
    monkeypatch.setattr(InPlace, "soon", False)
    add_reports(node, [write(tmp_path, "IR 7", "The fee is EUR 500 per person.")])
    shelf = Shelf(hands := Slow())
    hands.go.set()
    shelf.look(node)
    monkeypatch.setattr("headwater.node.looking.shelf._Kept.rested", False)
    add_reports(node, [write(tmp_path, "IR 8", "The fee is EUR 900 per person.")])
    assert shelf.look(node).behind
    assert hands.done == 1


def test_whom_a_decision_protects_is_protected_in_a_picture_that_is_behind(
    node, tmp_path, monkeypatch
):
    monkeypatch.setattr(InPlace, "soon", False)
    monkeypatch.setattr("headwater.node.looking.shelf._Kept.rested", False)
    text = "Goran Izmišljeni is the organiser of the group and took EUR 500 per person."
    add_reports(node, [write(tmp_path, "IR 8", text)])
    shelf = Shelf()
    before = shelf.look(node)
    person = next(r for r in before.picture.entities.to_pylist() if "Goran" in r["caption"])
    run = shelf.runs.ask(node, before.picture, "business.fees", {})
    assert run.wait(60)
    categorise(node, person["id"], "victim", "Drava", "held in a house")
    held = shelf.look(node)
    assert held.behind
    [now] = [r for r in held.picture.entities.to_pylist() if r["id"] == person["id"]]
    assert (now["category"], now["protected"], now["rankable"]) == ("victim", True, False)
    assert held.picture.categories["reason"].to_pylist() == ["held in a house"]
    assert held.picture.fingerprint != before.picture.fingerprint
    assert shelf.runs.find(node, run.number) is None  # its answer may name the person


class Counting(InPlace):
    """Work in place, after what a test has to happen first; keeps who built what and what goes."""

    soon = False

    def __init__(self):
        super().__init__()
        self.first, self.made, self.dropped = {}, [], set()

    def do(self, work, *given):
        made = work(*given)
        self.first.pop(work.__name__, lambda: None)()
        self.made.append(made)
        return made

    def drop(self, picture):
        self.dropped.add(picture.fingerprint)


def test_a_picture_built_while_something_is_erased_is_not_held_by_anybody(node, tmp_path):
    add_reports(node, [write(tmp_path, f"IR {n}", "The fee is EUR 500 per person.") for n in "12"])
    shelf = Shelf(hands := Counting())
    hands.first["_build"] = lambda: erase(node, "IR 1", "asked for")
    held = shelf.look(node)
    with_the_erased, without = hands.made
    assert held.picture.fingerprint == without.fingerprint
    assert hands.dropped == {with_the_erased.fingerprint}


def test_of_a_picture_that_was_decided_on_while_the_next_was_built_nothing_stays(
    node, tmp_path, monkeypatch
):
    monkeypatch.setattr("headwater.node.looking.shelf.LONGEST_REST", 0.0)
    add_reports(node, [write(tmp_path, "IR 8", "Goran Izmišljeni is the organiser of the group.")])
    categorise(node, "Goran Izmišljeni", "suspect", "Drava", "runs it")
    shelf = Shelf(hands := Counting())
    before = shelf.look(node)
    categorise(node, "Goran Izmišljeni", "victim", "Drava", "held in a house")
    gone = before.picture.fingerprint

    def the_next_is_there():
        until = time.monotonic() + 20
        while gone not in hands.dropped and time.monotonic() < until:
            time.sleep(0.01)

    hands.first["with_decisions"] = the_next_is_there
    behind = shelf.look(node)
    assert behind.behind
    now = shelf.look(node)
    assert not now.behind
    assert hands.dropped == {gone, behind.picture.fingerprint}


def test_a_report_under_a_new_label_keeps_nobody_waiting_who_may_see_it(
    node, tmp_path, monkeypatch
):
    monkeypatch.setattr(InPlace, "soon", False)
    monkeypatch.setattr("headwater.node.looking.shelf._Kept.rested", False)
    add_reports(node, [write(tmp_path, "IR 7", "The fee is EUR 500 per person.")])
    shelf, before = Shelf(), node.allowed()
    shelf.look(node)
    path = write(tmp_path, "IR 8", "The fee is EUR 900 per person.")
    path.write_text(path.read_text().replace("[2D-P]", "[2D-C A1 S2]"))
    add_reports(node, [path])
    assert before < node.allowed()
    held = shelf.look(node)
    assert held.behind
    assert held.picture.reports["urn"].to_pylist() == ["IR 7"]


def test_who_may_see_less_gets_another_picture(node, tmp_path):
    add_reports(node, [write(tmp_path, "IR 5", "The fee is EUR 900 per person.")])
    house = House(node.store, node.settings)
    administrator = Viewer("ivo", "Drava Unit", frozenset({Role.ADMIN}))
    assert house.shelf.look(node).picture.reports.num_rows
    blind = house.shelf.look(house.enter(administrator, node.stated))
    assert blind.picture.reports.num_rows == 0


def test_the_same_question_on_the_same_picture_is_answered_once(node):
    shelf = Shelf()
    picture = shelf.look(node).picture
    first = shelf.finding(picture, "business.fees", {})
    assert shelf.finding(picture, "business.fees", {}) is first


def test_what_was_made_of_a_picture_is_made_once_and_again_of_the_next_one(node, tmp_path):
    add_reports(node, [write(tmp_path, "IR 6", "The fee is EUR 500 per person.")])
    shelf, made = Shelf(), []

    def count(picture):
        made.append(picture.reports.num_rows)
        return made[-1]

    for _ in range(2):
        held = shelf.look(node)
        assert held.beside.kept("reports", held.picture, count) == 1
    add_reports(node, [write(tmp_path, "IR 7", "The fee is EUR 700 per person.")])
    shelf.look(node)
    assert made == [1, 2]
