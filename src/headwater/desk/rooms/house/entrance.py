"""Entrance: signing in and out, and saying once a task what one looks for."""

from typing import Any

from litestar import Request, get, post
from litestar.datastructures import Cookie, State
from litestar.params import FromPath, FromQuery, URLEncodedBody
from litestar.response import Redirect, Template

from headwater.desk.pages import page
from headwater.desk.reception import Reception, address_of
from headwater.desk.visit import SignedIn
from headwater.model import WrongUse
from headwater.node.access import Gate, accounts, login
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
def door(then: FromQuery[str] = "/") -> Template:
    """The page to sign in on."""
    return page("entrance/enter", None, {"then": inside(then)})


@post("/enter", sync_to_thread=True)
def named(request: Request[Any, Any, Any], data: Form, state: State) -> Template:
    """The first step: name and password; the second factor is asked next."""
    gate = gate_of(state)
    given = data.get("name", ""), data.get("password", "")
    challenge = login.log_in(gate, *given, address_of(request))
    told = {"challenge": challenge, "then": inside(data.get("then", "/"))}
    return page("entrance/code", None, told)


@post("/enter/code", sync_to_thread=True)
def coded(request: Request[Any, Any, Any], data: Form, state: State) -> Redirect:
    """The second step: a code of the authenticator, or a recovery code."""
    given = data.get("challenge", ""), data.get("code", "")
    opened = login.finish_log_in(gate_of(state), *given, address_of(request))
    cookie = session_cookie(state.reception, opened.id)
    return Redirect(inside(data.get("then", "/")), status_code=303, cookies=[cookie])


@get("/join", sync_to_thread=False)
def invited() -> Template:
    """Where somebody who was invited sets a password."""
    return page("entrance/join", None)


@post("/join", sync_to_thread=True)
def joining(data: Form, state: State) -> Template:
    """Take the invitation and a password; show what the authenticator is given."""
    code = data.get("code", "")
    enrolment = accounts.begin_enrolment(gate_of(state), code, data.get("password", ""))
    return page("entrance/authenticator", None, {"enrolment": enrolment, "code": code})


@post("/join/code", sync_to_thread=True)
def joined(request: Request[Any, Any, Any], data: Form, state: State) -> Template:
    """Set the account up; the recovery codes are shown this once."""
    given = data.get("code", ""), data.get("one_time_code", "")
    codes = accounts.finish_enrolment(gate_of(state), *given, address_of(request))
    return page("entrance/recovery", None, {"codes": codes})


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
    auditor = Role.AUDITOR in guest.viewer.roles
    told = {"then": inside(then), "purpose": guest.purpose, "csrf": guest.csrf}
    told["example"] = AUDITOR_EXAMPLE if auditor else EXAMPLE
    return page("entrance/purpose", None, told)


@post("/purpose", sync_to_thread=True)
def stated(request: Request[Any, Any, Any], data: Form, state: State) -> Redirect:
    """Keep what for."""
    reception: Reception = state.reception
    reception.guest(request)
    cookie = request.cookies.get(reception.cookie, "")
    reception.door.state(cookie, data.get("purpose", ""))
    return Redirect(inside(data.get("then", "/")), status_code=303)


ROUTES = (door, named, coded, invited, joining, joined, welcome, leave, asked, stated)
