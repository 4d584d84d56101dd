"""Retention: what must be looked at again, and erased if nobody can say why it is still kept."""

from litestar import get, post
from litestar.params import FromQuery
from litestar.response import Template

from headwater.desk.pages import page
from headwater.desk.rooms.house.entrance import Form
from headwater.desk.visit import Here
from headwater.node import erase, review, review_due
from headwater.safeguard import Role

A_PAGE = 50


@get("/retention", sync_to_thread=True)
def due(visit: Here, start: FromQuery[int] = 0, urn: FromQuery[str] = "") -> Template:
    """The reports whose review has come, the soonest first."""
    rows, start = review_due(visit.node, visit.look().picture), max(0, start)
    told = {
        "rows": rows[start : start + A_PAGE],
        "whole": len(rows),
        "start": start,
        "step": A_PAGE,
        "urn": urn,
        "erases": bool(visit.node.viewer.roles & {Role.SUPERVISOR, Role.ADMIN}),
    }
    return page("settings/retention", visit, told)


@post("/retention/erase", sync_to_thread=True, opt={"proved": True})
def erased(visit: Here, data: Form) -> Template:
    """Erase a report or an entity to the last byte; say which copies lie outside."""
    target = data.get("target", "").strip()
    copies = review.copies_of(visit.node, target)
    done = erase(visit.node, target, data.get("reason", ""))
    told = {"done": {kind: number for kind, number in done.items() if number}, "copies": copies}
    return page("settings/erased", visit, told)


ROUTES = (due, erased)
