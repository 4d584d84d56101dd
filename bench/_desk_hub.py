"""A node of some size with colleagues who are signed in, and the desk served from it."""

import json
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.request import urlopen

from headwater.node import Settings, add_user, open_node
from headwater.node.access import Gate, accounts, sessions
from headwater.node.watching import watch_for

HEADWATER = Path(sys.executable).with_name("headwater")
PURPOSE = "case: Drava, who supplies the boats"
PASSWORD = "slow river under the bridge"  # noqa: S105 - invented, for a node that is thrown away
ROLES = ("analyst", "officer", "supervisor", "analyst", "officer")
WATCHES: tuple[tuple[str, dict[str, str]], ...] = (
    ("leg", {"place": "Subotica"}),
    ("place", {"place": "Calais"}),
    ("words", {"words": "outboard engine"}),
)


class Colleague(NamedTuple):
    """Somebody who is signed in.

    Attributes:
        name: Login name.
        cookie: What the browser keeps.
        csrf: What forms send back.
    """

    name: str
    cookie: str
    csrf: str


@dataclass(frozen=True)
class Hub:
    """A desk that is served.

    Attributes:
        url: Where.
        readers: Those who read and write reports.
        auditor: Who reads the log.
        admin: Who keeps the accounts.
        reports: How many reports the node held at first.
    """

    url: str
    readers: list[Colleague]
    auditor: Colleague
    admin: Colleague
    reports: int


def node_of_exercise(scale: str, into: Path) -> Path:
    """A node with the exercise world read in, by the commands that a user has."""
    progress(f"writing the exercise world, {scale}, and reading it in")
    run("exercise", into / "world", "--seed", "1", "--scale", scale, "--json")
    node = into / "node"
    run("init", node, "--agency", "Bench Hub", "--json")
    place = ("--node", node, "--purpose", "bench")
    run("add", *sorted((into / "world/reports").iterdir()), *place, "--json")
    return node


def run(*arguments: object) -> str:
    """What one command printed; it may have refused rows."""
    done = subprocess.run([HEADWATER, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise SystemExit(f"headwater {arguments[0]} ended with {done.returncode}: {done.stderr}")
    return done.stdout


@contextmanager
def hub(folder: Path, into: Path, users: int) -> Iterator[Hub]:
    """Serve a copy of a node to colleagues who are signed in."""
    copy = into / "served"
    shutil.copytree(folder, copy)
    progress(f"inviting {users + 2} colleagues")
    people, reports = _colleagues(copy, users)
    url, served = _served(copy)
    progress(f"serving {reports} reports")
    try:
        yield Hub(url, people[:users], people[users], people[users + 1], reports)
    finally:
        served.terminate()
        try:
            served.wait(timeout=60)
        except subprocess.TimeoutExpired:
            progress("the desk did not end within a minute of being told to")
            served.kill()


def _colleagues(folder: Path, users: int) -> tuple[list[Colleague], int]:
    settings = Settings("bench", None, 1)
    node = open_node(folder, settings, _maker(folder), PURPOSE)
    gate, people = Gate(node.store, settings), []
    wanted = [(f"reader{n}", ROLES[n % len(ROLES)]) for n in range(users)]
    for name, role in (*wanted, ("auditor", "auditor"), ("keeper", "admin")):
        add_user(node, name, (role,), (), 1)
        code = accounts.invite(node, name)
        enrolment = accounts.begin_enrolment(gate, code, PASSWORD)
        accounts.finish_enrolment(gate, code, _one_time_code(enrolment.key), "127.0.0.1")
        opened = sessions.begin(gate, name, "code", "127.0.0.1")
        sessions.state_purpose(gate, opened.id, PURPOSE)
        people.append(Colleague(name, opened.id, sessions.csrf_token(opened.id)))
    for kind, question in WATCHES:
        watch_for(open_node(folder, settings, people[0].name, PURPOSE), kind, question)
    reports = node.store.counts(node.allowed())["reports"]
    node.close()
    return people, reports


def _maker(folder: Path) -> str:
    """Who made the node: the one user that it has."""
    from headwater.store import open_store

    store = open_store(folder)
    name = store.users()[0].name
    store.close()
    return name


def _one_time_code(key: str) -> str:
    import pyotp

    return pyotp.TOTP(key).now()


def _served(folder: Path) -> tuple[str, subprocess.Popen[bytes]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    served = subprocess.Popen(
        [HEADWATER, "--node", folder, "desk", "--port", str(port), "--quiet"],
        stdout=subprocess.DEVNULL,
    )
    url, until = f"http://127.0.0.1:{port}", time.monotonic() + 120
    while time.monotonic() < until and served.poll() is None:
        try:
            with urlopen(f"{url}/enter", timeout=5):  # noqa: S310 - our own address
                return url, served
        except OSError:
            time.sleep(0.1)
    served.kill()
    raise SystemExit("the desk did not open")


def progress(text: str) -> None:
    """Say where the measuring is, beside what it prints at last."""
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


def told(document: dict[str, object]) -> None:
    """Print what was measured, as the last thing."""
    print(json.dumps(document, indent=1, ensure_ascii=False))
