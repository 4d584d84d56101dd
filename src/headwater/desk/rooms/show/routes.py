"""Routes: map, timeline and table of the legs that were seen, with shifts, fees and danger."""

from typing import Any

from litestar import get
from litestar.params import FromQuery
from litestar.response import Template

from headwater.desk.pages import page
from headwater.desk.rooms.show.cards import asked
from headwater.desk.visit import Here
from headwater.node.showing import legs_of, map_of, timeline_of

A_PAGE = 50
_PATIENT = 8.0


@get("/routes", sync_to_thread=True)
def routes(visit: Here, start: FromQuery[int] = 0) -> Template:
    """The legs, on a map, in time and as a table, and what the methods say of them."""
    picture = visit.look().picture
    legs = asked(visit, picture, "routes.map")
    legs.run.wait()
    done, finding = legs.run.done, legs.run.finding  # asked once: it may end meanwhile
    found = legs_of(finding) if finding else []
    start = max(0, start)
    told = {
        "map": legs,
        "done": done,
        "legs": found[start : start + A_PAGE],
        "evidence": finding.evidence if finding else {},
        "start": start,
        "step": A_PAGE,
        "whole": len(found),
        "cards": {
            "shift": asked(visit, picture, "routes.shift"),
            "fees": asked(visit, picture, "business.fees"),
            "risk": asked(visit, picture, "routes.risk"),
            "flow": asked(visit, picture, "routes.flow"),
        },
    }
    return page("routes/routes", visit, told)


@get("/routes/map.json", sync_to_thread=True)
def on_map(visit: Here) -> dict[str, Any]:
    """The legs for the map; whether each is used more or less, where that is known already."""
    picture = visit.look().picture
    run = visit.shelf.runs.ask(visit.node, picture, "routes.map", {})
    run.wait(_PATIENT)
    if run.finding is None:
        return {"places": [], "legs": []}
    shifts = asked(visit, picture, "routes.shift").run.finding
    return map_of(run.finding, shifts.rows if shifts else (), run.number)


@get("/routes/timeline.json", sync_to_thread=True)
def in_time(visit: Here) -> dict[str, Any]:
    """When legs were seen."""
    return timeline_of(visit.look().picture)


ROUTES = (routes, on_map, in_time)
