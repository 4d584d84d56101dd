"""The desk is served on this machine alone, unless what goes out is sealed."""

import asyncio
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import closing, suppress
from pathlib import Path
from urllib.request import urlopen

import httpx
import pytest

from headwater.desk import Reception, serving
from headwater.desk.serving import Address, not_for_ever, serve
from headwater.model import WrongUse
from headwater.node import open_node, verify_log
from headwater.node.access import tokens
from tests.desk.conftest import PURPOSE, SETTINGS


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "hub.example", "::"])  # noqa: S104 - what is refused
def test_others_do_not_reach_it_without_a_certificate(host):
    with pytest.raises(WrongUse, match="no certificate"):
        Address(host).check()
    Address(host, certificate=Path("c.pem"), key=Path("k.pem")).check()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_this_machine_reaches_it_as_it_is(host):
    Address(host).check()


def test_what_the_first_pages_would_wait_for_is_made_with_the_picture(house):
    node = house.enter(house.store.users()[0], PURPOSE)
    held = house.shelf.look(node)
    serving._at_hand(node, held)
    made = {name.split()[0] for name in held.beside._makers}
    assert made >= {"things", "search", "shield", "retention", "inbox", "network"}


def test_it_says_that_it_is_open_once_it_answers_and_ends_when_told(house, door):
    address = _free_address()
    answers, refused, half = [], [], []

    def ask():
        half.extend(_half_open(address, 150))  # more than the server takes by itself
        refused.extend(_told(address, request) for request in _SMUGGLED)
        with urlopen(f"{address.url}/enter", timeout=10) as answer:  # noqa: S310 - our own address
            answers.append((answer.status, answer.headers["content-security-policy"]))
        for one in half:
            one.close()
        signal.raise_signal(signal.SIGTERM)

    serve(Reception(house, door), address, lambda: threading.Thread(target=ask).start())
    assert answers[0][0] == 200
    assert "default-src 'none'" in answers[0][1]
    assert all(one.count(b"HTTP/1.1") == 1 for one in refused)  # the second is read by nobody
    assert all(one.startswith(b"HTTP/1.1 40") for one in refused)


def _free_address():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return Address(port=free.getsockname()[1])


def test_told_to_stop_it_ends_within_seconds_and_in_order_whatever_is_at_work(small_node, tmp_path):
    """A long report is being read in, a page waits for alerts, and one browser's link is broken."""
    folder, address, answers = tmp_path / "node", _free_address(), []
    shutil.copytree(small_node, folder)
    with _opened(folder) as node:
        secret = tokens.new(node, "nightly", ("read", "add")).secret
    said = {"Authorization": f"Bearer {secret}", "X-Purpose": PURPOSE}
    line = [Path(sys.executable).with_name("headwater"), "--node", folder, "desk", "--port"]
    with (
        subprocess.Popen([*line, str(address.port)], stdout=-1, stderr=-1) as served,
        httpx.Client(base_url=address.url, headers=said, timeout=40) as script,
    ):
        try:
            assert b"open at" in served.stdout.readline()
            asking = threading.Thread(target=_hand_in_much, args=(script, answers))
            asking.start()
            with script.stream("GET", "/alerts/stream"), _half_open(address, 1)[0]:
                told = time.monotonic()
                served.terminate()
                complaints = served.stderr.read()
                assert served.wait(30) == 0
                assert time.monotonic() - told < 20  # five, and a machine may be busy
        finally:
            served.kill()
        asking.join(20)
    assert complaints == b""
    with _opened(folder) as node:  # and nothing that was acknowledged is lost
        assert not verify_log(node).faults
        assert node.store.counts(node.allowed())["reports"] >= 2 + answers.count(201)


def _opened(folder):
    return closing(open_node(folder, SETTINGS, "ana", PURPOSE))


def _hand_in_much(script, answers):
    text = "\n\n".join(
        f"{n}. On 3 May 2026 a van took {n} people to Horgos." for n in range(1, 150)
    )
    with suppress(httpx.HTTPError):
        answers.append(
            script.post("/api/reports", json={"name": "a.txt", "text": text}).status_code
        )


def _half_open(address, number):
    """Connections that say they will send more, and do not."""
    said = b"POST /enter HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900\r\n\r\nname="
    opened = [socket.create_connection((address.host, address.port)) for _ in range(number)]
    for one in opened:
        one.sendall(said)
    return opened


def test_a_request_of_which_nothing_more_comes_is_answered(desk):
    """As a browser is that sent the beginning of a form before its link broke off."""
    scope = {
        "type": "http", "http_version": "1.1", "method": "POST", "scheme": "http", "state": {},
        "path": "/enter", "raw_path": b"/enter", "root_path": "", "query_string": b"",
        "headers": [
            (b"content-type", b"application/x-www-form-urlencoded"),
            (b"content-length", b"900"),
        ],
        "client": ("127.0.0.1", 1), "server": ("localhost", 80), "asgi": {"version": "3.0"},
    }  # fmt: skip
    parts, said = [{"type": "http.request", "body": b"name=", "more_body": True}], []

    async def receive():
        return parts.pop() if parts else await asyncio.sleep(60)

    async def send(message):
        said.append(message)

    asyncio.run(not_for_ever(desk[0], 0.05)(scope, receive, send))
    assert said[0]["status"] == 408
    assert b"did not come" in said[1]["body"]


_SECOND = b"0\r\n\r\nGET /static/mark.svg HTTP/1.1\r\nHost: localhost\r\n\r\n"
_SMUGGLED = [
    b"POST /purpose HTTP/1.1\r\nHost: localhost\r\n" + headers + b"\r\n\r\n" + _SECOND
    for headers in (
        b"Content-Length: 4\r\nContent-Length: 90",
        b"Transfer-Encoding: xchunked",
        b"Transfer-Encoding : chunked",
        b"X: a\r\n Content-Length: 9",
    )
]
"""Requests that two servers could read as ending at different places."""


def _told(address, request):
    with socket.create_connection((address.host, address.port), timeout=5) as sent:
        sent.sendall(request)
        told = b""
        while part := sent.recv(65536):
            told += part
    return told
