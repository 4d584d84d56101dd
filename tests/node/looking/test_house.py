"""A node that stays open for many viewers."""

import threading

import pytest

from headwater.model import WrongUse
from headwater.node import Settings, add_reports, add_user
from headwater.node.looking import House, open_house
from headwater.safeguard import Role, Viewer

SETTINGS = Settings(login="ana", shared=None, workers=1)


def test_each_visitor_acts_under_their_own_name_and_purpose(node, tmp_path):
    folder = node.store._database.folder
    house = open_house(folder, SETTINGS)
    inside = house.enter(Viewer("mira", "Drava Unit", frozenset({Role.ANALYST})), "case: Sava")
    assert (inside.viewer.name, inside.stated) == ("mira", "case: Sava")
    house.close()


def test_the_files_are_not_closed_under_the_hands_of_whoever_still_reads_them(node):
    house, go = House(node.store, node.settings), threading.Event()
    house.shelf.hands.threads.begin(lambda: go.wait(20))
    house.close(0.05)
    assert node.store.users()  # it can still be read
    go.set()
    house.close()
    with pytest.raises(Exception, match="closed database"):
        node.store.users()


def test_a_folder_without_a_node_is_refused(tmp_path):
    with pytest.raises(WrongUse):
        open_house(tmp_path, SETTINGS)


def test_the_picture_that_most_users_see_is_built_before_the_first_of_them_asks(node, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("URN: IR 1\nOriginator: Drava\n\n1. The fee is EUR 500. [2D-P]\n")
    add_reports(node, [path])
    add_user(node, "ivo", ("admin",), (), 0)
    for name in ("zora", "vesna"):
        add_user(node, name, ("analyst",), (), 0)
    house = House(node.store, node.settings)
    house.prepare()
    zora = house.enter(node.store.user("zora"), "case: Sava")
    assert list(house.shelf._building) == [zora.allowed()]
    assert house.shelf.look(zora).picture.reports.num_rows == 1
    house.shelf.close()
