"""An empty store, and a model that says from how many bits it is sure."""

import pytest

from headwater.store import create_store
from tests.resolve.lookup.reports import Frank


@pytest.fixture
def store(tmp_path):
    made = create_store(tmp_path / "node", "Hub")
    yield made
    made.close()


@pytest.fixture(scope="session")
def model():
    return Frank()
