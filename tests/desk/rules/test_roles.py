"""What each role may do at the desk, route by route; a new form is to be written down here."""

import pytest

from headwater.desk.api import API
from headwater.desk.rooms import ROUTES
from headwater.node import add_reports
from headwater.node.access import sessions
from tests.desk.rules.conftest import CHANGING
from tests.desk.staff import PURPOSE, ROLES

WHO = {roles[0]: name for name, roles in ROLES.items()}
EVERYBODY = set(WHO)
READERS = EVERYBODY - {"admin", "auditor"}
DECIDERS = {"analyst", "officer", "supervisor"}
CARERS = DECIDERS | {"safeguarding"}
AT_THE_DOOR = ("/enter", "/join", "/welcome", "/leave", "/purpose", "/prove", "/settings")
"""Whoever is signed in has these for themselves; what they refuse depends on what is sent."""

ASKED_FOR = {
    "/people": {"admin"},
    "/audit": {"auditor"},
    "/audit/glass": {"auditor"},
    "/audit/door": {"auditor"},
    "/audit/verify": {"auditor"},
    "/reports/new": DECIDERS,
}
"""Pages that are not for everybody; on every other one each sees what the rules allow."""

_STATEMENT = "IR 1#1.1"
_REASON = "because the paper says so"
SENT = {
    "/people": ({"name": "nada", "role-officer": "1", "clearance": "1", "new": "1"}, {"admin"}),
    "/people/invite": ({"name": "nobody"}, {"admin"}),
    "/people/end": ({"name": "nobody"}, {"admin"}),
    "/retention/keep": ({"urn": "nothing", "reason": _REASON}, {"supervisor"}),
    "/retention/erase": ({"target": "nothing", "reason": _REASON}, {"supervisor"}),
    "/audit/glass": ({"notice": "none", "note": _REASON}, {"auditor"}),
    "/reports/write": ({}, DECIDERS),
    "/reports/files": ({}, DECIDERS),
    "/reports/decide": ({"do": f"accept proposed {_STATEMENT}", "reason": _REASON}, DECIDERS),
    "/reports/add": (
        {"urn": "IR 1", "item": "1", "says": "alias", "given-who": "nobody", "reason": _REASON},
        DECIDERS,
    ),
    "/reports/glass": ({"urn": "IR 5", "reason": _REASON, "life": "1"}, CARERS),
    "/review/decide": (
        {"kind": "pair", "entry": "none", "do": "same", "reason": _REASON},
        DECIDERS,
    ),
    "/alerts/read": ({"ids": "none"}, EVERYBODY),
    "/watches/new": ({"kind": "place", "place": "Horgos", "days": "9"}, CARERS),
    "/watches/end": ({"watch": "none"}, EVERYBODY),
    "/watches/renew": ({"watch": "none"}, EVERYBODY),
    "/search/save": ({"q": "boats"}, EVERYBODY),
    "/search/forget": ({"id": "none"}, EVERYBODY),
    "/things/categorise": (
        {"id": "IR 1#1@m1", "category": "suspect", "case": "Drava", "reason": _REASON},
        CARERS,
    ),
    "/things/undo": ({"id": "IR 1#1@m1", "join": "none", "reason": _REASON}, DECIDERS),
    "/methods/{method:str}": ({}, EVERYBODY),
}
"""What a form is sent with, and whose it is; the others are told that they may not."""

WRITTEN = {
    "/api/reports": ({"name": "n.txt", "text": "A van was seen."}, DECIDERS),
    "/api/review": ({"decision": "accept", "ids": ["none"], "reason": _REASON}, DECIDERS),
    "/api/statements": (
        {"item": "IR 1#9", "says": "person", "given": {"name": "X"}, "reason": _REASON},
        DECIDERS,
    ),
    "/api/findings": ({"method": "organisers.ranking"}, EVERYBODY),
    "/api/alerts/read": ({"alerts": []}, EVERYBODY),
}
"""The same for scripts."""

INTELLIGENCE = ("Izmišljeni", "Измишљени", "1234567", "Horgos", "Хоргош", "Two vans", "Border Pol")


def _paths(method):
    return {path for route in ROUTES for path in route.paths if method in route.http_methods}


def _for_scripts(method):
    return {route.path for route in API.routes if method in route.methods}


def _address(path):
    """A path with everything in it that this node holds first."""
    form = "csv" if "rows" in path else "pdf"
    filled = path.replace("{number:int}", "1").replace("{form:str}", form)
    return filled.replace("{method:str}", "organisers.ranking").replace("{code:str}", "none")


@pytest.fixture(scope="module")
def browsers(staff):
    return {role: staff.browser(name) for role, name in WHO.items()}


def test_every_form_is_written_down_here():
    ours = {path for path in _paths("POST") if not path.startswith(AT_THE_DOOR)}
    assert ours == set(SENT)
    assert _for_scripts("POST") == set(WRITTEN)


@pytest.mark.parametrize("path", sorted(ASKED_FOR))
def test_a_page_is_for_whom_it_is_meant(browsers, path):
    given = {role: browser.get(path).status_code for role, browser in browsers.items()}
    assert {role for role, status in given.items() if status == 200} == ASKED_FOR[path]


@pytest.mark.parametrize("path", sorted(SENT))
def test_a_form_is_for_whom_it_is_meant(staff, browsers, path):
    form, meant = SENT[path]
    given = {role: _sent(b, path, form) for role, b in browsers.items()}
    assert {role for role, answer in given.items() if not _refused(answer)} == meant
    assert max(answer.status_code for answer in given.values()) < 500


def _sent(browser, path, form):
    csrf = sessions.csrf_token(next(iter(browser.cookies.values())))
    files = {"files": ("n.txt", b"A van was seen.")} if path == "/reports/files" else None
    return browser.post(_address(path), data={"csrf": csrf, **form}, files=files)


def _refused(answer):
    """Whether somebody is told that they may not, on a page of its own or beside the form."""
    return answer.status_code == 403 or "You may not watch" in answer.text


@pytest.mark.parametrize("path", sorted(WRITTEN))
def test_a_script_does_what_its_owner_may(staff, path):
    told, meant = WRITTEN[path]
    given = {
        role: staff.script(name, "read", "add", "review", "analyse").post(path, json=told)
        for role, name in WHO.items()
    }
    assert {role for role, answer in given.items() if answer.status_code != 403} == meant


def test_administrators_and_auditors_see_no_intelligence_and_no_trace_of_any(
    staff, browsers, tmp_path
):
    ivo, vera = _seen(browsers["admin"]), _seen(browsers["auditor"])
    for page, text in (
        ivo | {f"{path} for the auditor": text for path, text in vera.items()}
    ).items():
        assert [word for word in INTELLIGENCE if word in text] == [], page
    before = _seen(browsers["admin"])
    file = tmp_path / "new.txt"
    file.write_text("URN: IR 7\nOriginator: Sava\n\n1. Two boats left Apatin. [2B-P]\n", "utf-8")
    add_reports(staff.house.enter(staff.viewer("ana"), PURPOSE), [file])
    after = _seen(browsers["admin"])
    assert [path for path in before if before[path] != after[path]] == []


def _seen(browser):
    """Every page, but for the times and tokens in it; none is missing or breaks."""
    found = {}
    for path in sorted((_paths("GET") | _for_scripts("GET")) - {"/alerts/stream"} - set(ASKED_FOR)):
        about = "IR 1#1@m1" if "things" in path else _STATEMENT
        asked = {"id": about, "urn": "IR 1", "run": 1, "q": "boats"}
        answer = browser.get(_address(path), params=asked, headers={"X-Purpose": PURPOSE})
        assert answer.status_code in (200, 303, 400, 404), path
        found[path] = CHANGING.sub("", answer.text)
    return found
