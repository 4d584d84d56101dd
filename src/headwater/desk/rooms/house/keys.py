"""Keys: tokens for one's own scripts, and passkeys in the place of password and code."""

from typing import Any

from litestar import Request, post
from litestar.datastructures import State
from litestar.response import Redirect, Response, Template

from headwater.desk.pages import page
from headwater.desk.reception import address_of
from headwater.desk.rooms.house.entrance import Form, gate_of, session_cookie
from headwater.desk.rooms.house.proving import session_of
from headwater.desk.visit import Here, SignedIn
from headwater.model import WrongUse
from headwater.node.access import passkeys, tokens


@post("/settings/tokens", sync_to_thread=True, opt={"proved": True})
def made(visit: Here, data: Form) -> Template:
    """Make a token; it is shown this once."""
    days = data.get("days", "")
    scopes = [scope for scope in tokens.Scope if data.get(f"scope-{scope}")]
    long = int(days) if days.isdecimal() and len(days) < 6 else 0
    token = tokens.new(visit.node, data.get("name", ""), scopes, long)
    return page("settings/token", visit, {"made": token})


@post("/settings/tokens/end", sync_to_thread=True)
def ended(visit: Here, data: Form) -> Redirect:
    """End one of one's own tokens; anybody else's is not found."""
    tokens.end(visit.node, data.get("token", ""))
    return Redirect("/settings#tokens", status_code=303)


@post("/settings/passkeys/begin", sync_to_thread=True, opt={"proved": True})
def offered(guest: SignedIn, state: State) -> Response[dict[str, str]]:
    """What the browser needs to make a passkey."""
    return _asked(passkeys.begin(gate_of(state), guest.viewer.name))


@post("/settings/passkeys", sync_to_thread=True, opt={"proved": True})
def kept(request: Request[Any, Any, Any], guest: SignedIn, data: Form, state: State) -> Redirect:
    """Keep the passkey that the browser has made."""
    gate = session_of(request, state)[0]
    given = (data.get(name, "") for name in ("handle", "answer", "name"))
    passkeys.finish(gate, guest.viewer.name, *given)
    return Redirect("/settings#passkeys", status_code=303)


@post("/settings/passkeys/end", sync_to_thread=True)
def forgotten(guest: SignedIn, data: Form, state: State) -> Redirect:
    """Forget one of one's own passkeys; anybody else's is not found."""
    if not passkeys.end(gate_of(state), guest.viewer.name, data.get("passkey", "")):
        raise WrongUse("none of your passkeys is this one", do="load the page again")
    return Redirect("/settings#passkeys", status_code=303)


@post("/enter/passkey/begin", sync_to_thread=True)
def asked(request: Request[Any, Any, Any], state: State) -> Response[dict[str, str]]:
    """What the browser needs to sign in with a passkey."""
    return _asked(passkeys.begin_log_in(gate_of(state), address_of(request)))


@post("/enter/passkey", sync_to_thread=True)
def entered(request: Request[Any, Any, Any], data: Form, state: State) -> Response[dict[str, str]]:
    """Sign in whoever's passkey has signed."""
    given = data.get("handle", ""), data.get("answer", "")
    opened = passkeys.finish_log_in(gate_of(state), *given, address_of(request))
    cookie = session_cookie(state.reception, opened.id)
    return Response({"then": "/"}, status_code=200, cookies=[cookie])


def _asked(ceremony: passkeys.Ceremony) -> Response[dict[str, str]]:
    return Response({"handle": ceremony.handle, "options": ceremony.options}, status_code=200)


ROUTES = (made, ended, offered, kept, forgotten, asked, entered)
