"""A real node in a temporary folder."""

import pytest

from headwater.node import Settings, make_node


@pytest.fixture
def node(tmp_path):
    made = make_node(tmp_path / "node", "Drava Hub", Settings("mira", None, 1), purpose="test")
    yield made
    made.close()
