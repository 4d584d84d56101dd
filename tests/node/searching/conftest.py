"""A node with people, a vehicle and places in several scripts, ready to be searched."""

import pytest

from headwater.node import Settings, add_reports, categorise, make_node
from headwater.node.looking import House
from headwater.node.searching import Question, SearchIndex, search
from headwater.node.things import shield_for

CASE = "case: Drava, who supplies the boats"
REPORTS = {
    "IR 1": "1. Goran Izmišljeni is the organiser of the group and took EUR 500 per person for the "
    "way from Subotica to Horgos. [2D-P]\n\n2. Goran Izmišljeni "
    "has the phone +381601234567. [1B-P]",
    "IR 2": "1. Горан Измишљени је виђен код Хоргоша. [3C-P]\n\n"
    "2. Vehicle with plate SU 123-AB drove from Subotica to Horgos. [2D-P]",
    "IR 3": "1. Amina Nepostojeca has the phone +4915112345678. [2D-P]",
}


def put_in(node, folder, reports):
    paths = []
    for urn, text in reports.items():
        path = folder / f"{urn}.txt"
        head = f"URN: {urn}\nOriginator: Unit {urn[-1]}\nDate: 2026-10-0{urn[-1]}\n\n"
        path.write_text(head + text + "\n", encoding="utf-8")
        paths.append(path)
    add_reports(node, paths)


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    folder = tmp_path_factory.mktemp("searched")
    node = make_node(folder / "node", "Drava Hub", Settings("mira", None, 1), purpose="test")
    put_in(node, folder, REPORTS)
    categorise(node, "IR 3#1@m1", "victim", "Drava", "held in a house")
    yield node
    node.close()


@pytest.fixture(scope="module")
def index(told):
    return SearchIndex(House(told.store, told.settings).shelf.look(told).picture)


@pytest.fixture(scope="module")
def ask(told, index):
    """Puts a question to the node, for a purpose."""

    def asked(words, purpose="test", **narrowed):
        node = House(told.store, told.settings).enter(told.viewer, purpose)
        shield = shield_for(node, index.picture)
        return search(index, shield, Question(words, **narrowed))

    return asked
