"""Adding: what an item says and the reader missed, put down by whoever reads it."""

from typing import Any
from urllib.parse import quote, urlencode

from litestar import get, post
from litestar.params import FromQuery, URLEncodedBody
from litestar.response import Redirect, Template

from headwater.desk.rooms.work.reading import number, report_page
from headwater.desk.visit import Here, Visit
from headwater.model import WrongUse
from headwater.node.reading import adding

Form = URLEncodedBody[dict[str, str]]

_FIELD = "given-"
"""Begins the names of those fields of the form that say what was missed."""

_MOST = 200
"""Sentences of an item to choose from; those behind are said by their words."""


@get("/reports/add", sync_to_thread=True)
def asked(
    visit: Here,
    urn: FromQuery[str] = "",
    item: FromQuery[int] = 0,
    says: FromQuery[str] = "",
    words: FromQuery[str] = "",
    at: FromQuery[int] = 0,
) -> Template:
    """The report with the form for what was missed beside an item; `at` is a place in its text."""
    return _form(visit, adding.Missed(f"{urn}#{item}", says, {}, "", words, at))


def _form(visit: Visit, missed: adding.Missed, fault: WrongUse | None = None) -> Template:
    urn, _, item = missed.item.rpartition("#")
    told: dict[str, Any] = {"missed": missed, "missed_in": number(item), "fault": fault}
    told |= {"forms": adding.forms(), "holding": f"{missed.item}.1"}
    told |= {"sentences_of": adding.sentences_of, "most": _MOST}
    return report_page(visit, urn, 0, told, status=400 if fault else 200)


@post("/reports/add", sync_to_thread=True, opt={"scope": "review"})
def added(visit: Here, data: Form) -> Redirect | Template:
    """Put it down, or give the form back with what is wrong."""
    urn, item = data.get("urn", ""), number(data.get("item", ""))
    given = {name.removeprefix(_FIELD): data[name] for name in data if name.startswith(_FIELD)}
    missed = adding.Missed(
        item=f"{urn}#{item}",
        says=data.get("says", ""),
        given=given,
        reason=data.get("reason", ""),
        words=data.get("words", ""),
        at=number(data.get("at", "")),
        modality=data.get("modality", ""),
        new=data.get("new", "person"),
    )
    try:
        done = adding.add_missed(visit.node, missed, visit.look)
    except WrongUse as wrong:
        return _form(visit, missed, wrong)
    query = {"urn": urn, "start": 0, "after": done.said[-1].id, "said": "add"}
    return Redirect(f"/reports/read?{urlencode(query, quote_via=quote)}", status_code=303)


ROUTES = (asked, added)
