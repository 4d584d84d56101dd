"""An empty store in a folder of its own."""

import pytest

from headwater.store import create_store


@pytest.fixture
def node(tmp_path):
    return tmp_path / "node"


@pytest.fixture
def store(node):
    made = create_store(node, "Harbour Police")
    yield made
    made.close()
