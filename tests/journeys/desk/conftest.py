"""Real people at the real thing: a node, the desk served on loopback, and a headless Chromium."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pyotp
import pytest

from headwater.node import Settings, add_reports, add_user, make_node
from headwater.node.access import Gate, accounts
from tests.conftest import not_run
from tests.journeys.desk.sights import CHROMIUM, Troubles

PASSWORD = "slow river under the bridge"  # noqa: S105 - invented, for a node that is thrown away
PURPOSE = "case: Drava, who supplies the boats"
SETTINGS = Settings(login="ana", shared=None, workers=1)
PATIENCE = 180_000
"""Milliseconds that a page is waited for: in a new clone what it shows is compiled first."""

COLLEAGUES = {
    "luka": ("officer",),
    "nina": ("officer",),  # comes in once, at the entrance
    "ana": ("analyst",),
    "sanja": ("supervisor",),
    "liri": ("liaison",),
    "vera": ("auditor",),
    "ivo": ("admin",),
    "milos": ("analyst",),  # cleared for nothing that is secret
}
"""Who works here; the maker of the node, `maja`, holds no account."""

REPORTS = {
    "first.txt": (
        "URN: IR 1\nOriginator: Drava Unit\nTitle: Two vans at Horgos\nDate: 2026-10-02\n\n"
        "1. Goran Izmišljeni is the organiser of the group and took EUR 500 per person for the way "
        "from Subotica to Horgos. [2D-P]\n\n2. His phone is +381 60 1234567. [2D-P]\n"
    ),
    "second.txt": (
        "URN: IR 2\nOriginator: Border Police\nTitle: Горан на реци\nDate: 2026-10-05\n\n"
        "1. Горан Измишљени је виђен код Хоргоша. Телефон +381601234567. [2C-P]\n"
    ),
    "third.txt": (
        "URN: IR 3\nOriginator: Drava Unit\nTitle: The driver\nDate: 2026-10-09\n\n"
        "1. Petrit Shembulli drives the van of Goran Izmišljeni from Subotica to Horgos. [2C-P]\n"
    ),
    "fourth.txt": (
        "URN: IR 4\nOriginator: Drava Unit\nTitle: Two ways in autumn\nDate: 2026-10-12\n\n"
        "1. On 12 September 2026 a van took 20 people from Subotica to Horgos. [2B-P]\n\n"
        "2. On 3 October 2026 a lorry took 30 people from Belgrade to Subotica. [2B-P]\n"
    ),
}

SENSITIVE = (
    "URN: IR 80\nOriginator: Sava Police\nTitle: What the source in the yard saw\n"
    "Date: 2026-10-10\nHandling: TLP:RED\n\n"
    "1. Besim Trilluar keeps the boats in the yard at Apatin. [1B-P]\n"
)
"""Another agency's, for the named recipients alone: here, the supervisor."""

CALLS = """sources:
  key_prefix: calls
  report:
    originator: Drava Unit
    title: Calls of October
    information_date: 2026-10
    marking: 2B-P
  queries:
    - csv_url: callers.csv
      entities:
        person:
          schema: Person
          key: id
          properties: {name: {column: name}}
          category: {literal: suspect, case: Drava, author: Drava Unit, reason: named in the case}
    - csv_url: calls.csv
      entities:
        one: {schema: Person, key: one}
        other: {schema: Person, key: other}
        contact:
          schema: Contact
          properties:
            date: {column: date}
            source: {entity: one, required: true}
            target: {entity: other, required: true}
            kind: {literal: call}
"""
ORGANISER = "Dragiša Nepostojeći"
CALLERS = (
    ORGANISER,
    "Вук Измишљен",
    "Besim Trilluar",
    "Кирил Непознат",
    "Ljubo Niko",
    "Toma Prazan",
)
CALLED = (
    ("1", "2", "2026-09-10"),
    ("1", "3", "2026-09-11"),
    ("1", "4", "2026-09-20"),
    ("1", "5", "2026-10-04"),
    ("5", "6", "2026-10-05"),
    ("2", "3", "2026-09-12"),
)


@dataclass
class Desk:
    """A desk that is served.

    Attributes:
        url: Where.
        node: The node's folder.
        keys: Keys of the colleagues' authenticators, by name.
        states: What the browser of each who has signed in keeps.
    """

    url: str
    node: Path
    keys: dict[str, str]
    states: dict[str, Any] = field(default_factory=dict)


def make_hub(folder: Path) -> dict[str, str]:
    """A node with reports, a table of calls and colleagues; the keys of their authenticators."""
    tables = folder / "calls"
    tables.mkdir()
    people = "".join(f"{n},{name}\n" for n, name in enumerate(CALLERS, 1))
    (tables / "callers.csv").write_text(f"id,name\n{people}", encoding="utf-8")
    calls = "".join(f"{one},{other},{date}\n" for one, other, date in CALLED)
    (tables / "calls.csv").write_text(f"one,other,date\n{calls}", encoding="utf-8")
    (folder / "sensitive.txt").write_text(SENSITIVE, encoding="utf-8")
    (folder / "calls.yml").write_text(CALLS, encoding="utf-8")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    node = make_node(folder / "node", "Drava Hub", SETTINGS, "maja", PURPOSE)
    add_reports(node, [folder / "sensitive.txt", *(folder / name for name in REPORTS)])
    assert not add_reports(node, [tables], mapping=folder / "calls.yml").refusals
    gate, keys = Gate(node.store, SETTINGS), {}
    for name, roles in COLLEAGUES.items():
        add_user(node, name, roles, (), 0 if name == "milos" else 1)
        code = accounts.invite(node, name)
        keys[name] = accounts.begin_enrolment(gate, code, PASSWORD).key
        accounts.finish_enrolment(gate, code, pyotp.TOTP(keys[name]).now(), "127.0.0.1")
    node.close()
    return keys


def wait_for(url: str, process: subprocess.Popen[bytes], seconds: float = 300) -> None:
    """Until the desk answers."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(f"{url}/enter", timeout=5):  # noqa: S310 - our own address
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the desk did not open")


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The real server, in a process of its own."""
    folder = tmp_path_factory.mktemp("hub")
    keys = make_hub(folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [Path(sys.executable).with_name("headwater"), "--node", folder / "node", "desk"]
    served = subprocess.Popen([*command, "--port", str(port)])
    url = f"http://127.0.0.1:{port}"
    try:
        wait_for(url, served)
        yield Desk(url, folder / "node", keys)
    finally:
        served.terminate()
        served.wait(timeout=120)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One headless Chromium for each file: while it is open, no other event loop can run."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)

    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        not_run("there is no Chromium; make setup installs it where it may")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=list(CHROMIUM))
        yield opened
        opened.close()


SignIn = Callable[..., Any]


@pytest.fixture
def sign_in(desk: Desk, browser: Any) -> Iterator[SignIn]:
    """A page of somebody's browser, signed in with two factors through the real pages.

    At the end nothing may have gone wrong in any of them, and nothing have been asked of others.
    """
    contexts, troubles = [], Troubles(desk.url)

    def page_of(name: str, *, width: int = 1280, height: int = 900, **options: Any) -> Any:
        size = {"width": width, "height": height}
        context = browser.new_context(
            viewport=size, storage_state=desk.states.get(name), base_url=desk.url, **options
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        troubles.listen(page)
        if name and name not in desk.states:
            enter(page, name, desk.keys[name])
            desk.states[name] = context.storage_state()
        return page

    yield page_of
    for context in contexts:
        context.close()
    assert troubles.console == []
    assert troubles.foreign == []


def enter(page: Any, name: str, key: str) -> None:
    """Sign in as a person does."""
    page.goto("/enter")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Six digits").fill(pyotp.TOTP(key).at(time.time() + 30))
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("Purpose").fill(PURPOSE)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("heading", name="Today").wait_for()  # builds the picture
