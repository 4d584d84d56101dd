"""Gate: what every way into a node is handed, before anybody is known."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from headwater.model import NotPermitted
from headwater.node.access.passwords import Passwords
from headwater.node.settings import Settings, clock
from headwater.safeguard import AuditRecord, Operation, Viewer, login_form

if TYPE_CHECKING:
    from headwater.store import AccessRecords, Store

LOCAL = "http://localhost:8000"


@dataclass(frozen=True, slots=True)
class Gate:
    """The door of one node. Nobody has come in yet: it holds no viewer and no purpose.

    Attributes:
        store: The node's store.
        settings: What the environment set.
        origin: Scheme, host and port that browsers know the pages by; passkeys are bound to it.
        clock: Gives the time as ISO 8601 in UTC.
        passwords: How passwords are hashed.
    """

    store: "Store"
    settings: Settings
    origin: str = LOCAL
    clock: Callable[[], str] = clock
    passwords: Passwords = field(default_factory=Passwords)

    @property
    def records(self) -> "AccessRecords":
        """Where accounts, sessions and tokens rest."""
        return self.store.access

    @property
    def host(self) -> str:
        """The host of the origin."""
        return urlsplit(self.origin).hostname or "localhost"

    @property
    def takes_passkeys(self) -> bool:
        """Whether browsers make passkeys for this desk: for names, never for numbers.

        Source: Web Authentication Level 3 (W3C), 5.4.2: the identifier is a domain.
        """
        try:
            ip_address(self.host)
        except ValueError:
            return True
        return False

    def now(self) -> datetime:
        """The time in UTC."""
        return datetime.fromisoformat(self.clock())

    def after(self, **span: float) -> str:
        """The time after so many hours, minutes..., as ISO 8601."""
        return (self.now() + timedelta(**span)).isoformat(timespec="seconds")

    def user(self, name: str) -> Viewer | None:
        """The user who logs in under this name, however it is spelled."""
        asked = login_form(name)
        exact = self.store.user(asked)
        return exact or next((u for u in self.store.users() if login_form(u.name) == asked), None)

    def log(self, user: str, what: str, purpose: str = "access to the node") -> None:
        """Record a change to somebody's access in the audit tree."""
        self.store.log(
            AuditRecord(
                Operation.ALTERATION, user, self.clock(), purpose, (f"user {user}",), reason=what
            )
        )


class TooSoon(NotPermitted):
    """Too many attempts failed; another one is taken in a moment.

    Args:
        seconds: How long to wait.
    """

    def __init__(self, seconds: int) -> None:
        super().__init__(
            "too many attempts failed",
            why="each further one waits a little longer, never more than an hour",
            do=f"try again in {seconds} seconds",
        )
        self.seconds = seconds


def refused() -> NotPermitted:
    """The one answer to whatever was wrong at the door; it never says which part."""
    return NotPermitted(
        "that did not fit",
        why="the name, the password or the code is not right, or no longer good",
        do="try again; a code is good once, so wait until your authenticator shows the next; "
        "an administrator can invite you anew",
    )


def new_secret() -> str:
    """256 random bits, as text that fits into an address or a header."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    """What is kept of a secret that was handed out: its SHA-256, hex."""
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
