"""A store in a folder of its own, empty or with one person in each of two reports."""

import pytest

from headwater.store import create_store
from tests.conformance.stores import NOW, seen


@pytest.fixture
def node(tmp_path):
    return tmp_path / "node"


@pytest.fixture
def store(node):
    made = create_store(node, "Harbour Police")
    yield made
    made.close()


@pytest.fixture
def peopled(store):
    """The store with the reports U1 and U2, each about one person."""
    store.add(seen("U1", "Arben Krasniqi"), recorded=NOW)
    store.add(seen("U2", "Luan Berisha"), recorded=NOW)
    return store
