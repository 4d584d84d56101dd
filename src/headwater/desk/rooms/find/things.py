"""Things: the page of one person, group, vehicle, account or place, with all that is said of it."""

from typing import Any
from urllib.parse import quote, urlencode

from litestar import get, post
from litestar.params import FromQuery, URLEncodedBody
from litestar.response import Redirect, Template

from headwater.desk.pages import page
from headwater.desk.visit import Here, Visit
from headwater.model import WrongUse, words
from headwater.node import categorise, decide, queue, reading, things

Form = URLEncodedBody[dict[str, str]]

_SAID = {
    "categorised": "The decision is kept.",
    "undone": "The join is taken back; what it held together may be two in a while.",
}


@get("/things", sync_to_thread=True)
def thing(visit: Here, id: FromQuery[str] = "", said: FromQuery[str] = "") -> Template:
    """One thing; a person who is not named here has a page that says no more than that."""
    return _page(visit, id, {"said": _SAID.get(said, "")})


def _page(visit: Visit, entity: str, told: dict[str, Any], status: int = 200) -> Template:
    found = _seen(visit, entity)
    if found is None:
        behind = not visit.shelf.hands.soon  # of the node, whatever is or is not there
        none = {"urn": entity.rpartition("#")[0], "behind": behind}
        return page("search/none", visit, none, status=404)
    offered = [word for word in words("category") if word != "undecided"]
    held = {"said": "", "asked": "", "trouble": None, "wish": dict.fromkeys(_ASKED, ""), **told}
    held |= {"found": found, "offered": offered, "events": things.events_of(found)}
    held |= {"decided": _decided(found)}
    return page("search/thing", visit, held, status=status)


def _seen(visit: Visit, entity: str) -> things.Thing | None:
    held, node = visit.look(entity), visit.node
    index, shield = things.index_of(node, held), things.shield_of(node, held)
    return things.see_thing(node, index, entity, shield, queue.retained(node))


@get("/things/timeline.json", sync_to_thread=True)
def timeline(visit: Here, id: FromQuery[str] = "") -> dict[str, Any]:
    """What is told of a thing day by day; nothing for who is not named, as for who is not here."""
    held, node = visit.look(id), visit.node
    index, shield = things.index_of(node, held), things.shield_of(node, held)
    events = things.events_about(index, id, shield)
    return {"events": [_event(number, one) for number, one in enumerate(events)]}


def _event(number: int, event: things.Event) -> dict[str, Any]:
    told = {"date": event.date, "end": event.end or None, "kind": event.kind, "label": event.label}
    return {"id": str(number), **told, "href": href(event)}


def href(event: things.Event) -> str:
    """Where the sentence or the report behind an event is read."""
    if event.statement:
        return f"/statements?id={quote(event.statement, safe='')}"
    return f"/reports/read?urn={quote(event.report, safe='')}"


def _decided(found: things.Thing | None) -> str:
    """What was decided on somebody, in a word that changes with every decision."""
    return " ".join(one["statement"] for one in found.decisions) if found else ""


@post("/things/categorise", sync_to_thread=True, opt={"scope": "review"})
def categorised(visit: Here, data: Form) -> Redirect | Template:
    """Decide what a person is in a case; who may be recorded as being moved is asked about."""
    entity, wish = data.get("id", ""), {name: data.get(name, "").strip() for name in _ASKED}
    if not all(wish.values()):
        return _page(visit, entity, {"wish": wish, "trouble": _LACKING}, status=400)
    if "seen" in data and data["seen"] != _decided(_seen(visit, entity)):
        return _page(visit, entity, {"wish": wish, "trouble": _MEANWHILE}, status=409)
    try:
        barred = reading.barred_from(visit.node, visit.look)
        done = categorise(visit.node, entity, **wish, barred=barred)
    except WrongUse as wrong:
        return _page(visit, entity, {"wish": wish, "trouble": wrong}, status=400)
    if done.asked:
        return _page(visit, entity, {"asked": done.asked})
    return _back(entity, "categorised")


_ASKED = ("category", "case", "reason")
_MEANWHILE = WrongUse(
    "somebody else decided on this person since the page was opened",
    why="what they decided stands below",
    do="read it; if you still think so, keep your decision once more",
)
_LACKING = WrongUse("a decision needs a category, a case and a reason", do="fill in all three")


@post("/things/undo", sync_to_thread=True, opt={"scope": "review"})
def undone(visit: Here, data: Form) -> Redirect | Template:
    """Take a join back; a reason is kept with it."""
    entity, reason = data.get("id", ""), data.get("reason", "").strip()
    if not reason:
        return _page(visit, entity, {"trouble": _NO_REASON}, status=400)
    try:
        barred = reading.barred_from(visit.node, visit.look)
        decide(visit.node, "undo", [data.get("join", "")], reason, barred)
    except WrongUse as wrong:
        return _page(visit, entity, {"trouble": wrong}, status=400)
    return _back(entity, "undone")


_NO_REASON = WrongUse("a join is taken back for a reason", do="say why")


def _back(entity: str, said: str) -> Redirect:
    query = urlencode({"id": entity, "said": said}, quote_via=quote)
    return Redirect(f"/things?{query}", status_code=303)


ROUTES = (thing, timeline, categorised, undone)
