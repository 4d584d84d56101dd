"""Methods: what each asks and must not be used for, a form to run it, and what was run."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from litestar import get, post
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery, URLEncodedBody
from litestar.response import Redirect, Template

from headwater.analysis import METHODS
from headwater.desk.pages import page
from headwater.desk.visit import Here, Visit
from headwater.model import Method, Parameter, WrongUse
from headwater.node.looking import Asked, Run, asked_before, keep_asked, run_of
from headwater.node.showing import series_of, wording

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
    told = {"families": families, "history": _history(visit, _LATEST), "name": method_name}
    return page("methods/listed", visit, told)


@get("/methods/history", sync_to_thread=True)
def ran(visit: Here) -> Template:
    """Everything this user asked that is still kept."""
    return page("methods/history", visit, {"history": _history(visit), "name": method_name})


@get("/methods/asked", sync_to_thread=True)
def asked(visit: Here, id: FromQuery[str]) -> Template:
    """What was asked once, on a desk that was closed since, to be asked again."""
    found = next((one for one in asked_before(visit.node) if one.id == id), None)
    if found is None or found.method not in METHODS:
        raise NotFoundException
    method = METHODS[found.method].method
    told = {"asked": found, "method": method, "name": method_name, "sent": _sent(method, found)}
    return page("methods/asked", visit, told)


@get("/methods/{method:str}", sync_to_thread=True)
def one(visit: Here, method: FromPath[str]) -> Template:
    """One method, with a form made from its declaration."""
    return _form(visit, declared(method), {})


@post("/methods/{method:str}", sync_to_thread=True, opt={"scope": "analyse"})
def run(visit: Here, method: FromPath[str], data: Form) -> Redirect | Template:
    """Run it; a short one is answered at once, a long one is told of as running."""
    question = declared(method)
    given = given_in(question, data)
    try:
        begun = visit.shelf.runs.ask(visit.node, visit.look().picture, question.id, given)
    except WrongUse as error:
        return _form(visit, question, data, error)
    begun.wait()
    keep_asked(visit.node, begun)
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
    return wording.in_words(method.partition(".")[2])


def _form(
    visit: Visit, method: Method, data: Mapping[str, str], error: WrongUse | None = None
) -> Template:
    fields = [_field(each, data) for each in method.parameters]
    told: dict[str, Any] = {
        "method": method,
        "why_this": wording.why_this(method.id),
        "name": method_name,
        "fields": fields[:_OPEN],
        "more": fields[_OPEN:],
        "error": error,
        "series": _series(visit) if _asks_series(method) else [],
        "history": _history(visit, _LATEST, method.id),
    }
    return page("methods/one", visit, told, status=400 if error else 200)


@dataclass(frozen=True, slots=True)
class _Line:
    """A question of the history, with the run that answers it where there is one still."""

    asked: Asked
    run: Run | None


def _history(visit: Visit, most: int | None = None, method: str = "") -> list[_Line]:
    """The last questions, those to one method where one is named."""
    node, runs = visit.node, visit.shelf.runs
    found = [one for one in asked_before(node) if method in ("", one.method)]
    return [_Line(one, run_of(node, runs, one)) for one in found[:most]]


def _sent(method: Method, asked: Asked) -> dict[str, Any]:
    """What a form sends to ask the same again."""
    flags = {one.name: "yes" for one in method.parameters if one.kind == "flag" and one.default}
    words = {True: "yes", False: ""}
    given = asked.given.items()
    return flags | {n: words[said] if isinstance(said, bool) else said for n, said in given}


def _series(visit: Visit) -> list[str]:
    held = visit.look()
    return held.beside.kept("series", held.picture, series_of)


def _asks_series(method: Method) -> bool:
    return any(each.name in _SERIES for each in method.parameters)


def _with_code(text: str) -> list[tuple[bool, str]]:
    """A text in pieces, each with whether it stood between backticks."""
    return [(at % 2 == 1, piece) for at, piece in enumerate(text.split("`")) if piece]


def _field(each: Parameter, data: Mapping[str, str]) -> dict[str, Any]:
    """A field of the form: its default until something else was sent."""
    sent = data.get(each.name) if "asked" in data else None
    ticked = bool(sent) if "asked" in data else bool(each.default)
    value = each.default if sent is None else sent
    return {
        "told": each,
        "label": wording.setting_words(each.name),
        "meaning": _with_code(each.meaning),
        "value": value,
        "ticked": ticked,
        "series": each.name in _SERIES,
    }


ROUTES = (listed, ran, asked, one, run)
