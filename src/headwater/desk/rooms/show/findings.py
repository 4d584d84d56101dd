"""Findings: what a run found, drawn and told, with the statements behind every row."""

from typing import Any

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery
from litestar.response import Template
from litestar.status_codes import HTTP_204_NO_CONTENT

from headwater.analysis import METHODS
from headwater.desk.pages import page
from headwater.desk.rooms.show.cards import card
from headwater.desk.rooms.show.methods import method_name
from headwater.desk.visit import Here, Visit
from headwater.node.looking import Run, compared, keep_outcome
from headwater.node.showing import (
    A_PAGE,
    ROWS_A_PAGE,
    Naming,
    hand_out,
    key_of,
    saying,
    statements_behind,
    table_of,
    told,
    wording,
)
from headwater.node.things import index_of
from headwater.safeguard import Operation

_DRAWN_WITHIN = 20.0


@get("/findings/{number:int}", sync_to_thread=True)
def shown(visit: Here, number: FromPath[int], start: FromQuery[int] = 0) -> Template:
    """What was found: rows, what is proved, what to know before using it."""
    run = _run(visit, number)
    method = METHODS[run.method].method
    about: dict[str, Any] = {
        "run": run,
        "method": method,
        "name": method_name,
        "words": wording.in_words,
        "step": ROWS_A_PAGE,
    }
    if not run.done:
        return page("methods/running", visit, about)
    keep_outcome(visit.node, run)
    finding = run.finding
    if finding is None:
        return page("methods/trouble", visit, about | {"error": run.trouble})
    visit.node.log(Operation.CONSULTATION, ["picture", run.fingerprint])
    naming = Naming(run.called)
    about |= {
        "finding": finding,
        "drawn": run.drawable and not saying.only_words(finding),
        "before": compared(visit.node, run),
        "rows_told": table_of(run, finding, method, start),
        "certificate": told(finding.certificate, naming),
        "sensitivity": told(finding.sensitivity, naming),
        "given": {p.name: told(finding.parameters[p.name], naming) for p in method.parameters},
    }
    return page("methods/finding", visit, about)


@get("/findings/{number:int}/state", sync_to_thread=True, opt={"by_itself": True})
def state(visit: Here, number: FromPath[int]) -> Template | Response[str]:
    """For a page that waits: how long it has been running; once it is over, to load itself anew."""
    run = _run(visit, number)
    if run.done:
        return Response("", headers={"HX-Refresh": "true"}, media_type="text/html")
    return page("methods/waiting", visit, {"run": run})


@get("/findings/{number:int}/card", sync_to_thread=True, opt={"by_itself": True})
def as_card(
    visit: Here, number: FromPath[int], instead: FromQuery[bool] = False
) -> Template | Response[None]:
    """For a part of a page that waits: the finding in short, once it is there.

    Args:
        visit: Who waits.
        number: Number of the run.
        instead: Whether an older answer stands there, which stays until this one is there.
    """
    run = _run(visit, number)
    if instead and not run.done:
        return Response(None, status_code=HTTP_204_NO_CONTENT)
    return page("show/card_alone", visit, {"card": card(run)})


@get("/findings/{number:int}/drawing.svg", sync_to_thread=True)
def drawing(visit: Here, number: FromPath[int]) -> Response[bytes]:
    """The finding as vector graphics, for an image in a page."""
    drawn = _run(visit, number).drawn(_DRAWN_WITHIN)
    if not drawn:
        raise NotFoundException
    return Response(drawn.encode(), media_type="image/svg+xml")


@get("/findings/{number:int}/behind", sync_to_thread=True)
def behind(
    visit: Here, number: FromPath[int], row: FromQuery[str] = "", start: FromQuery[int] = 0
) -> Template:
    """The statements behind one row."""
    run = _run(visit, number)
    finding = run.finding
    ids = finding.evidence.get(row, ()) if finding else ()
    if finding is None or not ids:
        raise NotFoundException
    method, held = METHODS[run.method].method, visit.look()
    sentences = index_of(visit.node, held).sentences
    at = next((i for i, one in enumerate(finding.rows) if key_of(one, i) == row), 0)
    about = {
        "run": run,
        "method": method,
        "row": row,
        "rows_told": table_of(run, finding, method, at, 1),
        "statements": statements_behind(held.picture, sentences, ids, start),
        "start": max(0, start),
        "step": A_PAGE,
        "whole": len(ids),
        "words": wording.in_words,
    }
    return page("methods/behind", visit, about)


@get("/findings/{number:int}/rows/{form:str}", sync_to_thread=True, opt={"proved": True})
def rows(visit: Here, number: FromPath[int], form: FromPath[str]) -> Response[bytes]:
    """All rows as a file; they leave the node, and that is logged."""
    run = _run(visit, number)
    if run.finding is None:
        raise NotFoundException
    content = hand_out(visit.node, visit.look().picture, run.finding, form)
    kind = "text/csv" if form == "csv" else "application/json"
    name = f"{run.method}.{form}"
    return Response(
        content,
        media_type=kind,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _run(visit: Visit, number: int) -> Run:
    """A run of this user's.

    Raises:
        NotFoundException: If none is kept under this number, or it is not theirs to see.
    """
    run = visit.shelf.runs.find(visit.node, number)
    if run is None:
        raise NotFoundException
    return run


ROUTES = (shown, state, as_card, drawing, behind, rows)
