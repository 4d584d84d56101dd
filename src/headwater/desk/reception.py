"""Reception: who comes in with which cookie or token, and what a request is handed for them."""

from dataclasses import dataclass, field
from hmac import compare_digest
from typing import Any, Protocol
from urllib.parse import urlsplit

from litestar import Request
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import SkipValidation

from headwater.desk.visit import Visit
from headwater.node.looking import House
from headwater.safeguard import Viewer

COOKIE = "__Host-headwater"
COOKIE_ON_LOOPBACK = "headwater"
"""Without TLS, which only a desk on loopback is, no browser takes a `__Host-` cookie."""

UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})


class SignInNeeded(Exception):
    """Nobody is signed in with this request."""


class PurposeNeeded(Exception):
    """Whoever is signed in has not said what for."""


class NotFromHere(Exception):
    """A form that one of our own pages did not send."""


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who is signed in.

    Attributes:
        viewer: Who it is, as the rules see them now.
        purpose: What they said they look for; empty where they have not yet.
        csrf: What their forms send back; empty for a token, which no browser sends by itself.
        scopes: What their token may do; None for somebody who signed in.
    """

    viewer: Viewer
    purpose: str
    csrf: str
    scopes: frozenset[str] | None = None


SignedIn = NamedDependency[SkipValidation[Guest]]
"""A guest, as a route asks for one; made by us, so the framework need not look into it."""


class Door(Protocol):
    """What the reception asks about cookies and tokens."""

    def session(self, cookie: str) -> Guest | None:
        """Who is signed in under a cookie."""

    def token(self, secret: str) -> Guest | None:
        """Whose script this is."""

    def state(self, cookie: str, purpose: str) -> None:
        """Keep what the signed-in user said they look for.

        Raises:
            WrongUse: If it says no purpose.
        """

    def leave(self, cookie: str) -> None:
        """End a session."""


@dataclass(frozen=True, slots=True)
class Reception:
    """What the desk needs beside a request.

    Attributes:
        house: The node.
        door: Who is who.
        secure: Whether it is reached over TLS.
        greeted: Codes of one use that let the maker of a demonstration in without a password.
    """

    house: House
    door: Door
    secure: bool = False
    greeted: dict[str, str] = field(default_factory=dict)

    @property
    def cookie(self) -> str:
        """Name of the cookie that a session goes by."""
        return COOKIE if self.secure else COOKIE_ON_LOOPBACK

    def guest(self, request: Request[Any, Any, Any]) -> Guest:
        """Who is signed in with this request.

        Raises:
            SignInNeeded: If nobody is.
        """
        kind, _, secret = request.headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            found = self.door.token(secret.strip())
        else:
            found = self.door.session(request.cookies.get(self.cookie, ""))
        if found is None:
            raise SignInNeeded
        return found


async def from_here(request: Request[Any, Any, Any]) -> None:
    """Let nothing change on behalf of another site.

    Whatever changes something comes from a page of ours: the browser says so itself, and the form
    brings back what our page put into it. A script with a token needs neither, since no browser
    sends a token by itself.

    Raises:
        NotFromHere: If it does not.
    """
    if request.method not in UNSAFE or request.headers.get("authorization"):
        return
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise NotFromHere
    origin = request.headers.get("origin", "")
    if origin and urlsplit(origin).netloc != request.headers.get("host", ""):
        raise NotFromHere
    reception: Reception = request.app.state.reception
    guest = reception.door.session(request.cookies.get(reception.cookie, ""))
    if guest is None:
        return
    sent = request.headers.get("x-csrf-token", "") or str((await request.form()).get("csrf", ""))
    if not compare_digest(sent.encode(), guest.csrf.encode()):
        raise NotFromHere


def guest_of(request: Request[Any, Any, Any], state: State) -> Guest:
    """Whoever is signed in.

    Raises:
        SignInNeeded: If nobody is signed in.
    """
    reception: Reception = state.reception
    return reception.guest(request)


def visit_of(guest: SignedIn, state: State) -> Visit:
    """The node as this guest may see it, for the purpose they stated.

    Raises:
        PurposeNeeded: If they have not said what for.
    """
    if not guest.purpose:
        raise PurposeNeeded
    house: House = state.reception.house
    return Visit(house.enter(guest.viewer, guest.purpose), house.shelf, guest.csrf)
