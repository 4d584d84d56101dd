"""Briefing: put together, read on the page, taken along as a file."""

import re
from base64 import b64encode
from datetime import date
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

from litestar import Response, get
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from headwater.brief import Briefing, rendered, terminal
from headwater.desk.pages import page
from headwater.desk.rooms.show.cards import WAITED
from headwater.desk.visit import Here, Visit
from headwater.model import Finding, HeadwaterError, WrongUse
from headwater.node.looking import PATIENCE, Run
from headwater.node.showing import compose_briefing, gathered, hand_out_briefing

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_KINDS = {"pdf": "application/pdf", "md": "text/markdown", "html": "text/html"}


@get("/briefing", sync_to_thread=True)
def briefing(visit: Here, title: FromQuery[str] = "", since: FromQuery[str] = "") -> Template:
    """What a briefing would say, in short, and the files it can be taken along as."""
    told: dict[str, Any] = {"title": title, "since": since, "query": _query(title, since)}
    told |= {"lines": [], "trouble": None, "waiting": []}
    try:
        composed, told["waiting"] = _composed(visit, title, since)
    except HeadwaterError as error:
        return page("briefing/briefing", visit, {**told, "trouble": error}, status=400)
    told["lines"] = terminal(composed) if composed else []
    return page("briefing/briefing", visit, told)


@get("/briefing/state", sync_to_thread=True, opt={"by_itself": True})
def state(
    visit: Here, title: FromQuery[str] = "", since: FromQuery[str] = ""
) -> Template | Response[str]:
    """For a page that waits: what is still at work, or where to go since it is over."""
    query = _query(title, since)
    composed, waiting = _composed(visit, title, since)
    if composed:
        target = {"HX-Redirect": f"/briefing?{query}"}
        return Response("", headers=target, media_type="text/html")
    return page("briefing/waiting", visit, {"waiting": waiting, "query": query})


@get("/briefing/preview", sync_to_thread=True)
def preview(
    visit: Here, title: FromQuery[str] = "", since: FromQuery[str] = ""
) -> Response[bytes] | Redirect:
    """The whole briefing to read, as the file it would be, with a policy of its own."""
    composed, _ = _composed(visit, title, since)
    if composed is None:
        return Redirect(f"/briefing?{_query(title, since)}", status_code=303)
    content = rendered(composed, ".html")
    policy = {"Content-Security-Policy": policy_of(content.decode())}
    return Response(content, media_type="text/html", headers=policy)


@get("/briefing/file/{form:str}", sync_to_thread=True, opt={"proved": True})
def taken(
    visit: Here, form: FromPath[str], title: FromQuery[str] = "", since: FromQuery[str] = ""
) -> Response[bytes] | Redirect:
    """The briefing as a file; it leaves the node, and that is logged."""
    composed, _ = _composed(visit, title, since)
    if composed is None:
        return Redirect(f"/briefing?{_query(title, since)}", status_code=303)
    content = hand_out_briefing(visit.node, composed, f".{form}")
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


def _composed(visit: Visit, title: str, since: str) -> tuple[Briefing | None, list[Run]]:
    """The briefing, or what is still at work for it."""
    runs, picture, day = visit.shelf.runs, visit.look().picture, _day(since)
    asked: list[Run] = []

    def ask(method: str) -> Finding | None:
        asked.append(_ended(runs.ask(visit.node, picture, method, {})))
        return asked[-1].finding

    findings = [one for one in gathered(ask) if one is not None]
    waiting = [run for run in asked if not run.done]
    if waiting:
        return None, waiting
    put_together = _ended(
        runs.make(
            visit.node,
            picture,
            "briefing",
            {"title": title, "since": day, "purpose": visit.node.stated},
            lambda: compose_briefing(visit.node, picture, findings, title, day),
        ),
        PATIENCE,
    )
    made = put_together.made
    return (made, []) if isinstance(made, Briefing) else (None, [put_together])


def _ended(run: Run, seconds: float = WAITED) -> Run:
    run.wait(seconds)
    if run.trouble:
        raise run.trouble
    return run


def _query(title: str, since: str) -> str:
    return urlencode({name: said for name, said in (("title", title), ("since", since)) if said})


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError as bad:
        raise WrongUse(f"{text!r} is no day", do="write it as 2026-05-31") from bad


ROUTES = (briefing, state, preview, taken)
