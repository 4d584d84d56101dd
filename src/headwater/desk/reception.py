"""Reception: who comes in with which cookie or token, and what a request is handed for them."""

from dataclasses import dataclass, field
from hmac import compare_digest
from typing import Any
from urllib.parse import urlsplit

from litestar import Request
from litestar.datastructures import State

from headwater.desk.door import Door
from headwater.desk.visit import Guest, SignedIn, Visit
from headwater.desk.words import language_of
from headwater.model import NotPermitted
from headwater.node.access import Gate
from headwater.node.looking import House

COOKIE = "__Host-headwater"
COOKIE_ON_LOOPBACK = "headwater"
"""Without TLS, which only a desk on loopback is, no browser takes a `__Host-` cookie."""

LONGEST_PURPOSE = 300
"""Characters of the purpose that a script sends."""

STRANGERS_SEND = 256 * 1024
"""Bytes that whoever is not known may send: a name, a password, what a passkey has signed."""

UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})


class SignInNeeded(Exception):
    """Nobody is signed in with this request."""


class PurposeNeeded(Exception):
    """Whoever is signed in has not said what for."""


class ProofNeeded(Exception):
    """The second factor is to be shown again before this."""


class NotFromHere(Exception):
    """A form that one of our own pages did not send."""


@dataclass(frozen=True, slots=True)
class Reception:
    """What the desk needs beside a request.

    Attributes:
        house: The node.
        door: Who is who.
        secure: Whether it is reached over TLS.
        gate: Where people sign in; None for a demonstration, which has no accounts.
        greeted: Codes of one use that let the maker of a demonstration in without a password.
    """

    house: House
    door: Door
    secure: bool = False
    gate: Gate | None = None
    greeted: dict[str, str] = field(default_factory=dict)

    @property
    def cookie(self) -> str:
        """Name of the cookie that a session goes by."""
        return COOKIE if self.secure else COOKIE_ON_LOOPBACK

    @property
    def takes_passkeys(self) -> bool:
        """Whether a browser could sign in with a passkey where this is reached."""
        return self.gate is not None and self.gate.takes_passkeys

    def guest(self, request: Request[Any, Any, Any]) -> Guest:
        """Who is signed in with this request, or whose script it is.

        A route that open pages ask by themselves says so (`by_itself` in its `opt`): it keeps
        nobody's session from running out.

        Raises:
            SignInNeeded: If nobody is, or the route takes no scripts.
            NotPermitted: If a token opens nothing, or not this: what is for whoever has just shown
                the second factor is for no script.
            PurposeNeeded: If a script does not say what for.
            ProofNeeded: If the route is for whoever has just shown the second factor (`proved` in
                its `opt`), and that was too long ago.
        """
        if _is_script(request):
            return self._owner(request, request.headers["authorization"][len(_BEARER) :].strip())
        opt = request.route_handler.opt
        cookie = request.cookies.get(self.cookie, "")
        found = self.door.session(cookie, used=not opt.get("by_itself"))
        if found is None:
            raise SignInNeeded
        if opt.get("proved") and not found.proved:
            raise ProofNeeded
        return found

    def _owner(self, request: Request[Any, Any, Any], secret: str) -> Guest:
        scope = request.route_handler.opt.get("scope", "" if request.method in UNSAFE else "read")
        if not scope:
            raise SignInNeeded
        if request.route_handler.opt.get("proved"):
            raise NotPermitted(
                "a script may not do this",
                why="it is for a person who has just shown a code of the authenticator",
                do="sign in and do it on the page",
            )
        purpose = request.headers.get("x-purpose", "")
        if not 0 < len(purpose) <= LONGEST_PURPOSE:
            raise PurposeNeeded
        return self.door.token(secret, scope, purpose, address_of(request))


_BEARER = "bearer "


def _is_script(request: Request[Any, Any, Any]) -> bool:
    return request.headers.get("authorization", "").lower().startswith(_BEARER)


def address_of(request: Request[Any, Any, Any]) -> str:
    """Where a request comes from."""
    return request.client.host if request.client else ""


async def from_here(request: Request[Any, Any, Any]) -> None:
    """Let nothing change on behalf of another site.

    Whatever changes something comes from a page of ours: the browser says so itself, and the form
    brings back what our page put into it. A script with a token needs neither, since no browser
    sends a token by itself.

    Raises:
        NotFromHere: If it does not.
        SignInNeeded: If it is long, and nobody knows who sends it; it is not read then.
        NotPermitted: If a token opens nothing.
    """
    if request.method not in UNSAFE:
        return
    reception: Reception = request.app.state.reception
    if not _is_short(request):
        reception.guest(request)
    if _is_script(request):
        return
    if not _sent_by_a_page_of_ours(request):
        raise NotFromHere
    guest = reception.door.session(request.cookies.get(reception.cookie, ""))
    sent = request.headers.get("x-csrf-token", "") if guest else ""
    if not sent:
        form = await request.form()
        request.state.filled_in = {k: v for k, v in form.items() if isinstance(v, str)}
        sent = str(form.get("csrf", ""))
    if guest and not compare_digest(sent.encode(), guest.csrf.encode()):
        raise NotFromHere


def _sent_by_a_page_of_ours(request: Request[Any, Any, Any]) -> bool:
    """Whether the browser says so; one that says nothing sends what the page put into its form."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("origin", "")
    return not origin or urlsplit(origin).netloc == request.headers.get("host", "")


def _is_short(request: Request[Any, Any, Any]) -> bool:
    """Whether a request says beforehand that it is no longer than a stranger's may be."""
    length = request.headers.get("content-length", "")
    return length.isdecimal() and len(length) < 10 and int(length) <= STRANGERS_SEND


def guest_of(request: Request[Any, Any, Any], state: State) -> Guest:
    """Whoever is signed in.

    Raises:
        SignInNeeded: If nobody is signed in.
    """
    reception: Reception = state.reception
    return reception.guest(request)


def visitor(request: Request[Any, Any, Any]) -> Visit | None:
    """Whoever is shown that something went wrong, so that their menu stands beside it.

    None for a stranger, for who has not said what for, and for a script.
    """
    reception: Reception = request.app.state.reception
    guest = reception.door.session(request.cookies.get(reception.cookie, ""), used=False)
    if guest is None or not guest.purpose:
        return None
    node = reception.house.enter(guest.viewer, guest.purpose)
    return Visit(node, reception.house.shelf, guest.csrf, language_of(request))


def visit_of(request: Request[Any, Any, Any], guest: SignedIn, state: State) -> Visit:
    """The node as this guest may see it, for the purpose they stated.

    Raises:
        PurposeNeeded: If they have not said what for.
    """
    if not guest.purpose:
        raise PurposeNeeded
    house: House = state.reception.house
    node = house.enter(guest.viewer, guest.purpose)
    return Visit(node, house.shelf, guest.csrf, language_of(request))
