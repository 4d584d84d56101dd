"""Watches: standing questions of this viewer; asked, renewed and ended."""

from dataclasses import replace
from functools import partial
from typing import Any

from litestar import get, post
from litestar.params import FromQuery, URLEncodedBody
from litestar.response import Redirect, Template

from headwater.desk.pages import page
from headwater.desk.visit import Here, Visit
from headwater.model import NotPermitted, WrongUse, words
from headwater.node import reading, watching
from headwater.node.queue import parts
from headwater.safeguard import Role

Form = URLEncodedBody[dict[str, str]]

FIELDS: dict[str, tuple[str, ...]] = {
    "leg": ("place", "other", "mode"),
    "identifier": ("sort", "number"),
    "person": ("name",),
    "place": ("place",),
    "network": ("name",),
    "danger": ("place",),
    "words": ("words",),
}
"""What each kind of question asks for, in the order of the form."""

_SAID = {"new": "The watch is asked from now on.", "end": "Ended.", "renew": "Renewed."}


@get("/watches", sync_to_thread=True)
def listed(visit: Here, kind: FromQuery[str] = "leg", said: FromQuery[str] = "") -> Template:
    """What is asked, and a form to ask more."""
    return _page(visit, kind, {"said": _SAID.get(said, "")})


def _page(visit: Visit, kind: str, told: dict[str, Any], status: int = 200) -> Template:
    held = {
        "watches": watching.watches(visit.node),
        "kind": kind if kind in FIELDS else "leg",
        "fields": FIELDS,
        "modes": words("mode"),
        "sorts": ("phone", "document", "account", "vehicle"),
        "supervisor": Role.SUPERVISOR in visit.node.viewer.roles,
        "given": {},
        "fault": None,
        "said": "",
    }
    return page("watches/listed", visit, held | told, status=status)


@post("/watches/new", sync_to_thread=True, opt={"scope": "review"})
def asked(visit: Here, data: Form) -> Redirect | Template:
    """Put a standing question; one that may not be put is given back with the reason."""
    kind, days = data.get("kind", ""), data.get("days", "")
    question = {word: data[word] for word in FIELDS.get(kind, ()) if data.get(word)}
    terms = watching.Terms(
        days=int(days) if days.isdecimal() and len(days) < len("1000") else 0,
        case=data.get("case", ""),
        safeguarding=bool(data.get("safeguarding")),
    )
    try:
        made = watching.watch_for(visit.node, kind, question, terms, holders=_holders(visit))
    except (WrongUse, NotPermitted) as fault:
        return _page(visit, kind, {"fault": fault, "given": data}, status=400)
    if data.get("earlier") and made.yours:
        return Redirect(f"/watches/earlier?watch={made.id}&said=new", status_code=303)
    return Redirect("/watches?said=new", status_code=303)


@get("/watches/earlier", sync_to_thread=True)
def earlier(visit: Here, watch: FromQuery[str], said: FromQuery[str] = "") -> Template:
    """What the reports that were here before say to a watch, once they were looked through."""
    node, picture = visit.node, visit.look().picture
    looking = partial(watching.look_back, node, watch)
    run = visit.shelf.runs.make(node, picture, "earlier", {"watch": watch}, looking)
    run.wait()
    if run.trouble:
        raise run.trouble
    if not isinstance(run.made, watching.Earlier):
        return page("watches/looking", visit, {"run": run, "watch": watch})
    found = watching.tell_earlier(node, watch, run.made)
    told = tuple(reading.alerts_as_told(visit.node, found.found, visit.look))
    held = {"earlier": replace(found, found=told), "parts": parts, "said": _SAID.get(said, "")}
    return page("watches/earlier", visit, held)


@post("/watches/end", sync_to_thread=True, opt={"scope": "review"})
def ended(visit: Here, data: Form) -> Redirect:
    """End a watch; its alerts stay."""
    watching.end_watch(visit.node, data.get("watch", ""))
    return Redirect("/watches?said=end", status_code=303)


@post("/watches/renew", sync_to_thread=True, opt={"scope": "review"})
def renewed(visit: Here, data: Form) -> Redirect:
    """Ask a watch for as long again, for the purpose stated now."""
    watching.renew_watch(visit.node, data.get("watch", ""), holders=_holders(visit))
    return Redirect("/watches?said=renew", status_code=303)


def _holders(visit: Visit) -> watching.Holders:
    return watching.holders_beside(visit.look, visit.shelf.hands)


ROUTES = (listed, asked, earlier, ended, renewed)
