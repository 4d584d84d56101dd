"""Door: who stands behind a cookie or a token; the node's access keeps the accounts."""

import secrets
from datetime import datetime, timedelta
from typing import Protocol

from headwater.desk.visit import Guest
from headwater.model import NotPermitted
from headwater.node.access import Gate, sessions, tokens
from headwater.node.looking import House
from headwater.safeguard import Viewer, parse_purpose

PROOF_HOLDS = timedelta(minutes=10)
"""How long a shown code opens what asks for it again: exports, broken glass, tokens, rights."""


class Door(Protocol):
    """What the reception asks about cookies and tokens."""

    def session(self, cookie: str, *, used: bool = True) -> Guest | None:
        """Who is signed in under a cookie; `used` says that somebody is at it now."""

    def token(self, secret: str, scope: str, purpose: str, address: str) -> Guest:
        """Whose script this is.

        Raises:
            NotPermitted: If the token opens nothing, or not this.
            WrongUse: If the purpose says nothing.
        """

    def state(self, cookie: str, purpose: str) -> None:
        """Keep what the signed-in user said they look for.

        Raises:
            NotPermitted: If nobody is signed in under the cookie.
            WrongUse: If it says no purpose.
        """

    def leave(self, cookie: str) -> None:
        """End a session."""


class NodeDoor:
    """The door of a node with accounts.

    Args:
        gate: The node's own.
    """

    def __init__(self, gate: Gate) -> None:
        self.gate = gate

    def session(self, cookie: str, *, used: bool = True) -> Guest | None:
        """Who is signed in under a cookie, with the rights they have now."""
        found = sessions.resume(self.gate, cookie, used=used) if cookie else None
        if found is None:
            return None
        node = sessions.enter(self.gate, found)
        proved = self.gate.now() - datetime.fromisoformat(found.proved) < PROOF_HOLDS
        return Guest(node.viewer, found.purpose, sessions.csrf_token(cookie), proved)

    def token(self, secret: str, scope: str, purpose: str, address: str) -> Guest:
        """Whose script this is, with what the owner has less what scripts never get."""
        node = tokens.use(self.gate, secret, tokens.Scope(scope), purpose, address)
        return Guest(node.viewer, purpose, "")

    def state(self, cookie: str, purpose: str) -> None:
        """Keep a purpose with the session; it is logged."""
        sessions.state_purpose(self.gate, cookie, purpose)

    def leave(self, cookie: str) -> None:
        """End a session."""
        sessions.log_out(self.gate, cookie)


class OpenDoor:
    """The door of a demonstration: its maker comes in by one address, without an account.

    Only ever made for a node on invented reports, on loopback.

    Args:
        house: The node.
        viewer: Its maker.
        purpose: What the maker looks for until they say something else.
    """

    def __init__(self, house: House, viewer: Viewer, purpose: str) -> None:
        self.key = secrets.token_urlsafe(32)
        self._house, self._viewer, self._purpose = house, viewer, purpose

    def session(self, cookie: str, *, used: bool = True) -> Guest | None:
        """The maker, under the one cookie there is; it does not run out."""
        del used
        if not secrets.compare_digest(cookie.encode("utf-8", "surrogatepass"), self.key.encode()):
            return None
        return Guest(self._viewer, self._purpose, sessions.csrf_token(self.key))

    def token(self, secret: str, scope: str, purpose: str, address: str) -> Guest:
        """No script: a demonstration has no tokens.

        Raises:
            NotPermitted: Always.
        """
        del secret, scope, purpose, address
        raise NotPermitted("a demonstration has no tokens", do="make a node of your own")

    def state(self, cookie: str, purpose: str) -> None:
        """Keep a purpose."""
        if self.session(cookie):
            self._purpose = parse_purpose(purpose).text

    def leave(self, cookie: str) -> None:
        """Let nobody in any more under the address that was shown."""
        if self.session(cookie):
            self.key = secrets.token_urlsafe(32)
