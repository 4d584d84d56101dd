"""An id of somebody else, or of what one may not see, does what a made-up one does: nothing."""

import pytest

from headwater.node import watching
from headwater.node.access import sessions, tokens
from headwater.node.searching import Question, save_search, saved_searches
from tests.desk.rules.conftest import CHANGING, SECRET
from tests.desk.staff import PURPOSE

REASON = "because the paper says so"
NOBODYS = "feedfacefeedface"


@pytest.fixture(scope="module")
def hers(staff):
    """Ids of what Ana has: a watch, a session, a token, a saved search, a run."""
    ana = staff.browser("ana")
    node = staff.node("ana")
    save_search(node, Question("boats"))
    ana.post("/methods/organisers.ranking", data={"csrf": _csrf(ana)})
    return {
        "watch": watching.watch_for(node, "place", {"place": "Horgos"}).id,
        "session": sessions.listed(staff.gate, "ana")[0].handle,
        "token": tokens.new(node, "hers", ["read"]).token.handle,
        "search": saved_searches(node)[0].id,
        "run": "1",
    }


def _csrf(browser):
    return sessions.csrf_token(next(iter(browser.cookies.values())))


FOREIGN = [
    ("/settings/sessions/end", {"session": "{session}"}),
    ("/settings/tokens/end", {"token": "{token}"}),
    ("/settings/passkeys/end", {"passkey": "{session}"}),
    ("/watches/end", {"watch": "{watch}"}),
    ("/watches/renew", {"watch": "{watch}"}),
    ("/search/forget", {"id": "{search}"}),
    ("/alerts/read", {"ids": "{watch}"}),
    ("/audit/glass", {"notice": "{watch}", "note": REASON}),
    ("/enter/code", {"challenge": "{session}", "code": "123456"}),
    ("/join/code", {"code": "{session}", "one_time_code": "123456"}),
]
HIDDEN = [
    ("/reports/decide", {"do": "accept proposed {urn}#1.1", "reason": REASON, "urn": "IR 1"}),
    ("/reports/decide", {"do": "accept all {urn}#1", "reason": REASON, "urn": "IR 1"}),
    ("/reports/decide", {"do": "correct proposed {urn}#1.1", "reason": REASON, "value": "x"}),
    ("/reports/add", {"urn": "{urn}", "item": "1", "says": "person", "given-name": "Goran",
                      "reason": REASON}),
    ("/reports/add", {"urn": "IR 1", "item": "1", "says": "alias", "given-who": "{urn}#1@m1",
                      "given-alias": "Goran", "words": "Goran", "reason": REASON}),
    ("/review/decide", {"kind": "statement", "entry": "{urn}#1.1", "do": "accept",
                        "about": "{urn}#1@m1", "reason": REASON}),
    ("/review/decide", {"kind": "pair", "entry": "{urn}#1@m1~IR 1#1@m1", "do": "same",
                        "about": "{urn}#1@m1\nIR 1#1@m1", "reason": REASON}),
    ("/things/categorise", {"id": "{urn}#1@m1", "category": "suspect", "case": "Drava",
                            "reason": REASON}),
    ("/things/undo", {"id": "IR 1#1@m1", "join": "{urn}#1@m1~IR 1#1@m1", "reason": REASON}),
    ("/watches/new", {"kind": "person", "name": "{urn}#1@m1", "days": "9"}),
    ("/retention/erase", {"target": "{urn}", "reason": REASON}),
    ("/retention/erase", {"target": "{urn}#1@m1", "reason": REASON}),
]  # fmt: skip


def _filled(form, **ids):
    return {name: value.format(**ids) for name, value in form.items()}


@pytest.mark.parametrize(("path", "form"), FOREIGN)
def test_what_is_hers_is_not_found_by_him(staff, hers, path, form):
    omar = staff.browser("omar")
    sent = _filled(form, **hers), _filled(form, **dict.fromkeys(hers, NOBODYS))
    foreign, made_up = (staff.send(omar, path, **one) for one in sent)
    assert _told(foreign, *sent[0].values()) == _told(made_up, *sent[1].values())
    assert foreign.status_code in (303, 400, 403)


def test_and_all_of_it_is_still_hers(staff, hers):
    for path, form in FOREIGN:
        staff.send(staff.browser("omar"), path, **_filled(form, **hers))
    node = staff.node("ana")
    assert hers["watch"] in [one.id for one in watching.watches(node) if one.state == "asked"]
    assert hers["session"] in [one.handle for one in sessions.listed(staff.gate, "ana")]
    assert hers["token"] in [one.handle for one in tokens.listed(node)]
    assert hers["search"] in [one.id for one in saved_searches(node)]
    assert staff.browser("omar").get(f"/findings/{hers['run']}").status_code == 404


@pytest.mark.parametrize(("path", "form"), HIDDEN)
def test_what_nobody_here_may_see_is_decided_on_by_nobody(staff, secret, path, form):
    sara = staff.browser("sara")
    there = staff.send(sara, path, **_filled(form, urn=secret))
    made_up = staff.send(sara, path, **_filled(form, urn="IR 91"))
    assert _told(there, "90", "91") == _told(made_up, "90", "91")
    assert there.status_code in (400, 403, 404, 409)
    assert SECRET not in there.text


def _told(answer, *sent):
    """What an answer says, without what was sent."""
    text = CHANGING.sub("", answer.text)
    for one in sorted(sent, key=len, reverse=True):
        text = text.replace(one, "")
    return answer.status_code, answer.headers.get("location"), text


def test_a_form_that_is_sent_twice_does_its_work_once(staff):
    """Where a link broke off, nobody knows whether the first one came through."""
    omar = staff.browser("omar")
    form = {"originator": "Drava Unit", "urn": "IR 55", "information": "2026-10-02",
            "record": "2026-10-02", "text-1": "A grey van stood at Horgos.", "source-1": "2",
            "assessment-1": "D", "handling-1": "P"}  # fmt: skip
    first, second = (staff.send(omar, "/reports/write", **form) for _ in range(2))
    assert (first.status_code, second.status_code) == (200, 200)
    read = omar.get("/reports/read?urn=IR+55").text
    assert read.count('id="item-1"') == 1
    assert "already" in second.text
    watch = watching.watch_for(staff.node("omar"), "place", {"place": "Horgos"}).id
    ended = [staff.send(omar, "/watches/end", watch=watch).status_code for _ in range(2)]
    assert ended == [303, 303]
    assert PURPOSE in read
