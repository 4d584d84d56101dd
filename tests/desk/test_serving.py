"""The desk is served on this machine alone, unless what goes out is sealed."""

from pathlib import Path

import pytest

from headwater.desk.serving import Address
from headwater.model import WrongUse


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "hub.example", "::"])  # noqa: S104 - what is refused
def test_others_do_not_reach_it_without_a_certificate(host):
    with pytest.raises(WrongUse, match="no certificate"):
        Address(host).check()
    Address(host, certificate=Path("c.pem"), key=Path("k.pem")).check()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_this_machine_reaches_it_as_it_is(host):
    Address(host).check()
