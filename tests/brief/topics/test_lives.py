"""Lives at risk, as words tell of them."""

from collections.abc import Sequence
from typing import NamedTuple

from headwater.brief import compose
from headwater.brief.topics import lives
from headwater.brief.view import View
from headwater.picture import Picture
from tests.brief.fixtures import occasion, picture, tables

BOAT = "Milica Skrivena called: 12 people in the boat cannot breathe. They wait at Horgos."


class _Danger(NamedTuple):
    kind: str
    span: tuple[int, int]


def _reader(text: str) -> Sequence[_Danger]:
    at = text.find("cannot breathe")
    return [_Danger("suffocation", (at, at + 14))] if at >= 0 else []


NOW = occasion(made="2026-05-04T12:00:00Z", dangers=_reader)


def _picture(told: Sequence[tuple[str, str, str]] = (), day: str = "2026-05-02") -> Picture:
    """The picture with the boat in the press report of this day, and these statements of it."""
    held = tables()
    reports, items = held["reports"], held["items"]
    dates = {"information_from": day, "information_to": day, "record_date": day}
    reports[0] |= dates
    items[0] |= {"text": BOAT}
    rows = [row for row in held["statements"] if row["urn"] != "P-1"]
    for n, (entity, name, value) in enumerate(told):
        one = held["statements"][0] | {"id": f"P-1#1.{n + 1}", "entity": entity, "property": name}
        at = {"text": value, "start": BOAT.find(value), "end": BOAT.find(value) + len(value)}
        rows.append(one | at | {"value": value, "schema": "Observation", "status": "proposed"})
    return picture(reports=reports, items=items, statements=rows, series=[], money=[])


def _front(held: Picture) -> list[str]:
    return [line.text for line in lives(View(held), NOW).front]


def test_people_who_cannot_breathe_stand_there_though_nobody_has_accepted_anything():
    told = (("o", "count", "12"), ("o", "unit", "people"), ("o", "place", "horgos"))
    made = compose(_picture(told), [], NOW)
    (risk,) = [topic for topic in made.topics if topic.id == "risk"]
    assert risk.front[1].text == (
        "Danger to life (suffocation), 2026-W18, at Horgos: 12 people; report P-1, item 1."
    )
    assert set(risk.front[1].evidence) == {"P-1#1.1", "P-1#1.2"}
    assert "proposed" in risk.front[1].tags
    assert any("cannot breathe" in exhibit.text for exhibit in made.exhibits)
    assert "Skrivena" not in repr(made)


def test_a_danger_of_which_nothing_else_was_read_stands_there_too():
    (lead, line) = _front(_picture())
    assert lead.startswith("1 item tells in words of danger to life")
    assert line.endswith("2026-W18: how many is not told; report P-1, item 1.")


def test_a_small_number_and_the_sentence_that_tells_it_stay_in_the_report():
    told = (("o", "count", "12"), ("p", "persons", "3"))
    line = lives(View(_picture(told)), NOW).front[1]
    assert "12 people and fewer than 5 people" in line.text
    assert line.evidence == ()


def test_what_is_long_past_is_no_danger_now_and_that_nothing_is_told_is_said():
    old = _picture(day="2026-04-20")
    assert _front(old) == [
        "No words of the last seven days tell of danger to life, and no incident is told."
    ]
    undated = _picture(day="")
    assert "no date" in _front(undated)[1]


def test_where_many_tell_of_danger_the_newest_stand_first_and_all_in_a_table():
    held = tables()
    reports = [held["reports"][0] | {"urn": f"D-{n}", "record_date": ""} for n in range(9)]
    for n, row in enumerate(reports):
        row |= {"information_from": f"2026-05-0{n % 4 + 1}", "information_to": ""}
    items = [held["items"][0] | {"urn": f"D-{n}", "text": BOAT} for n in range(9)]
    topic = lives(View(picture(reports=reports, items=items, statements=[])), NOW)
    assert topic.front[0].text.startswith("9 items tell")
    assert "report D-7, item 1" in topic.front[1].text
    assert topic.front[-1].text == "6 more in the table."
    assert len(topic.tables[0].rows) == 9


def test_an_undated_register_is_no_news():
    held = tables()
    reports = [held["reports"][2] | {"record_date": "", "format": "table"}]
    items = [held["items"][2] | {"text": BOAT}]
    (line,) = _front(picture(reports=reports, items=items, statements=[]))
    assert line.startswith("No words of the last seven days")
