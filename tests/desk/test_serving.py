"""The desk is served on this machine alone, unless what goes out is sealed."""

import signal
import socket
import threading
from pathlib import Path
from urllib.request import urlopen

import pytest

from headwater.desk import Reception
from headwater.desk.serving import Address, serve
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
    answers = []

    def ask():
        with urlopen(f"{address.url}/enter", timeout=10) as answer:  # noqa: S310 - our own address
            answers.append((answer.status, answer.headers["content-security-policy"]))
        signal.raise_signal(signal.SIGTERM)

    serve(Reception(house, door), address, lambda: threading.Thread(target=ask).start())
    assert answers[0][0] == 200
    assert "default-src 'none'" in answers[0][1]
