"""Reports: the list of what came in, and one report with what was taken from it."""

from litestar import get
from litestar.params import FromQuery
from litestar.response import Template

from headwater.desk.pages import page
from headwater.desk.visit import Here

A_PAGE = 50


@get("/reports", sync_to_thread=True)
def listed(visit: Here, start: FromQuery[int] = 0) -> Template:
    """The reports, newest first."""
    rows = visit.look().picture.reports.sort_by(
        [("record_date", "descending"), ("urn", "ascending")]
    )
    start = max(0, start)
    told = {
        "reports": rows.slice(start, A_PAGE).to_pylist(),
        "start": start,
        "step": A_PAGE,
        "whole": rows.num_rows,
    }
    return page("reports/listed", visit, told)


ROUTES = (listed,)
