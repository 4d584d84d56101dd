"""Reading: one report with what was taken from it marked in its words, and decisions on that."""

from typing import Any
from urllib.parse import quote, urlencode

from litestar import Request, Response, get, post
from litestar.params import FromQuery, URLEncodedBody
from litestar.response import Redirect, Template

from headwater.desk.pages import page
from headwater.desk.visit import Here, Visit
from headwater.model import Modality, NotPermitted, WrongUse
from headwater.node import reading, searching
from headwater.node.access import break_glass
from headwater.node.reading import adding

Form = URLEncodedBody[dict[str, str]]

_SAID = {
    "add": "Added.",
    "accept": "Accepted.",
    "reject": "Rejected.",
    "correct": "Corrected.",
    "undo": "Taken back.",
}
_PLACES = ("value", "given-from", "given-to", "given-place")
"""Fields in which a place is named."""
_LONGEST = 100
"""Letters of the beginning of a place's name."""


@get("/reports/read", sync_to_thread=True)
def read(
    visit: Here,
    urn: FromQuery[str] = "",
    start: FromQuery[int] = 0,
    after: FromQuery[str] = "",
    said: FromQuery[str] = "",
    show: FromQuery[str] = "",
) -> Template:
    """One report; `show` asks for `gist`, or for the form to `correct` the statement `after`."""
    told: dict[str, Any] = {"after": after, "said": _SAID.get(said, ""), "show": show}
    told["broken"] = said == "glass"
    told["now"] = after if said == "add" else ""  # somebody may take it back, or add more
    return report_page(visit, urn, start, told)


def report_page(
    visit: Visit, urn: str, start: int, told: dict[str, Any], status: int = 200
) -> Template:
    """The page of a report.

    Args:
        visit: Whose page it is.
        urn: Which report.
        start: Number of items before the first one wanted.
        told: What is said and asked on it beside the report.
        status: Status of the answer.
    """
    holding = str(told.get("holding") or told.get("after", ""))
    found = reading.read_report(visit.node, urn, start, holding)
    if found is None:
        return page("reports/none", visit, {**told, "urn": urn}, status=404)
    found = reading.as_told(visit.node, found, visit.look)
    held = {
        "instead": None,
        "fault": None,
        "wish": None,
        "after": "",
        "said": "",
        "show": "",
        "missed": None,
        "now": "",
        **told,
    }
    gists = reading.gists_of(found) if held["show"] == "gist" else None
    held |= {"read": found, "gists": gists, "modalities": list(Modality)}
    withheld = found.withheld or reading.holds_back(visit.node, urn, visit.look)
    held["original"] = None if withheld else reading.original_of(visit.node, urn)
    held |= {"step": reading.A_PAGE, "may_add": adding.may_add(visit.node)}
    correcting = held["after"] if held["show"] == "correct" else ""
    held |= {"named": found.names_for(correcting), "leads_to": found.leads_to(correcting)}
    held |= {
        "correcting": correcting,
        "now": held["now"] or correcting or found.next_after(held["after"]),
    }
    return page("reports/read", visit, held, status=status)


@post("/reports/decide", sync_to_thread=True, opt={"scope": "review"})
def decided(visit: Here, data: Form) -> Redirect | Template:
    """Decide on a statement, or on all that an item proposes."""
    decision, _, rest = data.get("do", "").partition(" ")
    seen, _, about = rest.partition(" ")
    wish = reading.Wish(
        decision=decision,
        about=about,
        reason=data.get("reason", ""),
        seen="" if seen == "all" else seen,
        value=data.get("value", ""),
        words=data.get("words", ""),
        modality=data.get("modality", ""),
    )
    urn, start = data.get("urn", ""), number(data.get("start", ""))
    corrects = decision == "correct"
    told = {"wish": wish, "after": about, "show": "correct" if corrects else ""}
    try:
        outcome = reading.settle(visit.node, wish, visit.look)
    except WrongUse as wrong:
        if not corrects:
            raise
        return report_page(visit, urn, start, told | {"fault": wrong}, status=400)
    if outcome.instead:  # what was written is put to what stands there now
        told |= {"instead": outcome.instead, "after": outcome.instead.put or about}
        return report_page(visit, urn, start, told, status=409)
    query = {"urn": urn, "start": start, "after": about, "said": decision}
    return Redirect(f"/reports/read?{urlencode(query, quote_via=quote)}", status_code=303)


def number(text: str) -> int:
    """A whole number of a form; 0 for anything else."""
    return int(text) if text.isdecimal() and len(text) < 10 else 0


@get("/reports/places", sync_to_thread=True)
def places(visit: Here, request: Request[Any, Any, Any]) -> Template:
    """Places of the gazetteer whose name begins so, for the field that is being written in."""
    written = next((value for name, value in request.query_params.items() if name in _PLACES), "")
    return page("reports/places", visit, {"places": searching.places_offered(written[:_LONGEST])})


@get("/reports/original", sync_to_thread=True, opt={"proved": True})
def original(visit: Here, urn: FromQuery[str] = "") -> Response[Any]:
    """The file that a report was read from; it leaves the node, and that is logged."""
    if reading.holds_back(visit.node, urn, visit.look):
        raise NotPermitted(
            "this file names people who are not named for your purpose",
            why="a file cannot be handed out without some of its words",
            do="state the case or the safeguarding that it is for, if it is for one",
        )
    found = reading.hand_out(visit.node, urn)
    if found is None:
        return page("reports/none", visit, {"urn": urn}, status=404)
    name = quote(found.file or "original", safe="")
    return Response(
        found.content,
        media_type="application/octet-stream",
        headers={"Content-Disposition": f"attachment; filename*=UTF-8''{name}"},
    )


@post("/reports/glass", sync_to_thread=True, opt={"proved": True})
def glass(visit: Here, data: Form) -> Redirect:
    """Break the glass for one report; the answer is the same whether there is one or not."""
    urn = data.get("urn", "").strip()
    life = bool(data.get("life"))
    break_glass.ask(visit.node, urn, data.get("reason", ""), life_at_risk=life)
    asked = urlencode({"urn": urn, "said": "glass"}, quote_via=quote)
    return Redirect(f"/reports/read?{asked}", status_code=303)


ROUTES = (read, decided, places, original, glass)
