"""A desk on a small node, with a door that knows three people."""

from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.datastructures import State
from litestar.testing import TestClient

from headwater.desk import Reception, make_app
from headwater.desk.reception import COOKIE_ON_LOOPBACK
from headwater.desk.visit import Guest
from headwater.model import NotPermitted, WrongUse
from headwater.node import Settings, add_reports, make_node
from headwater.node.looking import House, open_house
from headwater.node.queue import Queues
from headwater.node.watching import Feed
from headwater.safeguard import Role, Viewer

PURPOSE = "case: Drava, who supplies the boats"
REPORTS = {
    "a.txt": (
        "URN: IR 1\nOriginator: Drava Unit\nTitle: Two vans at Horgos\nDate: 2026-10-02\n\n"
        "1. Goran Izmišljeni is the organiser of the group and took EUR 500 per person for the way "
        "from Subotica to Horgos. [2D-P]\n\n2. His phone is +381 60 1234567. [2D-P]\n"
    ),
    "b.txt": (
        "URN: IR 2\nOriginator: Border Police\nTitle: Горан на реци\nDate: 2026-10-05\n\n"
        "1. Горан Измишљени је виђен код Хоргоша. [3C-P]\n"
    ),
}
SETTINGS = Settings(login="ana", shared=None, workers=1)


@dataclass
class FakeDoor:
    """Cookies and tokens of people, by name; a purpose is kept for each cookie."""

    people: dict[str, Viewer]
    purposes: dict[str, str] = field(default_factory=dict)

    def session(self, cookie: str, *, used: bool = True) -> Guest | None:
        found = self.people.get(cookie)
        return found and Guest(found, self.purposes.get(cookie, ""), f"csrf of {cookie}")

    def token(self, secret: str, scope: str, purpose: str, address: str) -> Guest:
        found = self.people.get(secret.removeprefix("token of "))
        if found is None or scope != "read":
            raise NotPermitted("this token opens nothing")
        return Guest(found, purpose, "")

    def state(self, cookie: str, purpose: str) -> None:
        if not purpose.strip():
            raise WrongUse("a purpose says something")
        self.purposes[cookie] = purpose

    def leave(self, cookie: str) -> None:
        self.people.pop(cookie, None)


def viewer(name: str, *roles: Role) -> Viewer:
    return Viewer(name, "Drava Unit", frozenset(roles))


@pytest.fixture(scope="session")
def small_node(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A node with two reports."""
    folder = tmp_path_factory.mktemp("desk")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    node = make_node(folder / "node", "Drava Unit", SETTINGS, "ana", PURPOSE)
    add_reports(node, [folder / name for name in REPORTS])
    node.close()
    return folder / "node"


@pytest.fixture(scope="session")
def house(small_node: Path) -> Iterator[House]:
    """The node, open; tests of one process share it and what was built, and change nothing."""
    opened = open_house(small_node, SETTINGS)
    yield opened
    opened.close()


_BUILT: list[Litestar] = []


def app_of(reception: Reception) -> Litestar:
    """The desk on a node: its rooms are built once in a process and stand before every node."""
    if not _BUILT:
        _BUILT.append(make_app(reception))
        return _BUILT[0]
    app, feed = copy(_BUILT[0]), Feed(reception.house)
    queues = Queues(reception.house.shelf.hands)
    app.state = State({"reception": reception, "feed": feed, "queues": queues})
    app.on_shutdown = [feed.end, queues.close]
    return app


@pytest.fixture(scope="session")
def desk(house: House) -> tuple[Litestar, FakeDoor]:
    door = FakeDoor({})
    return app_of(Reception(house, door, greeted={"once": "ana"})), door


@pytest.fixture
def door(desk: tuple[Litestar, FakeDoor]) -> FakeDoor:
    """Who is who: an analyst, an auditor and an administrator, and what each looks for."""
    roles = {"ana": Role.ANALYST, "vera": Role.AUDITOR, "ivo": Role.ADMIN}
    desk[1].people = {name: viewer(name, role) for name, role in roles.items()}
    desk[1].purposes = {}
    return desk[1]


Enter = Callable[..., TestClient[Litestar]]


@pytest.fixture
def enter(desk: tuple[Litestar, FakeDoor], door: FakeDoor) -> Enter:
    """A browser of somebody who is signed in; without a name, of a stranger."""

    def browser(name: str = "", purpose: str = PURPOSE) -> TestClient[Litestar]:
        client = TestClient(desk[0])
        if name:
            client.cookies.set(COOKIE_ON_LOOPBACK, name)
            if purpose:
                door.purposes[name] = purpose
        return client

    return browser
