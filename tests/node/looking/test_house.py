"""A node that stays open for many viewers."""

import pytest

from headwater.model import WrongUse
from headwater.node import Settings
from headwater.node.looking import open_house
from headwater.safeguard import Role, Viewer

SETTINGS = Settings(login="ana", shared=None, workers=1)


def test_each_visitor_acts_under_their_own_name_and_purpose(node, tmp_path):
    folder = node.store._database.folder
    house = open_house(folder, SETTINGS)
    inside = house.enter(Viewer("mira", "Drava Unit", frozenset({Role.ANALYST})), "case: Sava")
    assert (inside.viewer.name, inside.stated) == ("mira", "case: Sava")
    house.close()


def test_a_folder_without_a_node_is_refused(tmp_path):
    with pytest.raises(WrongUse):
        open_house(tmp_path, SETTINGS)
