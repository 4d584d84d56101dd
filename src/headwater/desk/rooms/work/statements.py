"""Statements: the sentence behind a line of any page."""

from litestar import get
from litestar.params import FromQuery
from litestar.response import Template

from headwater.desk.pages import page
from headwater.desk.visit import Here
from headwater.node import reading


@get("/statements", sync_to_thread=True)
def behind(visit: Here, id: FromQuery[str] = "") -> Template:
    """The sentence that a statement was taken from, with its grade, its report and who took it."""
    found = reading.sentence_behind(visit.node, id)
    if found is None:
        return page("statements/none", visit, {"urn": id.rpartition("#")[0]}, status=404)
    found = reading.as_told(visit.node, found, visit.look)
    group = reading.beside(visit.look().picture, found.report.urn)
    return page("statements/one", visit, {"found": found, "group": group})


ROUTES = (behind,)
