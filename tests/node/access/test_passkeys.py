"""Passkeys, with an authenticator made here: a P-256 key that signs what a device would sign."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from secrets import token_bytes

import cbor2
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

from headwater.model import NotPermitted, WrongUse
from headwater.node.access import TooSoon, passkeys, sessions
from tests.node.access.conftest import AWAY, HOME

PRESENT, VERIFIED, ATTESTED = 1, 4, 64


def b64(content):
    return urlsafe_b64encode(content).decode().rstrip("=")


class Authenticator:
    """One passkey in a device that checks its user."""

    def __init__(self, origin="http://localhost:8000", host="localhost", flags=PRESENT | VERIFIED):
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = token_bytes(16)
        self.origin, self.host, self.flags, self.count = origin, host, flags, 0

    def _client(self, kind, options):
        said = {"type": kind, "challenge": json.loads(options)["challenge"], "origin": self.origin}
        return json.dumps(said).encode()

    def _data(self, flags):
        self.count += 1
        start = sha256(self.host.encode()).digest()
        return start + bytes([flags]) + self.count.to_bytes(4, "big")

    def _answer(self, **response):
        said = {name: b64(content) for name, content in response.items()}
        named = {"id": b64(self.id), "rawId": b64(self.id), "type": "public-key"}
        return json.dumps({**named, "response": said, "clientExtensionResults": {}})

    def make(self, options):
        point = self.key.public_key().public_numbers()
        cose = {
            1: 2,
            3: -7,
            -1: 1,
            -2: point.x.to_bytes(32, "big"),
            -3: point.y.to_bytes(32, "big"),
        }
        data = self._data(self.flags | ATTESTED) + bytes(16) + len(self.id).to_bytes(2, "big")
        data += self.id + cbor2.dumps(cose)
        return self._answer(
            clientDataJSON=self._client("webauthn.create", options),
            attestationObject=cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data}),
        )

    def sign(self, options):
        client, data = self._client("webauthn.get", options), self._data(self.flags)
        signature = self.key.sign(data + sha256(client).digest(), ec.ECDSA(SHA256()))
        return self._answer(clientDataJSON=client, authenticatorData=data, signature=signature)


@pytest.fixture
def phone(gate, desk):
    device = Authenticator()
    handle, options = passkeys.begin(gate, "ana")
    passkeys.finish(gate, "ana", handle, device.make(options), "my phone")
    return device


def log_in(gate, device, address=HOME):
    handle, options = passkeys.begin_log_in(gate, address)
    return passkeys.finish_log_in(gate, handle, device.sign(options), address)


def test_a_passkey_lets_its_owner_in_without_name_and_password(gate, phone):
    opened = log_in(gate, phone)
    assert (opened.session.user, opened.session.way) == ("ana", "passkey")
    assert sessions.resume(gate, opened.id)


def test_the_browser_is_asked_to_check_the_user_and_knows_the_host(gate, phone):
    asked = json.loads(passkeys.begin(gate, "ana").options)
    assert asked["rp"] == {"id": "localhost", "name": "Headwater Drava Hub"}
    assert asked["authenticatorSelection"]["userVerification"] == "required"
    assert [urlsafe_b64decode(c["id"] + "==") for c in asked["excludeCredentials"]] == [phone.id]
    assert json.loads(passkeys.begin_log_in(gate, HOME).options)["userVerification"] == "required"


def test_an_answer_is_good_once(gate, phone):
    handle, options = passkeys.begin_log_in(gate, HOME)
    answer = phone.sign(options)
    passkeys.finish_log_in(gate, handle, answer, HOME)
    with pytest.raises(NotPermitted):
        passkeys.finish_log_in(gate, handle, answer, HOME)
    again = passkeys.begin_log_in(gate, HOME)
    with pytest.raises(NotPermitted):
        passkeys.finish_log_in(gate, again.handle, answer, HOME)


def test_a_ceremony_is_over_after_five_minutes(gate, phone, clock):
    handle, options = passkeys.begin_log_in(gate, HOME)
    clock.later(minutes=6)
    with pytest.raises(NotPermitted):
        passkeys.finish_log_in(gate, handle, phone.sign(options), HOME)


@pytest.mark.parametrize(
    "fault",
    [
        {"origin": "http://localhost.example:8000"},
        {"host": "example.org"},
        {"flags": PRESENT},
        {"count": 0},
        {"key": ec.generate_private_key(ec.SECP256R1())},
        {"id": b"another passkey."},
    ],
    ids=lambda fault: next(iter(fault)),
)
def test_another_page_device_or_key_or_a_copied_one_lets_nobody_in(gate, phone, fault):
    log_in(gate, phone)
    for name, value in fault.items():
        setattr(phone, name, value)
    with pytest.raises(NotPermitted):
        log_in(gate, phone)


@pytest.mark.parametrize("answer", ["", "{", "[]", "{}", '{"id": 5}', '{"id": "\\ud800"}', "null"])
def test_what_is_no_answer_is_refused(gate, phone, answer):
    with pytest.raises(NotPermitted):
        passkeys.finish_log_in(gate, passkeys.begin_log_in(gate, HOME).handle, answer, HOME)
    with pytest.raises(NotPermitted):
        passkeys.finish(gate, "ana", passkeys.begin(gate, "ana").handle, answer, "x")


def test_a_passkey_is_made_for_whoever_is_logged_in_and_no_other(gate, desk):
    device = Authenticator()
    handle, options = passkeys.begin(gate, "ana")
    with pytest.raises(NotPermitted):
        passkeys.finish(gate, "petra", handle, device.make(options), "my phone")
    assert passkeys.listed(gate, "petra") == []


def test_a_passkey_needs_a_name_and_is_known_once(gate, phone):
    handle, options = passkeys.begin(gate, "ana")
    with pytest.raises(WrongUse):
        passkeys.finish(gate, "ana", handle, phone.make(options), " ")
    with pytest.raises(WrongUse, match="already"):
        passkeys.finish(gate, "ana", handle, phone.make(options), "again")


def test_a_user_forgets_their_own_passkeys_and_no_others(gate, phone):
    (listed,) = passkeys.listed(gate, "ana")
    assert listed["name"] == "my phone"
    assert not passkeys.end(gate, "petra", listed["handle"])
    assert passkeys.end(gate, "ana", listed["handle"])
    with pytest.raises(NotPermitted):
        log_in(gate, phone)


def test_whoever_tries_many_passkeys_waits(gate, phone):
    stranger = Authenticator()
    answers = []
    for _ in range(7):
        with pytest.raises(NotPermitted) as raised:
            log_in(gate, stranger, AWAY)
        answers.append(type(raised.value))
    assert answers == [NotPermitted] * 5 + [TooSoon] * 2
    assert log_in(gate, phone).session.user == "ana"


def test_a_stranger_who_begins_and_never_signs_waits_and_fills_no_disk(gate, phone, clock):
    for _ in range(100):
        passkeys.begin_log_in(gate, AWAY)
    with pytest.raises(TooSoon):
        passkeys.begin_log_in(gate, AWAY)
    assert log_in(gate, phone).session.user == "ana"
    clock.later(minutes=6)
    passkeys.begin_log_in(gate, HOME)
    assert len(gate.records.of("passkey asked")) == 1  # the others had run out


def test_whoever_signs_in_with_a_passkey_all_day_never_waits(gate, phone, clock):
    for _ in range(120):
        log_in(gate, phone)
        clock.later(seconds=1)
