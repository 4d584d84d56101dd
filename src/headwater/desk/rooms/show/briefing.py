"""Briefing: put together, read on the page, taken along as a file."""

import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

from litestar import Response, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery, SkipValidation
from litestar.response import Redirect, Template

from headwater.brief import MAY_BE_LEFT_OUT, Briefing
from headwater.desk.pages import page
from headwater.desk.rooms.show.cards import WAITED
from headwater.desk.visit import Here, Visit
from headwater.model import Finding, HeadwaterError
from headwater.node.looking import PATIENCE, Held, Run
from headwater.node.showing import Wanted, compose_briefing, gathered, log_handed_out, written

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_WRITTEN_WITHIN = 30.0
_KINDS = {"pdf": "application/pdf", "md": "text/markdown", "html": "text/html"}


def _wanted(
    title: FromQuery[str] = "",
    since: FromQuery[str] = "",
    leave_out: FromQuery[list[str] | None] = None,
) -> Wanted:
    return Wanted(title, since, tuple(leave_out or ()))


Asked = NamedDependency[SkipValidation[Wanted]]
_ASKED = {"wanted": Provide(_wanted, sync_to_thread=False)}


@get("/briefing", sync_to_thread=True, dependencies=_ASKED)
def briefing(visit: Here, wanted: Asked) -> Template:
    """What a briefing would say, in short, and the files it can be taken along as."""
    told: dict[str, Any] = {"wanted": wanted, "parts": MAY_BE_LEFT_OUT, "query": _query(wanted)}
    told |= {"composed": None, "trouble": None, "waiting": []}
    held = visit.look()
    try:
        told["composed"], told["waiting"] = _composed(visit, held, wanted)
    except HeadwaterError as error:
        return page("briefing/briefing", visit, {**told, "trouble": error}, status=400)
    exhibits = told["composed"].exhibits if told["composed"] else ()
    told["behind"] = {one.number: one.ids[0] for one in exhibits}
    return page("briefing/briefing", visit, told)


@get("/briefing/state", sync_to_thread=True, opt={"by_itself": True}, dependencies=_ASKED)
def state(visit: Here, wanted: Asked) -> Template | Response[str]:
    """For a page that waits: what is still at work; once it is over, to load itself anew."""
    composed, waiting = _composed(visit, visit.look(), wanted)
    if composed:
        return Response("", headers={"HX-Refresh": "true"}, media_type="text/html")
    return page("briefing/waiting", visit, {"waiting": waiting, "query": _query(wanted)})


@get("/briefing/preview", sync_to_thread=True, dependencies=_ASKED)
def preview(visit: Here, wanted: Asked) -> Response[bytes] | Redirect:
    """The whole briefing to read, as the file it would be, with a policy of its own."""
    content = _file(visit, wanted, ".html")
    if content is None:
        return Redirect(f"/briefing?{_query(wanted)}", status_code=303)
    policy = {"Content-Security-Policy": policy_of(content.decode())}
    return Response(content, media_type="text/html", headers=policy)


@get("/briefing/file/{form:str}", sync_to_thread=True, opt={"proved": True}, dependencies=_ASKED)
def taken(visit: Here, form: FromPath[str], wanted: Asked) -> Response[bytes] | Redirect:
    """The briefing as a file; it leaves the node, and that is logged."""
    content = _file(visit, wanted, f".{form}", hand_out=True)
    if content is None:
        return Redirect(f"/briefing?{_query(wanted)}", status_code=303)
    name = f'attachment; filename="briefing.{form}"'
    return Response(content, media_type=_KINDS[form], headers={"Content-Disposition": name})


def policy_of(document: str) -> str:
    """The policy for a briefing: its own style sheet by its hash, and nothing else."""
    hashes = [b64encode(sha256(one.encode()).digest()).decode() for one in _STYLE.findall(document)]
    styles = " ".join(f"'sha256-{one}'" for one in hashes) or "'none'"
    return (
        f"default-src 'none'; style-src {styles}; img-src data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def _file(visit: Visit, wanted: Wanted, form: str, *, hand_out: bool = False) -> bytes | None:
    """The briefing as a file, written where methods are at work; None while that goes on."""
    held = visit.look()
    composed, _ = _composed(visit, held, wanted)
    if composed is None:
        return None
    writing = partial(written, composed, form)
    run = _ended(_making(visit, held, f"briefing {form}", wanted, writing), _WRITTEN_WITHIN)
    if not isinstance(run.made, bytes):
        return None
    if hand_out:
        log_handed_out(visit.node, composed, form)
    return run.made


def _composed(visit: Visit, held: Held, wanted: Wanted) -> tuple[Briefing | None, list[Run]]:
    """The briefing, or what is still at work for it."""
    wanted.check()
    asked: list[Run] = []

    def ask(method: str) -> Finding | None:
        asked.append(_ended(visit.shelf.runs.ask(visit.node, held.picture, method, {})))
        return asked[-1].finding

    findings = [one for one in gathered(ask) if one is not None]
    waiting = [run for run in asked if not run.done]
    if waiting:
        return None, waiting
    composing = partial(compose_briefing, visit.node, held.picture, findings, wanted)
    run = _ended(_making(visit, held, "briefing", wanted, composing), PATIENCE)
    return (run.made, []) if isinstance(run.made, Briefing) else (None, [run])


def _making(visit: Visit, held: Held, name: str, wanted: Wanted, make: Callable[[], object]) -> Run:
    given = asdict(wanted) | {"purpose": visit.node.stated}
    return visit.shelf.runs.make(visit.node, held.picture, name, given, make)


def _ended(run: Run, seconds: float = WAITED) -> Run:
    run.wait(seconds)
    if run.trouble:
        raise run.trouble
    return run


def _query(wanted: Wanted) -> str:
    told = {"title": wanted.title, "since": wanted.since, "leave_out": wanted.left_out}
    return urlencode({name: said for name, said in told.items() if said}, doseq=True)


ROUTES = (briefing, state, preview, taken)
