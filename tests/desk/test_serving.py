"""The desk is served on this machine alone, unless what goes out is sealed."""

import asyncio
import signal
import socket
import threading
from pathlib import Path
from urllib.request import urlopen

import pytest

from headwater.desk import Reception
from headwater.desk.serving import Address, not_for_ever, serve
from headwater.model import WrongUse


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "hub.example", "::"])  # noqa: S104 - what is refused
def test_others_do_not_reach_it_without_a_certificate(host):
    with pytest.raises(WrongUse, match="no certificate"):
        Address(host).check()
    Address(host, certificate=Path("c.pem"), key=Path("k.pem")).check()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_this_machine_reaches_it_as_it_is(host):
    Address(host).check()


def test_it_says_that_it_is_open_once_it_answers_and_ends_when_told(house, door):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = Address(port=free.getsockname()[1])
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
        "headers": [(b"content-type", b"application/x-www-form-urlencoded")],
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
