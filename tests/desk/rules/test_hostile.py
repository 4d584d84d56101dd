"""Whatever people of the house call themselves or write down, no page hands it on as markup."""

import pytest

from headwater.node import add_user
from headwater.node.access import break_glass, sessions, tokens
from headwater.node.searching import Question, save_search
from headwater.node.watching import watch_for

RUNS = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>",
    "'><iframe srcdoc='<script>alert(1)</script>'>", "</title><script>alert(1)</script>",
    "</textarea><a href=javascript:alert(1)>x</a>", "--><details open ontoggle=alert(1)>",
    "<div hx-on:click=alert(1) hx-get=//x>", "{{ 7*7 }}<b>", "\u202e<x/y=z>",
)  # fmt: skip
PAGES = {
    "sara": ("/", "/settings", "/watches", "/search?q=boats", "/methods/history", "/reports/new",
             "/review?kind=decided", "/purpose"),
    "ivo": ("/", "/settings", "/people", "/people?name=u1"),
    "vera": ("/", "/settings", "/audit", "/audit/glass", "/audit/door"),
}  # fmt: skip


@pytest.fixture
def hostile(staff):
    """Browsers of colleagues who call themselves, their tokens and their questions so."""
    maker, sara = staff.node("maker"), staff.node("sara")
    for n, run in enumerate(RUNS):
        name = "".join(filter(str.isprintable, f"u{n}{run}"))  # any other is refused
        add_user(maker, name, ["officer"], [run], 1)
        tokens.new(sara, f"{n}{run}", ["read"])
        save_search(sara, Question(f"boats {n} {run}"))
        watch_for(sara, "words", {"words": f"boats {run}"})
    for run in RUNS[: break_glass.UNCLEARED_AT_MOST]:
        break_glass.ask(sara, f"IR {run}", f"a boat is sinking {run}", life_at_risk=False)
    browsers = {name: staff.browser(name) for name in PAGES}
    for browser in browsers.values():
        cookie = next(iter(browser.cookies.values()))
        sessions.state_purpose(staff.gate, cookie, f"case: Drava {''.join(RUNS)}")
    return browsers


def test_no_page_of_the_house_hands_it_on(staff, hostile):
    for name, paths in PAGES.items():
        for path in paths:
            answer = hostile[name].get(path)
            assert answer.status_code == 200, path
            assert [run for run in RUNS if run in answer.text] == [], path
    form = {"originator": RUNS[2], "urn": RUNS[1], "text-1": RUNS[5], "title": RUNS[4]}
    given_back = staff.send(hostile["sara"], "/reports/write", **form)
    assert given_back.status_code == 400
    assert [run for run in RUNS if run in given_back.text] == []
