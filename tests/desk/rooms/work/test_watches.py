"""Standing questions at the desk."""

import threading

from headwater.node import watching
from headwater.node.looking import Run


def test_a_watch_is_put_renewed_and_ended(own):
    ana = own("ana")
    form = {"kind": "leg", "place": "Хоргош", "days": "30"}
    text = ana.post("/watches/new", data=form).text
    assert "The watch is asked from now on." in text
    watch = text.partition('name="watch" value="')[2].partition('"')[0]
    assert "Renewed." in ana.post("/watches/renew", data={"watch": watch}).text
    assert "Ended." in ana.post("/watches/end", data={"watch": watch}).text


def test_what_may_not_be_watched_is_given_back_with_the_reason(own):
    form = {"kind": "person", "name": "Goran Izmišljeni", "days": "30"}
    answer = own("ana").post("/watches/new", data=form)
    assert answer.status_code == 400
    assert "There is nobody here who may be watched by this" in answer.text
    assert "headwater" not in answer.text
    assert 'value="Goran Izmišljeni"' in answer.text


def test_a_phone_as_it_is_dialled_here_is_answered_with_what_to_put_before_it(own):
    form = {"kind": "identifier", "sort": "phone", "number": "063 555 0142", "days": "9"}
    answer = own("ana").post("/watches/new", data=form)
    assert "anywhere. Put the country in place of the first 0: +381 635550142" in answer.text
    assert 'value="063 555 0142"' in answer.text


def test_what_is_always_watched_for_is_said_in_the_readers_language(own):
    page = own("ana").get("/watches", headers={"Accept-Language": "sr"}).text
    assert "danger to life" not in page


def test_somebody_elses_watch_is_not_ended(own):
    ana, mira = own("ana"), own("mira")
    text = ana.post("/watches/new", data={"kind": "place", "place": "Horgoš", "days": "9"}).text
    watch = text.partition('name="watch" value="')[2].partition('"')[0]
    assert mira.post("/watches/end", data={"watch": watch}).status_code == 400


def test_what_was_here_before_is_shown_when_a_watch_is_put_and_alerts_nobody(own):
    ana, mira = own("ana"), own("mira")
    before = ana.get("/alerts").text.count("<article")
    form = {"kind": "words", "words": "van", "days": "9", "earlier": "1"}
    answer = ana.post("/watches/new", data=form)
    assert answer.url.path == "/watches/earlier"
    assert "The watch is asked from now on." in answer.text
    assert "the words &#39;van&#39;" in answer.text
    assert "I have read it" not in answer.text
    assert ana.get("/alerts").text.count("<article") == before
    assert mira.get(str(answer.url)).status_code == 400
    link = str(answer.url).replace("http://testserver.local", "").replace("&said=new", "")
    assert link.replace("&", "&amp;") in ana.get("/watches").text


def test_a_watch_for_somebodys_safety_leads_its_supervisor_nowhere_but_back_to_the_list(own):
    """What it found is for the safeguarding role alone, what was here before too."""
    sara, selma = own("sara"), own("selma")
    sara.post("/purpose", data={"purpose": "safeguarding: children at Horgos"})
    form = {"kind": "words", "words": "van", "days": "9", "safeguarding": "1", "earlier": "1"}
    answer = sara.post("/watches/new", data=form)
    assert answer.status_code == 200
    assert "The watch is asked from now on." in answer.text
    assert "What was here before" not in answer.text
    theirs = selma.get("/watches").text
    watch = theirs.partition("/watches/earlier?watch=")[2].partition('"')[0]
    assert "the words &#39;van&#39;" in selma.get(f"/watches/earlier?watch={watch}").text
    assert 'action="/watches/renew"' not in theirs  # that takes a supervisor
    assert "Ended." in selma.post("/watches/end", data={"watch": watch}).text


def test_while_the_reports_are_looked_through_the_page_says_so_and_loads_itself(own, monkeypatch):
    ana, going = own("ana"), threading.Event()
    look_back = watching.look_back
    monkeypatch.setattr(watching, "look_back", lambda *asked: going.wait(20) and look_back(*asked))
    monkeypatch.setattr(Run, "wait", lambda run, seconds=0: run._done.wait(0.01))
    form = {"kind": "words", "words": "van", "days": "9", "earlier": "1"}
    waiting = ana.post("/watches/new", data=form)
    assert "The reports are being looked through" in waiting.text
    going.set()
    monkeypatch.undo()
    assert "The reports are being looked through" not in ana.get(str(waiting.url)).text


def test_every_kind_has_its_form(enter):
    for kind in ("leg", "identifier", "person", "place", "network", "danger", "words"):
        assert "Watch for it" in enter("ana").get(f"/watches?kind={kind}").text
