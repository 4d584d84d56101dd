"""Settings: one's own language, purpose, sessions, password and recovery codes."""

from typing import Any

from litestar import Request, get, post
from litestar.datastructures import Cookie, State
from litestar.response import Redirect, Template

from headwater.desk.pages import page
from headwater.desk.reception import address_of
from headwater.desk.rooms.house.entrance import Form
from headwater.desk.rooms.house.proving import session_of
from headwater.desk.visit import Here, SignedIn, Visit
from headwater.desk.words import LANGUAGE_COOKIE, LANGUAGES
from headwater.model import WrongUse
from headwater.node.access import accounts, passkeys, sessions, tokens

_A_YEAR = 365 * 24 * 3600


@get("/settings", sync_to_thread=True)
def shown(request: Request[Any, Any, Any], guest: SignedIn, visit: Here, state: State) -> Template:
    """The settings of whoever is signed in."""
    told: dict[str, Any] = {"languages": LANGUAGES, "proved": guest.proved, "account": None}
    if state.reception.gate is not None:
        told["account"] = _account(request, visit, state)
    return page("settings/settings", visit, told)


def _account(request: Request[Any, Any, Any], visit: Visit, state: State) -> dict[str, Any]:
    gate, _, mine = session_of(request, state)
    return {
        "mine": mine.handle,
        "sessions": sessions.listed(gate, mine.user)[::-1],
        "passkeys": passkeys.listed(gate, mine.user),
        "takes_passkeys": gate.takes_passkeys,
        "tokens": tokens.listed(visit.node),
        "scopes": list(tokens.Scope),
    }


@post("/settings/language", sync_to_thread=False)
def spoken(guest: SignedIn, data: Form, state: State) -> Redirect:
    """Keep the language of the pages in this browser."""
    del guest
    chosen, reception = data.get("language", ""), state.reception
    if chosen not in LANGUAGES:
        raise WrongUse(f"there is no language {chosen!r} here", do="choose one of the list")
    cookie = Cookie(
        key=LANGUAGE_COOKIE,
        value=chosen,
        path="/",
        max_age=_A_YEAR,
        httponly=True,
        secure=reception.secure,
        samesite="strict",
    )
    return Redirect("/settings", status_code=303, cookies=[cookie])


@post("/settings/sessions/end", sync_to_thread=True)
def ended(request: Request[Any, Any, Any], guest: SignedIn, data: Form, state: State) -> Redirect:
    """End one of one's own sessions; anybody else's is not found."""
    gate, _, mine = session_of(request, state)
    if not sessions.end(gate, guest.viewer.name, data.get("session", "")):
        raise WrongUse("none of your sessions is this one", do="load the page again")
    gone = data.get("session") == mine.handle
    return Redirect("/enter" if gone else "/settings", status_code=303)


@post("/settings/password", sync_to_thread=True)
def changed(request: Request[Any, Any, Any], guest: SignedIn, data: Form, state: State) -> Redirect:
    """Put a new password in the place of the old one; all sessions end, this one too."""
    gate = session_of(request, state)[0]
    given = data.get("old", ""), data.get("new", "")
    accounts.change_password(gate, guest.viewer.name, *given, address_of(request))
    return Redirect("/enter?then=/settings", status_code=303)


@post("/settings/recovery", sync_to_thread=True)
def renewed(
    request: Request[Any, Any, Any], guest: SignedIn, data: Form, state: State
) -> Template | Redirect:
    """New recovery codes in the place of the old ones, shown this once.

    They are a second factor, so they take one; asked for apart, for no page repeats a password.
    """
    if not guest.proved:
        return Redirect("/prove?then=/settings", status_code=303)
    gate, user = session_of(request, state)[0], guest.viewer.name
    codes = accounts.renew_recovery_codes(gate, user, data.get("password", ""), address_of(request))
    return page("entrance/recovery", None, {"codes": codes, "back": "/settings"})


ROUTES = (shown, spoken, ended, changed, renewed)
