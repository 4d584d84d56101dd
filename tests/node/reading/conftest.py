"""A node with two reports, a fresh copy for each test that changes something."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from headwater.node import Node, Settings, add_reports, add_user, make_node, open_node

SETTINGS = Settings(login="ana", shared=None, workers=1)
PURPOSE = "case: Drava, who supplies the boats"
REPORTS = {
    "a.txt": (
        "URN: IR 1\nOriginator: Drava Unit\nTitle: Two vans at Horgos\nDate: 2026-10-02\n\n"
        "1. Goran Izmišljeni took EUR 500 per person for the way from Subotica to Horgos. [2D-P]\n"
        "Provenance: told by a driver [3C]\n\n"
        "2. His phone is +381 60 1234567. [1B-C/A2/S1]\n"
    ),
    "b.txt": (
        "URN: IR 2\nOriginator: Border Police\nTitle: Горан на реци\nDate: 2026-10-05\n\n"
        "1. Горан Измишљени је виђен код Хоргоша. [3C-P]\n2. A van at Horgos. [9Z-P]\n"
    ),
}


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reading")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    node = make_node(folder / "node", "Drava Unit", SETTINGS, "ana", PURPOSE)
    add_reports(node, [folder / name for name in REPORTS])
    add_user(node, "mira", ["analyst"], [], 1)
    add_user(node, "leo", ["liaison"], [], 0)
    add_user(node, "ivo", ["admin"], [], 1)
    node.close()
    return folder / "node"


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "node")
    return tmp_path / "node"


@pytest.fixture
def as_user(folder: Path) -> Iterator[Callable[[str], Node]]:
    """The node as one of its users sees it."""
    opened: list[Node] = []

    def user(name: str) -> Node:
        opened.append(open_node(folder, SETTINGS, name, PURPOSE))
        return opened[-1]

    yield user
    for node in opened:
        node.close()


@pytest.fixture
def node(as_user: Callable[[str], Node]) -> Node:
    return as_user("ana")
