"""Retention: what must be looked at again, and erased if nobody can say why it is still kept."""

from litestar import get, post
from litestar.params import FromQuery
from litestar.response import Redirect, Template

from headwater.desk.pages import page
from headwater.desk.rooms.house.entrance import Form
from headwater.desk.visit import Here
from headwater.node import erase, queue, review
from headwater.safeguard import Role

A_PAGE = 50


@get("/retention", sync_to_thread=True)
def due(
    visit: Here, start: FromQuery[int] = 0, urn: FromQuery[str] = "", keep: FromQuery[str] = ""
) -> Template:
    """The reports whose review has come, the soonest first; who reviews fills in a form there."""
    held, start = visit.look(), max(0, start)
    reviews = queue.reviews_beside(visit.node, held)
    rows = reviews.rows(start, A_PAGE)
    told = {
        "rows": rows,
        "titled": queue.titled(visit.node, rows, held),
        "whole": len(reviews),
        "start": start,
        "step": A_PAGE,
        "urn": urn,
        "keep": keep,
        "erases": Role.SUPERVISOR in visit.node.viewer.roles,
    }
    return page("settings/retention", visit, told)


@post("/retention/keep", sync_to_thread=True)
def kept(visit: Here, data: Form) -> Redirect:
    """Write down that a report was reviewed and is still needed."""
    queue.retain(visit.node, data.get("urn", "").strip(), data.get("reason", ""))
    return Redirect("/retention", status_code=303)


@post("/retention/erase", sync_to_thread=True, opt={"proved": True})
def erased(visit: Here, data: Form) -> Template:
    """Erase a report or an entity to the last byte; say which copies lie outside.

    Of what this supervisor may see: about anything else the answer is that there is none.
    """
    node, target = visit.node, data.get("target", "").strip()
    node.may(Role.SUPERVISOR)
    copies = review.copies_of(node, target, node.allowed())
    erase(node, target, data.get("reason", ""), node.allowed())
    return page("settings/erased", visit, {"target": target, "copies": copies})


ROUTES = (due, kept, erased)
