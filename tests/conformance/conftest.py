"""The store under test: every store there is runs every test of this folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from headwater.store import Store
from tests.conformance.stores import AGENCY, STORES, Kind


@pytest.fixture(params=STORES, ids=lambda kind: kind.name)
def kind(request: pytest.FixtureRequest) -> Kind:
    return request.param


@pytest.fixture
def store(kind: Kind, tmp_path: Path) -> Iterator[Store]:
    made = kind.create(tmp_path / "node", AGENCY)
    yield made
    made.close()
