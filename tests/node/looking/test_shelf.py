"""Pictures that were built are shared by those who may see the same, and by nobody else."""

import threading

from headwater.node import add_reports, erase
from headwater.node.looking import House, Shelf
from headwater.safeguard import Role, Viewer


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
    monkeypatch.setattr("headwater.node.looking.shelf.PATIENCE", -1.0)
    monkeypatch.setattr("headwater.node.looking.shelf.LONGEST_REST", 0.0)
    add_reports(node, [write(tmp_path, "IR 2", "The fee is EUR 700 per person.")])
    shelf = Shelf()
    before = shelf.look(node).picture.reports.num_rows
    add_reports(node, [write(tmp_path, "IR 3", "The fee is EUR 800 per person.")])
    held = shelf.look(node)
    assert (held.behind, held.picture.reports.num_rows) == (True, before)
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and thread.daemon:
            thread.join(timeout=20)
    assert shelf.look(node).picture.reports.num_rows == before + 1


def test_after_an_erasure_nothing_built_before_is_shown(node, tmp_path, monkeypatch):
    monkeypatch.setattr("headwater.node.looking.shelf.PATIENCE", -1.0)
    add_reports(node, [write(tmp_path, "IR 4", "The fee is EUR 900 per person.")])
    shelf = Shelf()
    assert "IR 4" in shelf.look(node).picture.reports["urn"].to_pylist()
    erase(node, "IR 4", "asked for")
    assert "IR 4" not in shelf.look(node).picture.reports["urn"].to_pylist()


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
