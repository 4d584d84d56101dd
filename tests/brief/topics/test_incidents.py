"""Lives at risk."""

from typing import Any

from headwater.brief import compose
from headwater.brief.topics.incidents import incidents
from headwater.brief.view import View
from tests.brief.fixtures import occasion, picture, tables


def _view(*told: dict[str, str]) -> View:
    return View(_picture(*told))


def _picture(*told: dict[str, str]) -> Any:
    rows = tables()["statements"]
    first = rows[10] | {"schema": "Incident", "text": "", "start": -1, "end": -1}
    for n, properties in enumerate(told):
        for k, (name, value) in enumerate(properties.items()):
            ids = {"id": f"N-1#1.{100 + 10 * n + k}", "entity": f"i{n}"}
            rows.append(first | ids | {"property": name, "value": value})
    return picture(statements=rows)


def test_the_dead_and_the_missing_stand_on_page_one_with_the_newest_and_the_worst():
    view = _view(
        {"date": "2025-05-01", "dead": "40", "place": "horgos"},
        {"date": "2026-02-03", "dead": "7", "missing": "6", "survivors": "50", "place": "wien"},
    )
    topic = incidents(view)
    assert topic is not None
    said = [line.text for line in topic.front]
    assert said[0].startswith("2 incidents reported: 47 dead; 6 missing; 50 survivors.")
    assert said[1] == "Newest: Wien, 2026-W06: 7 dead, 6 missing and 50 survivors."
    assert said[2] == "Worst: Horgos, 2025-W18: 40 dead."
    assert [row.cells[2] for row in topic.tables[0].rows] == ["7", "40"]
    assert topic.front[1].evidence


def test_a_small_count_leaves_without_its_figure_its_sentence_and_a_sum_that_tells_it():
    view = _view({"date": "2026-02-03", "dead": "3"}, {"date": "2026-01-03", "dead": "10"})
    topic = incidents(view)
    assert topic is not None
    assert "10 dead (and fewer than 5 in each of 1 incident more)" in topic.front[0].text
    assert topic.front[1].text == "Newest: 2026-W06: fewer than 5 dead."
    assert topic.front[1].evidence == ()
    assert "13" not in repr([line.text for line in topic.front])


def test_an_incident_that_is_denied_or_told_twice_is_not_counted_again():
    told = {"date": "2026-02-03", "dead": "9"}
    topic = incidents(_view(told, told))
    assert topic is not None
    assert topic.front[0].text == "One incident: 2026-W06: 9 dead."
    assert topic.tables == ()


def test_without_incidents_there_is_no_such_topic_and_with_one_the_briefing_has_it():
    assert incidents(View(picture())) is None
    made = compose(_picture({"dead": "9"}), [], occasion())
    assert "risk" in [topic.id for topic in made.topics]
