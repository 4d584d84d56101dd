"""Reports: the list of what came in, filtered, and what could not be taken."""

from litestar import get
from litestar.params import FromQuery
from litestar.response import Template

from headwater.desk.pages import page
from headwater.desk.visit import Here
from headwater.node import entering, reading


@get("/reports", sync_to_thread=True)
def listed(  # noqa: PLR0913 - each is a word of the address
    visit: Here,
    originator: FromQuery[str] = "",
    words: FromQuery[str] = "",
    since: FromQuery[str] = "",
    until: FromQuery[str] = "",
    standing: FromQuery[str] = "",
    start: FromQuery[int] = 0,
) -> Template:
    """The reports that fit the filter, newest first."""
    wanted = reading.Filter(originator, words[:100], since[:10], until[:10], standing)
    held = visit.look()
    told = {
        "found": reading.inbox(visit.node, held, wanted, start),
        "wanted": wanted,
        "states": reading.Filter.states(),
        "step": reading.A_LIST,
        "may_enter": entering.may_enter(visit.node),
    }
    return page("reports/listed", visit, told)


@get("/reports/refused", sync_to_thread=True)
def refused(visit: Here, start: FromQuery[int] = 0) -> Template:
    """What could not be taken, the latest first."""
    rows, more = reading.refused(visit.node, start)
    told = {"rows": rows, "more": more, "start": max(0, start), "step": reading.A_LIST}
    return page("reports/refused", visit, told)


ROUTES = (listed, refused)
