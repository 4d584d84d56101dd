"""Proving: the second factor shown again, before something that asks for it."""

from typing import Any

from litestar import Request, get, post
from litestar.datastructures import State
from litestar.params import FromQuery
from litestar.response import Redirect, Template

from headwater.desk.pages import page
from headwater.desk.reception import Reception
from headwater.desk.rooms.house.entrance import Form, gate_of, inside
from headwater.desk.visit import SignedIn
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
def asked(guest: SignedIn, then: FromQuery[str] = "/") -> Template:
    """Ask for a code."""
    return page("entrance/prove", None, {"then": inside(then), "csrf": guest.csrf})


@post("/prove", sync_to_thread=True)
def proved(request: Request[Any, Any, Any], data: Form, state: State) -> Redirect:
    """Take a code; what asks for one is open for ten minutes."""
    reception: Reception = state.reception
    reception.guest(request)
    gate, cookie, session = session_of(request, state)
    login.prove_again(gate, cookie, session, data.get("code", ""))
    return Redirect(inside(data.get("then", "/")), status_code=303)


ROUTES = (asked, proved)
