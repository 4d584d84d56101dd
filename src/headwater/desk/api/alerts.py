"""Watches and alerts for scripts."""

from dataclasses import dataclass, replace

from litestar import get, post
from litestar.params import FromQuery, JSONBody

from headwater.desk.api.answers import refusals
from headwater.desk.visit import Here
from headwater.node import reading, watching
from headwater.node.watching import AlertTold, Earlier, WatchTold


@dataclass(frozen=True, slots=True)
class Watches:
    """The standing questions that the owner of the token sees."""

    watches: list[WatchTold]


@dataclass(frozen=True, slots=True)
class Alerts:
    """What was answered, lives at risk first, then the latest; at most two hundred."""

    alerts: list[AlertTold]


@dataclass(frozen=True, slots=True)
class Seen:
    """Ids of alerts."""

    alerts: list[str]


@get("/watches", sync_to_thread=True, responses=refusals())
def watches(visit: Here) -> Watches:
    """The standing questions."""
    return Watches(watching.watches(visit.node))


@get("/watches/earlier", sync_to_thread=True, responses=refusals())
def earlier(visit: Here, watch: FromQuery[str]) -> Earlier:
    """What the reports that were here before say to a standing question; nobody is alerted."""
    found = watching.found_earlier(visit.node, watch, visit.shelf.hands)
    told = tuple(reading.alerts_as_told(visit.node, found.found, visit.look))
    return replace(found, found=told)


@get("/alerts", sync_to_thread=True, responses=refusals())
def alerts(visit: Here, unread: FromQuery[bool] = False) -> Alerts:
    """The alerts, all or those alone that you have not read."""
    found = watching.alerts(visit.node, unread=unread)
    return Alerts(reading.alerts_as_told(visit.node, found, visit.look))


@post(
    "/alerts/read",
    sync_to_thread=True,
    status_code=200,
    opt={"scope": "review"},
    responses=refusals(),
)
def seen(visit: Here, data: JSONBody[Seen]) -> Seen:
    """Note that the owner of the token has read alerts; those that were not read before."""
    return Seen(watching.acknowledge(visit.node, data.alerts))


ROUTES = (watches, earlier, alerts, seen)
