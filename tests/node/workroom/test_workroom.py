"""Work in a process of its own."""

import os
import signal
import threading
import time
from functools import partial

import pytest

from headwater.model import HeadwaterError, WrongUse
from headwater.node import Settings, add_reports, erase
from headwater.node.looking import House, Shelf
from headwater.node.workroom import MANY_ITEMS, InPlace, Workroom, hands_for

METHOD = "business.fees"


def process(_picture):
    return os.getpid()


def name_of(node, _picture):
    return node.viewer.name, os.getpid()


def refuses():
    raise WrongUse("no such thing", where="here", do="ask otherwise")


def breaks():
    raise ZeroDivisionError("one over nothing")


def dies():
    os.kill(os.getpid(), signal.SIGKILL)


def unsendable():
    return lambda: None


@pytest.fixture(scope="module")
def room(module_node):
    made = Workroom(module_node.store._database.folder, module_node.settings)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """A busy machine starts a process slowly."""
    monkeypatch.setattr("headwater.node.looking.shelf.LONGEST_WAIT", 120.0)


@pytest.fixture(scope="module")
def shelf(room):
    return Shelf(room)


def test_a_small_node_works_in_place_as_does_a_system_that_cannot_share_memory(
    tmp_path, monkeypatch
):
    asked = (tmp_path, Settings("ana", None, 1))
    assert isinstance(hands_for(*asked, MANY_ITEMS), InPlace)
    assert isinstance(hands_for(*asked, MANY_ITEMS + 1), Workroom)
    monkeypatch.setattr("sys.platform", "elsewhere")
    assert isinstance(hands_for(*asked, MANY_ITEMS + 1), InPlace)


def test_pictures_and_what_is_made_of_them_come_from_another_process(module_node, shelf, room):
    held = shelf.look(module_node)
    assert held.picture.reports["urn"].to_pylist() == ["IR 1"]
    assert held.picture.viewer == "mira"
    assert held.beside.kept("process", held.picture, process) == room.process != os.getpid()
    assert held.beside.kept("name", held.picture, partial(name_of, module_node)) == (
        "mira",
        room.process,
    )
    here = os.getpid()
    assert held.beside.kept("a function without a name", held.picture, lambda _: here) == here


def test_a_method_finds_there_what_it_finds_here(module_node, shelf):
    there = shelf.look(module_node).picture
    here = Shelf().look(module_node).picture
    assert there.fingerprint == here.fingerprint
    found = shelf.finding(there, METHOD, {}).as_dict()
    assert found | {"seconds": 0} == Shelf().finding(here, METHOD, {}).as_dict() | {"seconds": 0}
    run = shelf.runs.ask(module_node, there, METHOD, {})
    assert run.wait(120)
    assert run.finding is not None


def test_a_picture_is_let_go_after_a_while_unless_it_is_built_again(
    module_node, shelf, room, monkeypatch
):
    monkeypatch.setattr("headwater.node.workroom.workroom.LINGERS", 0.0)
    held = shelf.look(module_node)
    again = Shelf(room).look(module_node)
    assert again.picture.fingerprint == held.picture.fingerprint
    room.drop(held.picture)
    until = time.monotonic() + 20
    while room._going and time.monotonic() < until:
        time.sleep(0.01)
    assert room._sent == {}
    assert room.do(process, held.picture) == os.getpid()  # no longer there, so it is done here
    assert Shelf(room).look(module_node).picture.tables == held.picture.tables
    assert room.do(process, held.picture) == room.process


class Later:
    """A timer that runs out when a test says so."""

    all = []  # noqa: RUF012 - one list for the test

    def __init__(self, _seconds, work, given):
        self.run_out = lambda: work(*given)
        self.all.append(self)

    def start(self):
        """Nothing."""


def test_a_picture_that_is_let_go_again_is_held_as_long_as_if_it_were_the_first_time(
    module_node, shelf, room, monkeypatch
):
    monkeypatch.setattr(Later, "all", [])
    monkeypatch.setattr("headwater.node.workroom.workroom.threading.Timer", Later)
    held = shelf.look(module_node)
    room.drop(held.picture)
    Shelf(room).look(module_node)  # built again meanwhile
    room.drop(held.picture)
    first, second = Later.all
    first.run_out()
    assert room.do(process, held.picture) == room.process
    second.run_out()
    assert room.do(process, held.picture) == os.getpid()
    Shelf(room).look(module_node)  # for the tests that follow


def test_errors_keep_their_kind_and_words(room):
    with pytest.raises(WrongUse) as refused:
        room.do(refuses)
    assert refused.value.as_dict() == {
        "what": "no such thing", "where": "here", "why": "", "do": "ask otherwise"
    }  # fmt: skip
    with pytest.raises(RuntimeError, match="one over nothing"):
        room.do(breaks)


def test_what_cannot_be_sent_back_is_made_here(room):
    assert room.do(unsendable)() is None


def test_after_the_process_died_the_next_one_goes_on_with_the_same_picture(
    module_node, shelf, room
):
    held = shelf.look(module_node)
    before = room.process
    os.kill(before, signal.SIGKILL)
    assert held.beside.kept("the next process", held.picture, process) == room.process
    assert room.process not in (None, before)


def test_work_that_ends_the_process_is_told_of_and_the_room_stays_open(room):
    with pytest.raises(HeadwaterError, match="ended twice"):
        room.do(dies)
    assert room.do(max, 1, 2) == 2


def test_a_machine_that_starts_no_process_is_told_of(module_node, monkeypatch):
    def refuse(*_given, **_named):
        raise OSError("cannot allocate memory")

    monkeypatch.setattr("subprocess.Popen", refuse)
    room = Workroom(module_node.store._database.folder, module_node.settings)
    with pytest.raises(HeadwaterError, match="could not be started"):
        room.do(max, 1, 2)


def test_while_it_is_kept_still_nothing_is_read_and_work_waits(room):
    done = []
    with room.still():
        assert room.process is None
        waits = threading.Thread(target=lambda: done.append(room.do(max, 1, 2)))
        waits.start()
        waits.join(0.2)
        assert done == []
    waits.join(60)
    assert done == [2]


def test_nothing_of_what_was_erased_is_left_in_either_process(node, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("URN: IR 9\nOriginator: Drava Unit\n\n1. The fee is EUR 900. [2D-P]\n")
    add_reports(node, [path])
    room = Workroom(node.store._database.folder, node.settings)
    house = House(node.store, node.settings, Shelf(room))
    try:
        assert "IR 9" in house.shelf.look(node).picture.reports["urn"].to_pylist()
        before = room.process
        with house.shelf.still():
            erase(node, "IR 9", "asked for")
        assert "IR 9" not in house.shelf.look(node).picture.reports["urn"].to_pylist()
        assert not os.path.exists(f"/proc/{before}")
        assert room.process not in (None, before)
    finally:
        house.shelf.close()
    assert room.process is None
