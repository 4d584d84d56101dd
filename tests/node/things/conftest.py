"""Pages of things: a node on which one person is a suspect, one a victim and one being moved."""

import pytest

from headwater.node import Settings, add_reports, categorise, make_node
from headwater.node.looking import House

CASE = "case: Drava, who supplies the boats"
REPORTS = {
    "IR 1": "1. Goran Izmišljeni is the organiser of the group and took EUR 500 per person for the "
    "way from Subotica to Horgos. [2D-P]\n\n2. Goran Izmišljeni "
    "has the phone +381601234567. [1B-P]",
    "IR 2": "1. Горан Измишљени је виђен код Хоргоша. [3C-P]",
    "IR 3": "1. Amina Nepostojeca was held in a house at Horgos by Goran Izmišljeni. [2D-P]",
    "IR 4": "1. Yusuf Izmisljenovic has the phone +4915112345678. [2D-P]",
}


def write(folder, urn, text):
    path = folder / f"{urn}.txt"
    head = f"URN: {urn}\nOriginator: Unit {urn[-1]}\nDate: 2026-10-0{urn[-1]}\n\n"
    path.write_text(head + text + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """The node with the reports; the tests of one module share it."""
    folder = tmp_path_factory.mktemp("told")
    node = make_node(folder / "node", "Drava Hub", Settings("mira", None, 1), purpose="test")
    add_reports(node, [write(folder, urn, text) for urn, text in REPORTS.items()])
    yield node
    node.close()


@pytest.fixture(scope="module")
def people(told):
    """Entity ids by name, with the categories decided."""
    picture = look(told).picture
    names = picture.names.select(["name", "entity"]).to_pylist()
    found = {row["name"]: row["entity"] for row in names}
    for name, category in (
        ("Goran Izmišljeni", "suspect"),
        ("Amina Nepostojeca", "victim"),
        ("Yusuf Izmisljenovic", "being_moved"),
    ):
        categorise(told, found[name], category, "Drava", "told in the report")
    return found


HOUSES = {}


def look(node, purpose="", viewer=None):
    """The picture, built once for each state of the node."""
    house = HOUSES.setdefault(node.store, House(node.store, node.settings))
    return house.shelf.look(house.enter(viewer or node.viewer, purpose or node.stated))
