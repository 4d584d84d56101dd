"""A gate with a clock to set, hashes that cost little, and colleagues who have accounts."""

from datetime import UTC, datetime, timedelta

import pyotp
import pytest

from headwater.node import Settings, add_user, make_node
from headwater.node.access import Gate, accounts, login
from headwater.node.access.passwords import Passwords

PASSWORD = "four calm herons on ice"  # noqa: S105 - opens nothing but these tests
HOME = "192.0.2.10"
AWAY = "198.51.100.7"


class Clock:
    """Tells the time that a test has set; begins now, because a node's own clock cannot be set."""

    def __init__(self):
        self.time = datetime.now(UTC).replace(microsecond=0)

    def __call__(self):
        return self.time.isoformat(timespec="seconds")

    def later(self, **span):
        self.time += timedelta(**span)


class Desk:
    """What a colleague holds in the hand: password, authenticator, recovery codes."""

    def __init__(self, gate, clock):
        self.gate, self.clock = gate, clock
        self.keys, self.recovery = {}, {}

    def code(self, name):
        return pyotp.TOTP(self.keys[name]).at(self.clock.time)

    def enrol(self, code, password=PASSWORD):
        begun = accounts.begin_enrolment(self.gate, code, password)
        name = begun.user
        self.keys[name] = begun.key
        self.recovery[name] = accounts.finish_enrolment(self.gate, code, self.code(name), HOME)
        self.clock.later(seconds=60)  # the code that proved it is spent

    def come_in(self, name, password=PASSWORD, address=HOME):
        challenge = login.log_in(self.gate, name, password, address)
        opened = login.finish_log_in(self.gate, challenge, self.code(name), address)
        self.clock.later(seconds=60)
        return opened


@pytest.fixture
def node(tmp_path):
    settings = Settings("mira", None, 1)
    made = make_node(tmp_path / "node", "Drava Hub", settings, purpose="looking after the node")
    add_user(made, "ana", ["officer"], [], 1)
    add_user(made, "petra", ["auditor"], [], 1)
    yield made
    made.close()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def gate(node, clock):
    return Gate(node.store, node.settings, clock=clock, passwords=Passwords(8, 1, 1))


@pytest.fixture
def desk(node, gate, clock):
    made = Desk(gate, clock)
    made.enrol(accounts.invite(node, "ana"))
    return made


@pytest.fixture
def events(node):
    """What happened at the door, in words."""
    return lambda: [one.content["event"] for one in node.store.access.of("event")]
