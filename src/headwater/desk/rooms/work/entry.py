"""Entry: writing a report at the desk, each item graded by itself, and handing in files."""

from dataclasses import replace
from typing import Any

from litestar import get, post
from litestar.datastructures import State, UploadFile
from litestar.params import MultipartBody, URLEncodedBody
from litestar.response import Template

from headwater.desk.live import feed_of
from headwater.desk.pages import page
from headwater.desk.visit import Here, Visit
from headwater.model import Grading, NotPermitted
from headwater.node import entering, reading
from headwater.node.entering import Draft

Form = URLEncodedBody[dict[str, str]]

_CHOICES = {
    "sources": Grading.sources,
    "assessments": Grading.informations,
    "handlings": {code: reading.CODES[code] for code in ("P", "C")},
    "actions": {code: reading.CODES[code] for code in ("A1", "A2", "A3")},
    "sanitisations": {code: reading.CODES[code] for code in ("S1", "S2")},
}


@get("/reports/new", sync_to_thread=True)
def new(visit: Here) -> Template:
    """An empty form."""
    return _form(visit, entering.blank(visit.node), [])


def _form(visit: Visit, draft: Draft, faults: list[entering.Fault], status: int = 200) -> Template:
    if not entering.may_enter(visit.node):
        raise NotPermitted(
            "you may not bring reports in",
            why="it takes the role officer, analyst or supervisor",
            do="send what you have to one of them",
        )
    wrong = {one.field: one for one in faults}
    told = {"draft": draft, "faults": faults, "wrong": wrong, **_CHOICES}
    return page("reports/new", visit, told, status=status)


@post("/reports/write", sync_to_thread=True, opt={"scope": "add"})
def write(visit: Here, data: Form, state: State) -> Template:
    """Take a written report in, or give the form back with one more item or with what is wrong."""
    draft = entering.read_draft(data)
    if data.get("do") == "more":
        # graded by itself; handling is the report's, so a stricter one is not loosened unseen
        blank = {"text": "", "source": "", "assessment": "", "provenance": ""}
        more = replace(draft.items[-1], **blank, provenance_grade="")
        return _form(visit, replace(draft, items=(*draft.items, more)), [])
    faults = entering.faults(draft)
    if faults:
        return _form(visit, draft, faults, status=400)
    received = entering.enter(visit.node, draft)
    refused = [entering.Fault("urn", one.what, one.do) for one in received.receipt.refusals]
    if refused and not received.receipt.reports:
        return _form(visit, draft, refused, status=400)
    return _receipt(visit, state, received)


@post("/reports/files", sync_to_thread=True, opt={"scope": "add"})
def files(visit: Here, data: MultipartBody[dict[str, Any]], state: State) -> Template:
    """Take files in."""
    sent = data.get("files", [])
    given = [one for one in (sent if isinstance(sent, list) else [sent]) if _is_file(one)]
    grading = str(data.get("grading", ""))
    received = entering.hand_in(visit.node, [(o.filename, o.file) for o in given], grading)
    return _receipt(visit, state, received)


def _is_file(one: object) -> bool:
    return isinstance(one, UploadFile)


def _receipt(visit: Visit, state: State, received: entering.Received) -> Template:
    feed_of(state).nudge()
    return page("reports/receipt", visit, {"received": received})


ROUTES = (new, write, files)
