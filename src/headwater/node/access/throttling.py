"""Throttling: each failure makes the next attempt wait longer, and nobody is locked out.

Counted are an address, a user at an address, and a user wherever the attempts come from; a user is
counted under the form in which names are compared. Whoever knows only a name can make its owner
wait no longer than half a minute, and not at all where the owner has logged in before.
Attempts are counted before they are looked at, so that many at once count as many.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from ipaddress import IPv6Address, ip_address

from headwater.node.access.gate import Gate, TooSoon
from headwater.safeguard import login_form
from headwater.store import AccessRecord

_KIND = "attempts"
_KNOWN = "known address"
_LONGEST_POWER = 20


@dataclass(frozen=True, slots=True)
class Limit:
    """What is counted under one key.

    Attributes:
        key: What it is counted under.
        free: Attempts before the first wait.
        longest: Seconds of the longest wait.
    """

    key: str
    free: int
    longest: int

    def wait(self, attempts: int) -> timedelta:
        """How long the next attempt waits after so many."""
        over = min(attempts - self.free, _LONGEST_POWER)
        return timedelta(seconds=min(2**over, self.longest) if over >= 0 else 0)


def password_limits(gate: Gate, name: str, address: str) -> list[Limit]:
    """What an attempt with a password is counted under."""
    who, where = login_form(name), _network(address)
    limits = [Limit(f"at {where}", 20, 60), Limit(f"{who} at {where}", 5, 60)]
    if gate.records.find(_KNOWN, f"{who} at {where}") is None:
        limits.append(Limit(f"password of {who}", 10, 30))
    return limits


def code_limits(name: str) -> list[Limit]:
    """What an attempt with a code is counted under: it takes the password to come so far."""
    return [Limit(f"code of {login_form(name)}", 5, 3600)]


def asking_limits(address: str) -> list[Limit]:
    """What is counted where a stranger begins what is kept until it runs out."""
    return [Limit(f"begun at {_network(address)}", 100, 60)]


def _network(address: str) -> str:
    """An address as one caller can change it: of IPv6 the first 64 bits."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address):
        return parsed.ipv4_mapped.compressed if parsed.ipv4_mapped else parsed.exploded[:19]
    return parsed.compressed


def count_attempt(gate: Gate, limits: Sequence[Limit]) -> None:
    """Count an attempt that is about to be looked at.

    Raises:
        TooSoon: If it comes too soon after others; it is not counted then.
    """
    for limit in limits:
        _refuse_early(gate, limit, gate.records.find(_KIND, limit.key))
    for limit in limits:
        gate.records.change(_KIND, limit.key, partial(_counted, gate, limit))


def _refuse_early(gate: Gate, limit: Limit, was: AccessRecord | None) -> None:
    if was is None:
        return
    last = datetime.fromisoformat(was.content["last"])
    # A clock that was set back makes nobody wait longer than the wait.
    since = max(gate.now() - last, timedelta())
    if since < (wait := limit.wait(was.content["attempts"])):
        raise TooSoon(max(1, round((wait - since).total_seconds())))


def _counted(gate: Gate, limit: Limit, was: AccessRecord | None) -> AccessRecord:
    _refuse_early(gate, limit, was)
    attempts = was.content["attempts"] + 1 if was else 1
    content = {"attempts": attempts, "last": gate.clock()}
    return AccessRecord(_KIND, limit.key, "", content, gate.after(days=1))


def forgive(gate: Gate, limits: Sequence[Limit]) -> None:
    """Forget the attempts of somebody who came in; those of the address count on, but for one."""
    for limit in limits:
        if limit.key.startswith("at "):
            gate.records.change(_KIND, limit.key, _one_less)
        else:
            gate.records.take(_KIND, limit.key)


def _one_less(was: AccessRecord | None) -> AccessRecord | None:
    attempts = was.content["attempts"] - 1 if was else 0
    return replace(was, content={**was.content, "attempts": attempts}) if was and attempts else None


def remember_address(gate: Gate, name: str, address: str) -> None:
    """Note that a user has come in from an address, for thirty days."""
    key = f"{login_form(name)} at {_network(address)}"
    known = AccessRecord(_KNOWN, key, name, {}, gate.after(days=30))
    gate.records.change(_KNOWN, key, lambda _was: known)
