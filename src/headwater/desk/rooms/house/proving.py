"""Proving: the second factor shown again, before something that asks for it."""

from typing import Any

from litestar import Request, get, post
from litestar.datastructures import State
from litestar.params import FromQuery
from litestar.response import Redirect, Template

from headwater.desk.pages import page
from headwater.desk.reception import Reception
from headwater.desk.rooms.house.entrance import Form, asked_again, gate_of, inside
from headwater.desk.visit import SignedIn
from headwater.model import NotPermitted
from headwater.node.access import Gate, login, sessions


def session_of(request: Request[Any, Any, Any], state: State) -> tuple[Gate, str, sessions.Session]:
    """The gate, the cookie and the session that a request comes with.

    Raises:
        NotPermitted: If the session is over.
        WrongUse: If this is a demonstration.
    """
    gate, reception = gate_of(state), state.reception
    cookie = request.cookies.get(reception.cookie, "")
    session = sessions.resume(gate, cookie)
    if session is None:
        raise sessions.ended()
    return gate, cookie, session


@get("/prove", sync_to_thread=False)
def asked(guest: SignedIn, then: FromQuery[str] = "/", back: FromQuery[str] = "") -> Template:
    """Ask for a code; `then` is a page, or a file that was asked for on the page `back`."""
    hidden = {"csrf": guest.csrf, "then": inside(then)} | ({"back": inside(back)} if back else {})
    return page("entrance/prove", None, {"hidden": hidden, "back": inside(back or "/")})


@post("/prove", sync_to_thread=True)
def proved(request: Request[Any, Any, Any], data: Form, state: State) -> Redirect | Template:
    """Take a code; what asks for one is open for ten minutes.

    A form that was filled in before comes with it (`again` says where to) and is sent there now.
    """
    reception: Reception = state.reception
    reception.guest(request)
    gate, cookie, session = session_of(request, state)
    try:
        login.prove_again(gate, cookie, session, data.get("code", ""))
    except NotPermitted as fault:
        hidden = {name: said for name, said in data.items() if name != "code"}
        told = {"hidden": hidden, "back": inside(data.get("back", "/"))}
        return asked_again("entrance/prove", told, fault)
    if again := data.get("again"):
        return Redirect(inside(again), status_code=307)  # with what the browser sent here
    then, back = inside(data.get("then", "/")), inside(data.get("back", ""))
    if data.get("back"):
        return page("entrance/handed", None, {"then": then, "back": back})
    return Redirect(then, status_code=303)


ROUTES = (asked, proved)
