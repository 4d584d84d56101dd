"""Entrance: signing in and out, and saying once a task what one looks for."""

from typing import Any

from litestar import Request, get, post
from litestar.datastructures import Cookie, State
from litestar.params import FromPath, FromQuery, URLEncodedBody
from litestar.response import Redirect, Template

from headwater.desk.pages import page
from headwater.desk.reception import Reception, address_of
from headwater.desk.visit import Guest, SignedIn
from headwater.draw import scan_code
from headwater.model import HeadwaterError, NotPermitted, WrongUse
from headwater.node.access import Gate, TooSoon, accounts, login
from headwater.safeguard import Role

EXAMPLE = "case: Drava, who supplies the boats"
AUDITOR_EXAMPLE = "audit: November, looks at people and broken glass"
Form = URLEncodedBody[dict[str, str]]


def inside(then: str) -> str:
    """A path of this desk to go on to; the front page for anything else."""
    safe = then.startswith("/") and not then.startswith(("//", "/\\"))
    # Browsers leave tabs and ends of lines out before they read an address.
    return then if safe and all(character >= " " for character in then) else "/"


@get("/enter", sync_to_thread=False)
def door(state: State, then: FromQuery[str] = "/", lost: FromQuery[bool] = False) -> Template:
    """The page to sign in on; `lost` says that what was sent came after the session's end."""
    told = {"then": inside(then), "lost": lost, "passkeys": state.reception.takes_passkeys}
    return page("entrance/enter", None, told)


@post("/enter", sync_to_thread=True)
def named(request: Request[Any, Any, Any], data: Form, state: State) -> Template:
    """The first step: name and password; the second factor is asked next."""
    given = data.get("name", ""), data.get("password", "")
    told = {"then": inside(data.get("then", "/"))}
    try:
        challenge = login.log_in(gate_of(state), *given, address_of(request))
    except NotPermitted as fault:
        again = {"name": given[0], "lost": False, "passkeys": state.reception.takes_passkeys}
        return asked_again("entrance/enter", told | again, fault)
    return page("entrance/code", None, told | {"challenge": challenge})


@post("/enter/code", sync_to_thread=True)
def coded(request: Request[Any, Any, Any], data: Form, state: State) -> Redirect | Template:
    """The second step: a code of the authenticator, or a recovery code."""
    given = data.get("challenge", ""), data.get("code", "")
    then = inside(data.get("then", "/"))
    try:
        opened = login.finish_log_in(gate_of(state), *given, address_of(request))
    except NotPermitted as fault:
        return asked_again("entrance/code", {"challenge": given[0], "then": then}, fault)
    cookie = session_cookie(state.reception, opened.id)
    return Redirect(then, status_code=303, cookies=[cookie])


@get("/join", sync_to_thread=False)
def invited() -> Template:
    """Where somebody who was invited sets a password."""
    return page("entrance/join", None)


@post("/join", sync_to_thread=True)
def joining(data: Form, state: State) -> Template:
    """Take the invitation and a password; show what the authenticator is given."""
    code = data.get("code", "")
    try:
        enrolment = accounts.begin_enrolment(gate_of(state), code, data.get("password", ""))
    except (NotPermitted, WrongUse) as fault:
        return asked_again("entrance/join", {"code": code}, fault)
    told = {"enrolment": enrolment, "code": code, "scan": scan_code(enrolment.address)}
    return page("entrance/authenticator", None, told)


@post("/join/code", sync_to_thread=True)
def joined(request: Request[Any, Any, Any], data: Form, state: State) -> Template:
    """Set the account up; the recovery codes are shown this once.

    After a wrong code the authenticator keeps the key that it was given; it is not shown again.
    """
    given = data.get("code", ""), data.get("one_time_code", "")
    try:
        codes = accounts.finish_enrolment(gate_of(state), *given, address_of(request))
    except NotPermitted as fault:
        return asked_again("entrance/authenticator", {"enrolment": None, "code": given[0]}, fault)
    return page("entrance/recovery", None, {"codes": codes})


def asked_again(name: str, told: dict[str, Any], fault: HeadwaterError) -> Template:
    """The same form once more, with what was wrong above it."""
    status = 403 if isinstance(fault, NotPermitted) else 400
    answer = page(name, None, told | {"fault": fault}, status=status)
    if isinstance(fault, TooSoon):
        answer.status_code = 429
        answer.headers["Retry-After"] = str(fault.seconds)
    return answer


def gate_of(state: State) -> Gate:
    """Where people sign in.

    Raises:
        WrongUse: If this is a demonstration.
    """
    gate: Gate | None = state.reception.gate
    if gate is None:
        raise WrongUse(
            "a demonstration has no accounts", do="open the address that its terminal shows"
        )
    return gate


@get("/welcome/{code:str}", sync_to_thread=True)
def welcome(code: FromPath[str], state: State) -> Redirect:
    """Let the maker of a demonstration in, once, by the address that its terminal showed."""
    reception: Reception = state.reception
    cookie = reception.greeted.pop(code, "")
    if not cookie:
        return Redirect("/enter", status_code=303)
    return Redirect("/", status_code=303, cookies=[session_cookie(reception, cookie)])


def session_cookie(reception: Reception, value: str) -> Cookie:
    """The cookie that a session goes by; no script reads it, and no other site sends it."""
    return Cookie(
        key=reception.cookie,
        value=value,
        path="/",
        httponly=True,
        secure=reception.secure,
        samesite="strict",
    )


@post("/leave", sync_to_thread=True)
def leave(request: Request[Any, Any, Any], state: State) -> Redirect:
    """Sign out."""
    reception: Reception = state.reception
    reception.door.leave(request.cookies.get(reception.cookie, ""))
    answer = Redirect("/enter", status_code=303)
    answer.delete_cookie(reception.cookie, path="/")
    return answer


@get("/purpose", sync_to_thread=False)
def asked(guest: SignedIn, then: FromQuery[str] = "/") -> Template:
    """Ask what for."""
    return page("entrance/purpose", None, _about(guest, guest.purpose, then))


@post("/purpose", sync_to_thread=True)
def stated(request: Request[Any, Any, Any], data: Form, state: State) -> Redirect | Template:
    """Keep what for."""
    reception: Reception = state.reception
    guest = reception.guest(request)
    cookie = request.cookies.get(reception.cookie, "")
    purpose, then = data.get("purpose", ""), data.get("then", "/")
    try:
        reception.door.state(cookie, purpose)
    except WrongUse as fault:
        return asked_again("entrance/purpose", _about(guest, purpose, then), fault)
    return Redirect(inside(then), status_code=303)


def _about(guest: Guest, purpose: str, then: str) -> dict[str, Any]:
    auditor = Role.AUDITOR in guest.viewer.roles
    return {
        "then": inside(then),
        "purpose": purpose,
        "stated": guest.purpose,
        "csrf": guest.csrf,
        "auditor": auditor,
        "example": AUDITOR_EXAMPLE if auditor else EXAMPLE,
    }


ROUTES = (door, named, coded, invited, joining, joined, welcome, leave, asked, stated)
