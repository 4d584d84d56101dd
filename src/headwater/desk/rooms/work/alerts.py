"""Alerts: what standing questions found, as a page and as it comes."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from operator import attrgetter
from typing import Any
from urllib.parse import quote

from litestar import Request, get, post
from litestar.datastructures import State
from litestar.params import FromQuery, URLEncodedBody
from litestar.response import Redirect, Stream, Template

from headwater.desk import words
from headwater.desk.live import feed_of
from headwater.desk.pages import page
from headwater.desk.reception import PurposeNeeded, Reception, SignInNeeded
from headwater.desk.visit import Guest, Here, Visit
from headwater.model import HeadwaterError
from headwater.node import reading, watching
from headwater.node.queue import parts

Form = URLEncodedBody[dict[str, str]]
A_PAGE = 20

HEARTBEAT = 15.0
"""Seconds between two signs of life; then it is looked whether the reader is still signed in."""


@get("/alerts", sync_to_thread=True)
def listed(
    visit: Here,
    unread: FromQuery[bool] = False,
    said: FromQuery[int] = 0,
    start: FromQuery[int] = 0,
) -> Template:
    """The alerts for this viewer, lives at risk first."""
    start = max(0, start)
    found = watching.alerts(visit.node, unread=unread, start=start, most=A_PAGE + 1)
    shown = reading.alerts_as_told(visit.node, found[:A_PAGE], visit.look)
    told = {"alerts": shown, "more": len(found) > A_PAGE, "start": start, "step": A_PAGE}
    told |= {"parts": parts, "unread": unread, "said": max(0, said)}
    return page("alerts/listed", visit, told)


@post("/alerts/read", sync_to_thread=True, opt={"scope": "review"})
def acknowledged(visit: Here, data: Form) -> Redirect:
    """Note that this viewer has read alerts."""
    ids = data.get("ids", "").split()
    done = watching.acknowledge(visit.node, ids) if ids else []
    return Redirect(f"/alerts?said={len(done)}", status_code=303)


@get("/alerts/stream", opt={"as_it_comes": True, "by_itself": True})
async def stream(
    visit: Here, request: Request[Any, Any, Any], state: State, since: FromQuery[str] = ""
) -> Stream:
    """New alerts as server-sent events, until the page is closed or its reader is signed out.

    A page asks from when it was made on, so that none falls between two pages.
    """
    last = request.headers.get("last-event-id", since)[:40]
    events = _events(visit, request, state, last)
    return Stream(events, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


async def _events(
    visit: Visit, request: Request[Any, Any, Any], state: State, since: str
) -> AsyncIterator[str]:
    def telling(some: list[watching.AlertTold]) -> list[watching.AlertTold]:
        return reading.alerts_as_told(visit.node, some, visit.look)

    feed = feed_of(state).alerts(visit.node, since=since, telling=telling)
    yield "retry: 3000\n\n: open\n\n"
    coming = asyncio.ensure_future(anext(feed, None))
    try:
        while True:
            done, _ = await asyncio.wait({coming}, timeout=HEARTBEAT)
            if not await asyncio.to_thread(_still_here, visit, request, state):
                return
            if not done:
                yield ": here\n\n"
                continue
            some = coming.result()
            if some is None:  # the desk is closing
                return
            for alert in sorted(some, key=attrgetter("when")):  # a reader goes on from the last
                yield _event(alert, visit.language)
            coming = asyncio.ensure_future(anext(feed, None))
    finally:
        coming.cancel()
        with suppress(asyncio.CancelledError):
            await coming
        with suppress(RuntimeError):  # it ended by itself
            await feed.aclose()  # type: ignore[attr-defined]  # it is a generator


def _still_here(visit: Visit, request: Request[Any, Any, Any], state: State) -> bool:
    """Whether the reader is signed in, with the same rights and purpose."""
    reception: Reception = state.reception
    try:
        guest: Guest = reception.guest(request)
    except (SignInNeeded, PurposeNeeded, HeadwaterError):
        return False
    return (guest.viewer, guest.purpose) == (visit.node.viewer, visit.node.stated)


def _event(alert: watching.AlertTold, language: str) -> str:
    anchor = f"#item-{alert.items[0]}" if alert.items else ""
    told = {
        "id": alert.id,
        "text": words.said(language, alert.says),
        "href": f"/reports/read?urn={quote(alert.report, safe='')}{anchor}",
        "urgent": alert.urgency == "life_at_risk",
    }
    return f"event: alert\nid: {alert.when}\ndata: {json.dumps(told, ensure_ascii=True)}\n\n"


ROUTES = (listed, acknowledged, stream)
