"""Methods: what each asks and must not be used for, a form to run it, and what was run."""

from collections.abc import Mapping
from typing import Any

from litestar import get, post
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, URLEncodedBody
from litestar.response import Redirect, Template

from headwater.analysis import METHODS
from headwater.desk.pages import page
from headwater.desk.visit import Here, Visit
from headwater.model import Method, Parameter, WrongUse
from headwater.node.showing import in_words, series_of

Form = URLEncodedBody[dict[str, str]]

_LATEST = 8
_OPEN = 6
"""Parameters that are shown at once; the others unfold."""

_SERIES = frozenset({"series", "treated", "donors", "boats", "covariates", "displacement"})
_FAMILIES = {
    "organisers": "Who organises",
    "routes": "Routes",
    "business": "Business",
    "outlook": "Outlook",
    "impact": "Impact",
}


@get("/methods", sync_to_thread=True)
def listed(visit: Here) -> Template:
    """Every declared method, and what this user ran last."""
    families: dict[str, list[Method]] = {}
    for each in METHODS.values():
        family = each.method.id.partition(".")[0]
        families.setdefault(_FAMILIES.get(family, family), []).append(each.method)
    history = visit.shelf.runs.history(visit.node)
    told = {"families": families, "history": history[:_LATEST], "name": method_name}
    return page("methods/listed", visit, told)


@get("/methods/history", sync_to_thread=True)
def ran(visit: Here) -> Template:
    """Everything this user ran that is still kept."""
    history = visit.shelf.runs.history(visit.node)
    return page("methods/history", visit, {"history": history, "name": method_name})


@get("/methods/{method:str}", sync_to_thread=True)
def one(visit: Here, method: FromPath[str]) -> Template:
    """One method, with a form made from its declaration."""
    return _form(visit, declared(method), {})


@post("/methods/{method:str}", sync_to_thread=True, opt={"scope": "analyse"})
def run(visit: Here, method: FromPath[str], data: Form) -> Redirect | Template:
    """Run it; a short one is answered at once, a long one is told of as running."""
    asked = declared(method)
    given = given_in(asked, data)
    try:
        begun = visit.shelf.runs.ask(visit.node, visit.look().picture, asked.id, given)
    except WrongUse as error:
        return _form(visit, asked, data, error)
    begun.wait()
    return Redirect(f"/findings/{begun.number}", status_code=303)


def declared(method: str) -> Method:
    """The declaration of a method.

    Raises:
        NotFoundException: If there is none of this id.
    """
    if method not in METHODS:
        raise NotFoundException
    return METHODS[method].method


def given_in(method: Method, data: Mapping[str, str]) -> dict[str, object]:
    """What a form says of a method's parameters; an empty field leaves the default.

    A box that is not ticked sends nothing, so what a form was sent with counts for every flag.
    """
    given: dict[str, object] = {}
    for each in method.parameters:
        said = data.get(each.name, "").strip()
        if each.kind == "flag" and "asked" in data:
            given[each.name] = bool(said)
        elif said:
            given[each.name] = said
    return given


def method_name(method: str) -> str:
    """The id of a method as words: `organisers.robust_removal` is "robust removal"."""
    return in_words(method.partition(".")[2])


def _form(
    visit: Visit, method: Method, data: Mapping[str, str], error: WrongUse | None = None
) -> Template:
    fields = [_field(each, data) for each in method.parameters]
    told: dict[str, Any] = {
        "method": method,
        "name": method_name,
        "fields": fields[:_OPEN],
        "more": fields[_OPEN:],
        "error": error,
        "series": series_of(visit.look().picture) if _asks_series(method) else [],
        "history": [run for run in visit.shelf.runs.history(visit.node) if run.method == method.id][
            :_LATEST
        ],
    }
    return page("methods/one", visit, told, status=400 if error else 200)


def _asks_series(method: Method) -> bool:
    return any(each.name in _SERIES for each in method.parameters)


def _field(each: Parameter, data: Mapping[str, str]) -> dict[str, Any]:
    """A field of the form: its default until something else was sent."""
    sent = data.get(each.name) if "asked" in data else None
    ticked = bool(sent) if "asked" in data else bool(each.default)
    value = each.default if sent is None else sent
    return {
        "told": each,
        "label": in_words(each.name),
        "value": value,
        "ticked": ticked,
        "series": each.name in _SERIES,
    }


ROUTES = (listed, ran, one, run)
