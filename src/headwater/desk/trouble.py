"""Trouble: what went wrong, as a page for a person and as a document for a script."""

import logging
from traceback import format_tb
from typing import Any
from urllib.parse import SplitResult, quote, unquote, urlsplit

from litestar import Request, Response
from litestar.datastructures import URL
from litestar.exceptions import HTTPException
from litestar.response import Redirect

from headwater.desk.pages import page
from headwater.desk.reception import (
    LONGEST_PURPOSE,
    NotFromHere,
    ProofNeeded,
    PurposeNeeded,
    SignInNeeded,
    visitor,
)
from headwater.model import DamagedNode, HeadwaterError, NotPermitted, WrongUse
from headwater.node.access import TooSoon
from headwater.node.looking import StillBuilding

_STATUS: dict[type[HeadwaterError], int] = {
    TooSoon: 429,
    StillBuilding: 503,
    NotPermitted: 403,
    WrongUse: 400,
    DamagedNode: 500,
    HeadwaterError: 500,
}
_FAULT = 500
_AGAIN = "3"
"""Seconds after which a page that waits for the picture asks again by itself."""
_WRITTEN = frozenset(
    {"conditions", "given", "note", "provenance", "reason", "text", "title", "value", "words"}
)
"""Fields of our forms that somebody writes a text into."""
WORDS = {
    400: "this cannot be understood",
    401: "nobody is signed in",
    403: "this may not be done",
    404: "there is no such page",
    405: "this page does not take that",
    408: "the rest of it did not come",
    413: "this is too large",
    429: "too many tries",
    500: "this could not be answered",
}


def ours(request: Request[Any, Any, Any], error: HeadwaterError) -> Response[Any]:
    """An error of ours: what, where, why, and what to do."""
    status = next(number for kind, number in _STATUS.items() if isinstance(error, kind))
    if status == 400 and _is_for_scripts(request):
        status = 422  # 400 is for what is not of the form that the interface describes
    answer = _answer(request, status, error.as_dict())
    if isinstance(error, TooSoon):
        answer.headers["Retry-After"] = str(error.seconds)
    if isinstance(error, StillBuilding):
        answer.headers["Retry-After"] = answer.headers["Refresh"] = _AGAIN
    return answer


def theirs(request: Request[Any, Any, Any], error: HTTPException) -> Response[Any]:
    """What the server refuses before a page of ours is asked."""
    what = WORDS.get(error.status_code, WORDS[500])
    why = str(error.detail) if error.status_code == 400 else ""
    return _answer(request, error.status_code, {"what": what, "where": "", "why": why, "do": ""})


def not_from_here(request: Request[Any, Any, Any], _error: NotFromHere) -> Response[Any]:
    """A form that no page of ours sent, or one that is older than the session."""
    told = {
        "what": "nothing was changed",
        "where": "",
        "why": "this form did not come from a page of this session",
        "do": "go back, load the page again, and send it once more",
    }
    return _answer(request, 403, told)


def broken(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """A fault of our own, told plainly.

    Where it happened is written down for whoever runs the node: the lines of the program alone,
    never the error's words nor the address, which may hold what somebody read.
    """
    lines = "".join(format_tb(error.__traceback__))
    logging.getLogger("headwater.desk").error("%s\n%s", type(error).__name__, lines)
    told = {
        "what": WORDS[500],
        "where": "",
        "why": "",
        "do": "try once more, then tell whoever runs the node",
    }
    return _answer(request, 500, told)


def sign_in_needed(request: Request[Any, Any, Any], _error: SignInNeeded) -> Response[Any]:
    """To the entrance, and back here afterwards.

    A form that came too late is not kept; what was written into it is given back there.
    """
    if _is_script(request):
        told = {"what": WORDS[401], "where": "", "why": "", "do": "send a token, or sign in"}
        return _answer(request, 401, told)
    if "hx-request" in request.headers:  # a part of a page that waits: the whole page goes there
        leads = {"HX-Redirect": f"/enter?then={_before(request)}"}
        return Response("", status_code=401, headers=leads, media_type="text/html")
    if written := _written(request):
        back = unquote(_before(request))
        passkeys = request.app.state.reception.takes_passkeys
        late = {"then": back, "lost": True, "written": written, "passkeys": passkeys}
        return page("entrance/enter", None, late, status=401)
    lost = "" if request.method == "GET" else "&lost=true"
    return Redirect(f"/enter?then={_here(request)}{lost}", status_code=303)


def purpose_needed(request: Request[Any, Any, Any], _error: PurposeNeeded) -> Response[Any]:
    """Ask what for, once a task."""
    if _is_script(request):
        told = {
            "what": "a purpose is needed to look into a node",
            "where": "",
            "why": "every look is logged with what it was for",
            "do": f"send it as the header X-Purpose, in at most {LONGEST_PURPOSE} characters",
        }
        return _answer(request, 400, told)
    return Redirect(f"/purpose?then={_here(request)}", status_code=303)


def proof_needed(request: Request[Any, Any, Any], _error: ProofNeeded) -> Response[Any]:
    """Ask for the second factor again: then the file comes, or the form goes off as filled in."""
    if request.method == "GET":
        return Redirect(f"/prove?then={_here(request)}&back={_before(request)}", status_code=303)
    filled_in = request.state.get("filled_in")
    if not filled_in:  # asked by a program of our pages, which shows no page
        return Redirect(f"/prove?then={_before(request)}", status_code=303)
    hidden = {**filled_in, "again": request.url.path}
    told = {"hidden": hidden, "back": unquote(_before(request))}
    return page("entrance/prove", None, told, status=403)


def _here(request: Request[Any, Any, Any]) -> str:
    """The page that was asked for; for a form, the page that it stands on."""
    return _quoted(request.url) if request.method == "GET" else _before(request)


def _before(request: Request[Any, Any, Any]) -> str:
    """The page that the request came from."""
    return _quoted(urlsplit(request.headers.get("referer", "")))


def _quoted(asked: SplitResult | URL) -> str:
    path = "/" + asked.path.lstrip("/\\")
    return quote(f"{path}?{asked.query}" if asked.query else path, safe="")


def _is_for_scripts(request: Request[Any, Any, Any]) -> bool:
    return request.url.path.startswith("/api/")


def _is_script(request: Request[Any, Any, Any]) -> bool:
    return _is_for_scripts(request) or "authorization" in request.headers


def _answer(request: Request[Any, Any, Any], status: int, told: dict[str, str]) -> Response[Any]:
    if _is_script(request):
        return Response({"error": told}, status_code=status, media_type="application/json")
    # After a fault of ours there may be no node to ask who this is.
    visit = None if status == _FAULT else visitor(request)
    held = {"error": told, "status": status, "written": _written(request)}
    return page("trouble", visit, held, status=status)


def _written(request: Request[Any, Any, Any]) -> list[str]:
    """What somebody wrote into a form that was not taken, so that they can copy it from here."""
    filled_in: dict[str, str] = request.state.get("filled_in") or {}
    fields = ((name.partition("-")[0], said) for name, said in filled_in.items())
    return [said for name, said in fields if name in _WRITTEN and said.strip()]


HANDLERS: dict[int | type[Exception], Any] = {
    500: broken,
    HeadwaterError: ours,
    HTTPException: theirs,
    NotFromHere: not_from_here,
    SignInNeeded: sign_in_needed,
    ProofNeeded: proof_needed,
    PurposeNeeded: purpose_needed,
}
"""What answers each kind of trouble."""
