"""Search: names in any script, numbers in any spelling, words of texts; kept searches."""

from litestar import get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromQuery, SkipValidation, URLEncodedBody
from litestar.response import Redirect, Template

from headwater.desk.pages import page
from headwater.desk.visit import Here, Visit
from headwater.model import WrongUse
from headwater.node import reading, searching, things
from headwater.node.searching import Question

Form = URLEncodedBody[dict[str, str]]


def asked(
    q: FromQuery[str] = "",
    kind: FromQuery[str] = "",
    begin: FromQuery[str] = "",
    end: FromQuery[str] = "",
    grade: FromQuery[str] = "",
) -> Question:
    """The question that an address puts."""
    return Question(q.strip(), kind, begin.strip(), end.strip(), grade)


Asked = NamedDependency[SkipValidation[Question]]


@get(
    "/search",
    sync_to_thread=True,
    dependencies={"question": Provide(asked, sync_to_thread=False)},
)
def searched(visit: Here, question: Asked, start: FromQuery[int] = 0) -> Template:
    """What answers a question, of what this viewer may see; without one, what can be asked."""
    try:
        return _page(visit, question, start)
    except WrongUse as wrong:
        return page("search/search", visit, _told(visit, question, trouble=wrong), status=400)


def _page(visit: Visit, question: Question, start: int) -> Template:
    told = _told(visit, question)
    if question.words:
        question.check()
        held = visit.look("search", reason=question.words)
        index = searching.search_index_of(held)
        told["grades"] = index.grades
        shield = things.shield_of(visit.node, held)
        told["found"] = searching.search(index, shield, question, start)
    return page("search/search", visit, told)


def _told(
    visit: Visit, question: Question, *, trouble: WrongUse | None = None
) -> dict[str, object]:
    return {
        "question": question,
        "kinds": searching.KINDS,
        "step": searching.A_PAGE,
        "items_a_page": reading.A_PAGE,
        "found": None,
        "grades": [question.grade] if question.grade else [],
        "saved": searching.saved_searches(visit.node),
        "trouble": trouble,
    }


@post("/search/save", sync_to_thread=True, opt={"scope": "analyse"})
def saved(visit: Here, data: Form) -> Redirect:
    """Keep a search for this viewer alone."""
    question = Question(*(data.get(name, "").strip() for name in _TOLD))
    searching.save_search(visit.node, question)
    return Redirect(f"/search?{question.address()}", status_code=303)


_TOLD = ("q", "kind", "begin", "end", "grade")


@post("/search/forget", sync_to_thread=True, opt={"scope": "analyse"})
def forgotten(visit: Here, data: Form) -> Redirect:
    """Forget a search of this viewer."""
    searching.forget_search(visit.node, data.get("id", ""))
    return Redirect("/search", status_code=303)


ROUTES = (searched, saved, forgotten)
