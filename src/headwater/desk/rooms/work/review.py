"""Review: matches and people that wait for a decision, and decisions that can be taken back."""

from typing import Any
from urllib.parse import quote, urlencode

from litestar import get, post
from litestar.datastructures import State
from litestar.params import FromQuery, URLEncodedBody
from litestar.response import Redirect, Template

from headwater.desk.live import feed_of, queues_of
from headwater.desk.pages import page
from headwater.desk.visit import Here, Visit
from headwater.model import WrongUse, words
from headwater.node import queue

Form = URLEncodedBody[dict[str, str]]
A_PAGE = 10

_SAID = {
    "same": "Noted: the two are the same.",
    "different": "Noted: the two are different.",
    "unknown": "Noted: it is not known.",
    "accept": "Accepted.",
    "reject": "Rejected.",
    "undo": "Taken back.",
    "category": "Categorised.",
}


@get("/review", sync_to_thread=True)
def waiting(
    visit: Here,
    state: State,
    kind: FromQuery[str] = "pair",
    find: FromQuery[str] = "",
    start: FromQuery[int] = 0,
    said: FromQuery[str] = "",
) -> Template:
    """What waits, one kind at a time; `said` is what was just decided, and the decision's id."""
    asked = queue.Asked(kind, find.strip()[:100])
    verdict, _, made = said.partition(" ")
    told = {"said": _SAID.get(verdict, ""), "verdict": verdict, "made": made}
    return _page(visit, state, asked, start, told)


def _page(
    visit: Visit, state: State, asked: queue.Asked, start: int, told: dict[str, Any]
) -> Template:
    start = max(0, start)
    found = queues_of(state).look(visit.node, asked, start + A_PAGE)
    if start >= len(found.entries) and not found.waits:
        start = 0  # what stood there was decided meanwhile
    entries = queue.shown(visit.node, found.in_full(visit.node, start, A_PAGE), visit.look)
    held = {"instead": None, "choice": None, "fault": None, "said": "", **told}
    held = {"verdict": "", "made": "", **held}
    held["noted"] = queue.noted(visit.node, held["made"], visit.look) if held["made"] else None
    held |= {"asked": asked, "found": found, "entries": entries, "start": start, "step": A_PAGE}
    held |= {"categories": words("category"), "kinds": queue.KINDS}
    status = 409 if held["instead"] or held["fault"] else 200
    return page("review/queue", visit, held, status=status)


@post("/review/decide", sync_to_thread=True, opt={"scope": "review"})
def decided(visit: Here, data: Form, state: State) -> Redirect | Template:
    """Decide on an entry."""
    choice = queue.Choice(
        kind=data.get("kind", ""),
        entry=data.get("entry", ""),
        verdict=data.get("do", "") or data.get("category", ""),
        reason=data.get("reason", ""),
        seen=data.get("seen", ""),
        about=tuple(one for one in data.get("about", "").splitlines() if one.strip()),
        case=data.get("case", ""),
    )
    room, find, start = data.get("room", "pair"), data.get("find", ""), _number(data, "start")
    told: dict[str, Any] = {"choice": choice, "made": data.get("made", "")}
    try:
        outcome = queue.choose(visit.node, choice, visit.look)
    except WrongUse as wrong:  # what was written is given back with the reason
        return _page(visit, state, queue.Asked(room, find), start, told | {"fault": wrong})
    if outcome.instead:
        told |= {"instead": outcome.instead}
        return _page(visit, state, queue.Asked(room, find), start, told)
    queues_of(state).settled(visit.node, choice.entry)
    feed_of(state).nudge()
    said = choice.verdict if choice.verdict in _SAID else "category"
    made = outcome.made[0] + "+" * (len(outcome.made) > 1) if outcome.made else ""
    query = {"kind": room, "find": find, "start": start, "said": f"{said} {made}"}
    # What comes next stands where the decided one stood.
    place = f"#w-{_number(data, 'place')}" if _number(data, "place") > 1 else ""
    return Redirect(f"/review?{urlencode(query, quote_via=quote)}{place}", status_code=303)


def _number(data: dict[str, str], name: str) -> int:
    text = data.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0


ROUTES = (waiting, decided)
