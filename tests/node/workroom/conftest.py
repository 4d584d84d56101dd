"""A node that the tests of one module share."""

import pytest

from headwater.node import Settings, add_reports, make_node


@pytest.fixture(scope="module")
def module_node(tmp_path_factory):
    """A node with one report, of mira."""
    folder = tmp_path_factory.mktemp("room")
    path = folder / "a.txt"
    path.write_text("URN: IR 1\nOriginator: Drava Unit\n\n1. The fee is EUR 500 a head. [2D-P]\n")
    made = make_node(folder / "node", "Drava Unit", Settings("mira", None, 1), "mira", "test")
    add_reports(made, [path])
    yield made
    made.close()
