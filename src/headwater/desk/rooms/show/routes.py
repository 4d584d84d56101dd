"""Routes: map, timeline and table of the legs that were seen, with shifts, fees and danger."""

from typing import Any

from litestar import Request, Response, get
from litestar.params import FromQuery
from litestar.response import Template

from headwater.desk.pages import page
from headwater.desk.rooms.show.cards import Card, asked
from headwater.desk.rooms.show.documents import sent
from headwater.desk.visit import Here, Visit
from headwater.node.looking import Held
from headwater.node.showing import legs_of, map_of, packed, packed_timeline

A_PAGE = 50


@get("/routes", sync_to_thread=True)
def routes(visit: Here, start: FromQuery[int] = 0) -> Template:
    """The legs, on a map, in time and as a table, and what the methods say of them."""
    held = visit.look()
    seen = _legs(visit, held)
    finding = seen.run.finding  # asked once: it may end meanwhile
    if finding and "legs" not in seen.run.alike:
        seen.run.alike["legs"] = legs_of(finding)
    found = seen.run.alike.get("legs", [])
    start = max(0, start)
    told = {
        "map": seen,
        "done": seen.run.done,
        "legs": found[start : start + A_PAGE],
        "evidence": finding.evidence if finding else {},
        "start": start,
        "step": A_PAGE,
        "whole": len(found),
        "cards": {
            "shift": asked(visit, held.picture, "routes.shift"),
            "fees": asked(visit, held.picture, "business.fees"),
            "risk": asked(visit, held.picture, "routes.risk"),
            "flow": asked(visit, held.picture, "routes.flow"),
        },
    }
    return page("routes/routes", visit, told)


@get("/routes/map.json", sync_to_thread=True, opt={"as_it_comes": True})
def on_map(visit: Here, request: Request[Any, Any, Any]) -> Response[bytes]:
    """The legs for the map; whether each is used more or less, where that is known already."""
    held = visit.look()
    run = _legs(visit, held).run
    if run.finding is None:
        return sent(request, packed({"places": [], "legs": []}))
    shift = asked(visit, held.picture, "routes.shift").run.finding
    name = f"map {shift.picture if shift else ''}"
    if name not in run.parts:
        run.parts[name] = packed(map_of(run.finding, shift.rows if shift else (), run.number))
    return sent(request, run.parts[name])


@get("/routes/timeline.json", sync_to_thread=True, opt={"as_it_comes": True})
def in_time(visit: Here, request: Request[Any, Any, Any]) -> Response[bytes]:
    """When legs were seen."""
    held = visit.look()
    return sent(request, held.beside.kept("timeline", held.picture, packed_timeline))


def _legs(visit: Visit, held: Held) -> Card:
    legs = asked(visit, held.picture, "routes.map")
    legs.run.wait()
    return legs


ROUTES = (routes, on_map, in_time)
