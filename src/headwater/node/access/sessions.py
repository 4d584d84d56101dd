"""Sessions: who is in, since when, and what for.

Only the SHA-256 of a session's id is kept. A session ends after half an hour without a request,
after twelve hours in any case, on log-out, and as soon as the user's password or rights are not
those under which it was begun, whoever changed them and how.
"""

import hmac
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import NamedTuple

from headwater.model import NotPermitted
from headwater.node.access.accounts import account_of
from headwater.node.access.gate import Gate, digest, new_secret
from headwater.node.access.journal import note
from headwater.node.node import Node
from headwater.safeguard import Viewer, parse_purpose
from headwater.store import AccessRecord

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
_TOUCHED = timedelta(minutes=1)  # how exactly the last request is known: not every one is written


@dataclass(frozen=True, slots=True)
class Session:
    """One log-in.

    Attributes:
        handle: What the session is named by where it is listed; opens nothing.
        user: Login name.
        begun: ISO time of the log-in.
        seen: ISO time of the last request, to the minute.
        proved: ISO time at which the second factor was last shown.
        way: How the user logged in: `code`, `recovery code` or `passkey`.
        address: From where.
        purpose: The stated purpose of the present task; empty before one is stated.
    """

    handle: str
    user: str
    begun: str
    seen: str
    proved: str
    way: str
    address: str
    purpose: str = ""


class Opened(NamedTuple):
    """A session that was just begun.

    Attributes:
        id: What the browser keeps; shown this once.
        session: The session.
    """

    id: str
    session: Session


def begin(gate: Gate, user: str, way: str, address: str) -> Opened:
    """Begin a session of somebody who has proved who they are.

    Raises:
        NotPermitted: If the node does not know the user any more.
    """
    viewer = gate.user(user)
    account = account_of(gate, user)
    if viewer is None or account is None:
        raise NotPermitted(f"this node does not know {user}")
    gate.records.expire(gate.clock())
    id_, now = new_secret(), gate.clock()
    session = Session(digest(id_), viewer.name, now, now, now, way, address)
    content = asdict(session) | {"rights": _rights(viewer), "stamp": account.content["stamp"]}
    until = gate.after(seconds=LONGEST.total_seconds())
    gate.records.keep(AccessRecord("session", session.handle, viewer.name, content, until))
    note(gate, viewer.name, f"logged in with a {way}", address)
    return Opened(id_, session)


def _rights(viewer: Viewer) -> str:
    parts = (sorted(viewer.roles), sorted(viewer.compartments), viewer.clearance)
    return digest(repr((viewer.agency, *parts)))


def _session(record: AccessRecord) -> Session:
    return Session(**{name: record.content[name] for name in Session.__slots__})


def resume(gate: Gate, id: str, *, used: bool = True) -> Session | None:
    """The session of this id, if it is still good; None otherwise, and it is gone.

    Args:
        gate: Where.
        id: Of the session.
        used: Whether somebody is at it. What an open page asks by itself keeps no session alive.
    """
    record = gate.records.find("session", digest(id))
    if record is None:
        return None
    if not _is_good(gate, record):
        gate.records.take("session", record.id)
        note(gate, record.user, "session ended by itself", record.content["address"])
        return None
    session = _session(record)
    if used and gate.now() - datetime.fromisoformat(session.seen) >= _TOUCHED:
        return _change(gate, id, seen=gate.clock())
    return session


def _is_good(gate: Gate, record: AccessRecord) -> bool:
    session, now = _session(record), gate.now()
    viewer, account = gate.user(session.user), account_of(gate, session.user)
    return (
        timedelta() <= now - datetime.fromisoformat(session.begun) < LONGEST
        and now - datetime.fromisoformat(session.seen) < IDLE
        and viewer is not None
        and _rights(viewer) == record.content["rights"]
        and account is not None
        and account.content["stamp"] == record.content["stamp"]
    )


def _change(gate: Gate, id: str, **what: str) -> Session | None:
    changed = gate.records.change(
        "session",
        digest(id),
        lambda was: replace(was, content={**was.content, **what}) if was else None,
    )
    return _session(changed) if changed else None


def state_purpose(gate: Gate, id: str, purpose: str, case: str = "") -> Session:
    """State what the next looks are for; each of them is logged with it.

    Args:
        gate: Where.
        id: Of the session.
        purpose: In the user's words, as `parse_purpose` reads them.
        case: Reference of the case, where it is for one.

    Raises:
        NotPermitted: If the session is not good any more.
        WrongUse: If the purpose says nothing.
    """
    parse_purpose(purpose)
    stated = parse_purpose(f"case: {case} {purpose}" if case.strip() else purpose).text
    changed = _change(gate, id, purpose=stated) if resume(gate, id) else None
    if changed is None:
        raise ended()
    gate.log(changed.user, "purpose stated", stated)
    return changed


def ended() -> NotPermitted:
    """The answer to a request whose session is over."""
    return NotPermitted("your session is over", do="log in again; nothing that was saved is lost")


def enter(gate: Gate, session: Session) -> Node:
    """The node as the user of a session sees it, for the purpose stated in it.

    Raises:
        NotPermitted: If the node does not know the user any more.
    """
    viewer = gate.store.user(session.user)
    if viewer is None:
        raise ended()
    return Node(gate.store, viewer, gate.settings, session.purpose)


def mark_proved(gate: Gate, id: str) -> None:
    """Note that the second factor was shown again just now, before something that asks for it."""
    _change(gate, id, proved=gate.clock())


def log_out(gate: Gate, id: str) -> None:
    """End a session; one that is not there is left alone."""
    if record := gate.records.take("session", digest(id)):
        note(gate, record.user, "logged out", record.content["address"])


def listed(gate: Gate, user: str) -> list[Session]:
    """The good sessions of a user, oldest first."""
    return [_session(one) for one in gate.records.of("session", user) if _is_good(gate, one)]


def end(gate: Gate, user: str, handle: str) -> bool:
    """End one of a user's own sessions; whether it was one."""
    if handle not in {one.handle for one in listed(gate, user)}:
        return False
    gate.records.take("session", handle)
    note(gate, user, "ended a session from another one")
    return True


def csrf_token(id: str) -> str:
    """What a form of this session carries, so that no other page can send it."""
    return hmac.digest(id.encode(), b"headwater form", sha256).hex()


def csrf_fits(id: str, token: str) -> bool:
    """Whether a form was made for this session."""
    given = token.encode("utf-8", "surrogatepass")
    return hmac.compare_digest(csrf_token(id).encode(), given)
