"""Colleagues with accounts of their own at a small node, and their browsers and scripts."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyotp
import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from litestar.testing import TestClient

from headwater.desk import NodeDoor, Reception
from headwater.desk.reception import COOKIE_ON_LOOPBACK
from headwater.node import Settings, add_reports, add_user, make_node
from headwater.node.access import Gate, accounts, sessions, tokens
from headwater.node.access.passwords import Passwords
from headwater.node.looking import open_house
from headwater.safeguard import Viewer
from tests.desk.conftest import PURPOSE, REPORTS, app_of

PASSWORD = "slow river under the bridge"  # noqa: S105 - invented, for a node that is thrown away
HOME = "testclient"
ROLES = {
    "ana": ["analyst"],
    "omar": ["officer"],
    "sara": ["supervisor"],
    "ivo": ["admin"],
    "vera": ["auditor"],
    "lena": ["liaison"],
    "kosta": ["case_officer"],
    "selma": ["safeguarding"],
}


class Staff:
    """A node with accounts whose clock stands still until a test sets it forward."""

    def __init__(
        self, folder: Path, keys: dict[str, str], portal: BlockingPortal | None = None
    ) -> None:
        self._portal = portal
        self.keys = dict(keys)
        self.began, self.ahead = datetime.now(UTC), timedelta()
        settings = Settings("maker", shared=None, workers=1)
        self.house = open_house(folder, settings)
        self.gate = Gate(self.house.store, settings, clock=self._now, passwords=Passwords(8, 1, 1))
        self.app = app_of(Reception(self.house, NodeDoor(self.gate), gate=self.gate))

    def _now(self) -> str:
        return (self.began + self.ahead).isoformat(timespec="seconds")

    def viewer(self, name: str) -> Viewer:
        found = self.house.store.user(name)
        assert found is not None
        return found

    def node(self, name: str):
        return self.house.enter(self.viewer(name), PURPOSE)

    def enrol(self, name: str) -> None:
        code = accounts.invite(self.node("maker"), name)
        begun = accounts.begin_enrolment(self.gate, code, PASSWORD)
        self.keys[name] = begun.key
        accounts.finish_enrolment(self.gate, code, self.code(name), HOME)

    def code(self, name: str) -> str:
        return pyotp.TOTP(self.keys[name]).at(datetime.fromisoformat(self._now()))

    def _client(self) -> TestClient:
        client = TestClient(self.app)
        if self._portal:
            client.blocking_portal = self._portal  # one event loop, not one for each request
        return client

    def browser(self, name: str = "") -> TestClient:
        """A browser that has just signed in; a stranger's without a name."""
        client = self._client()
        client.follow_redirects = False
        if name:
            opened = sessions.begin(self.gate, name, "code", HOME)
            sessions.state_purpose(self.gate, opened.id, PURPOSE)
            client.cookies.set(COOKIE_ON_LOOPBACK, opened.id)
        return client

    def send(self, browser: TestClient, path: str, **form: str):
        """Send a form of a page of ours."""
        cookie = browser.cookies.get(COOKIE_ON_LOOPBACK, "")
        return browser.post(path, data={"csrf": sessions.csrf_token(cookie), **form})

    def script(self, name: str, *scopes: str) -> TestClient:
        """A script of somebody, with a token."""
        made = tokens.new(self.node(name), "nightly", scopes or ("read",))
        client = self._client()
        client.headers.update({"Authorization": f"Bearer {made.secret}", "X-Purpose": PURPOSE})
        return client


def _hired(folder: Path) -> dict[str, str]:
    """Make the node and everybody's account; the keys of their authenticators."""
    maker = make_node(folder, "Drava Unit", Settings("maker", None, 1), "maker", PURPOSE)
    paths = [folder.parent / name for name in REPORTS]
    for path in paths:
        path.write_text(REPORTS[path.name], encoding="utf-8")
    add_reports(maker, paths)
    for name, roles in ROLES.items():
        add_user(maker, name, roles, [], 1)
    maker.close()
    made = Staff(folder, {})
    for name in ROLES:
        made.enrol(name)
    made.house.close()
    return made.keys


@pytest.fixture(scope="session")
def hired(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A node with people and their keys, to be copied."""
    folder = tmp_path_factory.mktemp("hired") / "node"
    return folder, _hired(folder)


@pytest.fixture(scope="module")
def staff(
    hired: tuple[Path, dict[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Staff]:
    """A node of their own for the tests of a module; each uses people or things of its own."""
    folder = tmp_path_factory.mktemp("staff") / "node"
    shutil.copytree(hired[0], folder)
    with start_blocking_portal() as portal:
        made = Staff(folder, hired[1], portal)
        made.ahead = timedelta(minutes=1)  # the codes that were shown are spent
        yield made
        made.house.close()
