"""Audit: who saw what, when and what for; broken glass; the door; whether the log is whole."""

from dataclasses import asdict, fields
from typing import Any
from urllib.parse import urlencode

from litestar import Request, get, post
from litestar.params import FromQuery, URLEncodedBody
from litestar.response import Redirect, Template

from headwater.desk.pages import page
from headwater.desk.visit import Here
from headwater.node import verify_log
from headwater.node.access import break_glass, journal
from headwater.node.looking import ENTRIES_A_PAGE, Sought, read_log
from headwater.safeguard import Operation, Role

_LAST = 2**53
"""No list of ours has more entries; numbers beyond it no store counts."""


@get("/audit", sync_to_thread=True)
def log(
    request: Request[Any, Any, Any],
    visit: Here,
    before: FromQuery[int] = 0,
    entry: FromQuery[int] = 0,
) -> Template:
    """The log, the newest entry first, narrowed by the fields of `Sought`; `entry` opens words."""
    given = {each.name: request.query_params.get(each.name, "") for each in fields(Sought)}
    sought = Sought(**{name: value.strip() for name, value in given.items()})
    asked = {name: value for name, value in asdict(sought).items() if value}
    told = {
        "seen": read_log(visit.node, sought, before, entry, hands=visit.shelf.hands),
        "before": before,
        "sought": sought,
        "asked": f"{urlencode(asked)}&" if asked else "",
        "users": [user.name for user in visit.node.store.users()],
        "operations": list(Operation),
    }
    return page("audit/log", visit, told)


@get("/audit/glass", sync_to_thread=True)
def glass(visit: Here, start: FromQuery[int] = 0) -> Template:
    """Every broken glass; those that nobody has looked at first."""
    start = min(max(0, start), _LAST)
    found = break_glass.notices(visit.node, start=start, most=ENTRIES_A_PAGE)
    told = {"notices": found.rows, "whole": found.whole, "start": start, "step": ENTRIES_A_PAGE}
    told |= {"asked": ""}
    return page("audit/glass", visit, told)


@post("/audit/glass", sync_to_thread=True)
def cleared(visit: Here, data: URLEncodedBody[dict[str, str]]) -> Redirect:
    """Write down what was found about a broken glass."""
    break_glass.clear(visit.node, data.get("notice", ""), data.get("note", ""))
    return Redirect("/audit/glass", status_code=303)


@get("/audit/door", sync_to_thread=True)
def door(visit: Here, who: FromQuery[str] = "", start: FromQuery[int] = 0) -> Template:
    """Who came and went, and who tried."""
    start = min(max(0, start), _LAST)
    events = journal.read(visit.node, who, start=start, most=ENTRIES_A_PAGE)
    told: dict[str, Any] = {
        "events": events.rows,
        "whole": events.whole,
        "start": start,
        "step": ENTRIES_A_PAGE,
        "who": who,
        "asked": f"{urlencode({'who': who})}&" if who else "",
        "users": [user.name for user in visit.node.store.users()],
    }
    return page("audit/door", visit, told)


@get("/audit/verify", sync_to_thread=True)
def verified(visit: Here) -> Template:
    """Whether nothing in the log was changed or taken away."""
    visit.node.may(Role.AUDITOR)
    return page("audit/verified", visit, {"check": verify_log(visit.node)})


ROUTES = (log, glass, cleared, door, verified)
