"""A desk on a node of one's own, for tests that change something."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from headwater.desk import Reception
from headwater.desk.reception import COOKIE_ON_LOOPBACK
from headwater.node.looking import open_house
from headwater.safeguard import Role
from tests.desk.conftest import PURPOSE, SETTINGS, FakeDoor, app_of, viewer


@pytest.fixture
def own(small_node: Path, tmp_path: Path) -> Iterator[Callable[[str], TestClient[Litestar]]]:
    """A browser of somebody on a copy of the node: ana and mira read, leo is liaison.

    Sara is supervisor, and selma looks after people at risk.
    """
    shutil.copytree(small_node, tmp_path / "node")
    house = open_house(tmp_path / "node", SETTINGS)
    roles = {"ana": Role.ANALYST, "mira": Role.OFFICER, "leo": Role.LIAISON}
    roles |= {"sara": Role.SUPERVISOR, "selma": Role.SAFEGUARDING}
    people = {name: viewer(name, role) for name, role in roles.items()}
    app = app_of(Reception(house, FakeDoor(people, dict.fromkeys(people, PURPOSE))))

    def browser(name: str) -> TestClient[Litestar]:
        client = TestClient(app)
        client.cookies.set(COOKIE_ON_LOOPBACK, name)
        client.headers["x-csrf-token"] = f"csrf of {name}"
        return client

    yield browser
    app.state.queues.close()
    house.close()
