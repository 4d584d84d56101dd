"""Alerts as a page and as they come."""

import asyncio
import json
from types import SimpleNamespace

from headwater.desk.rooms.work.alerts import _event, _events
from tests.desk.rooms.work.test_entry import FORM


def danger(browser):
    """A report of today that a life is at risk."""
    form = browser.get("/reports/new").text
    today = form.partition('name="record" value="')[2].partition('"')[0]
    text = "A boat with 40 people is sinking off Dungeness, they need rescue."
    return FORM | {"text-1": text, "information": today, "record": today}


def test_an_alert_is_shown_with_its_words_and_noted_as_read(own):
    ana = own("ana")
    ana.post("/reports/write", data=danger(ana))
    text = ana.get("/alerts?unread=true").text
    assert "A life at risk" in text
    assert "<mark>40 people</mark>" in text
    ids = text.partition('name="ids" value="')[2].partition('"')[0]
    assert "1 alert noted as read by you." in ana.post("/alerts/read", data={"ids": ids}).text
    assert "There are no alerts for you here." in ana.get("/alerts?unread=true").text


def test_an_alert_that_is_not_there_cannot_be_noted(own):
    assert own("ana").post("/alerts/read", data={"ids": "abc"}).status_code == 400


class FakeFeed:
    """Tells what it was given, then ends."""

    def __init__(self, *batches):
        self.batches = batches

    async def alerts(self, node, since="", telling=None):
        for batch in self.batches:
            yield batch


ALERT = SimpleNamespace(
    id="a1",
    when="2026-11-22T10:00:00+00:00",
    says="A life may be at risk\n\nevent: forged",
    report="IR 1&x=<y>",
    items=(2,),
    urgency="life_at_risk",
)


def told(feed, guests):
    """What the stream says while these guests are behind the cookie, one look each."""
    left = iter(guests)
    reception = SimpleNamespace(guest=lambda request: next(left))
    state = SimpleNamespace(feed=feed, reception=reception)
    node = SimpleNamespace(viewer="ana", stated="case: Drava")
    visit = SimpleNamespace(node=node, language="sr")

    async def listen():
        return [part async for part in _events(visit, None, state, "")]

    return asyncio.run(listen())


ANA = SimpleNamespace(viewer="ana", purpose="case: Drava")


def test_the_stream_tells_each_alert_as_one_event_and_ends_with_the_feed():
    said = told(FakeFeed([ALERT]), [ANA, ANA])
    assert len(said) == 2
    event = said[1]
    assert event.count("\n\n") == 1
    data = json.loads(event.split("data: ")[1])
    assert data["urgent"]
    assert data["href"] == "/reports/read?urn=IR%201%26x%3D%3Cy%3E#item-2"


def test_the_stream_ends_when_the_rights_or_the_purpose_change():
    other = SimpleNamespace(viewer="ana", purpose="case: Sava")
    assert len(told(FakeFeed([ALERT]), [other])) == 1


def test_an_event_carries_the_time_from_which_to_go_on():
    assert "id: 2026-11-22T10:00:00+00:00\n" in _event(ALERT, "en")


def test_a_link_that_breaks_between_two_alerts_loses_neither():
    """A browser asks again from the last that it heard, so nothing older may be told after it."""
    newer = SimpleNamespace(**vars(ALERT) | {"id": "a2", "when": "2026-11-22T10:05:00+00:00"})
    said = told(FakeFeed([ALERT, newer]), [ANA, ANA])[1:]  # lives at risk come first of the feed
    assert [json.loads(one.split("data: ")[1])["id"] for one in said] == ["a1", "a2"]
