"""The briefing as a whole."""

from dataclasses import replace

import pytest

from headwater.brief import Briefing, compose
from tests.brief.fixtures import SECRET, occasion, picture, ranking, tables

TOPICS = [
    "risk",
    "who",
    "where",
    "how",
    "how_much",
    "measures",
    "new",
    "conflicts",
    "missing",
    "sure",
    "received",
]


@pytest.fixture(scope="module")
def made() -> Briefing:
    return compose(picture(), [ranking()], occasion())


def test_every_question_is_answered_on_page_one_in_this_order(made: Briefing):
    assert [topic.id for topic in made.topics] == TOPICS
    assert all(topic.front for topic in made.topics)


def test_every_citation_resolves_to_an_exhibit(made: Briefing):
    cited = [i for topic in made.topics for i in topic.citations()]
    assert cited
    assert set(cited) <= set(made.numbers)
    assert sorted(set(made.numbers.values())) == [e.number for e in made.exhibits]


def test_the_strictest_handling_marks_the_whole(made: Briefing):
    assert made.marking.startswith("HANDLING C/A1/S2")
    mild = [row | {"handling": "P"} for row in tables()["items"]]
    assert compose(picture(items=mild), [], occasion()).marking.startswith("HANDLING P")


def test_a_marking_nobody_can_read_counts_as_the_strictest():
    odd = [row | {"handling": "ONLY FOR GOOD FRIENDS/"} for row in tables()["items"]]
    assert compose(picture(items=odd), [], occasion()).marking.startswith("HANDLING C/A1/S2")


def test_it_says_once_that_machine_readings_await_a_person(made: Briefing):
    notes = [line.text for line in made.notice]
    assert "Findings are assessments" in notes[0]
    assert "12 of 22 statements are machine readings" in notes[1]
    assert "accepted statements only" in notes[1]


def test_methods_stand_with_version_parameters_and_other_readings(made: Briefing):
    assert "organisers.ranking, version 1 (grades = all)" in made.methods[0].text
    assert "without D: no change" in made.methods[0].text


def test_no_protected_name_is_anywhere_in_it(made: Briefing):
    assert not [piece for piece in (*SECRET, "Tajna", "Osoba") if piece in repr(made)]


def test_an_empty_picture_gives_a_briefing_that_says_so():
    empty = {name: [] for name in tables()}
    made = compose(picture(**empty), [], occasion(refusals=()))
    said = " ".join(line.text for topic in made.topics for line in topic.front)
    assert "Nothing has been received" in said
    assert "Nothing was refused." in said
    assert "No leg" in said
    assert made.exhibits == ()


def test_the_same_picture_gives_the_same_briefing():
    assert compose(picture(), [ranking()], occasion()) == compose(
        picture(), [ranking()], occasion()
    )


def test_what_was_decided_here_is_no_report_no_item_no_group_and_nothing_new():
    held = tables()
    reports, items = held["reports"], held["items"]
    urn = "Hub North C-1"
    reports.append(
        reports[0]
        | {"urn": urn, "group": "g-C-1", "format": "decision", "record_date": "2027-01-01"}
    )
    items.append(items[0] | {"urn": urn, "text": "Decided: dragan is suspect.", "handling": "P"})
    said = held["statements"]
    said.append(
        said[0]
        | {"id": f"{urn}#1.1", "urn": urn, "schema": "CategoryDecision", "property": "subject"}
        | {"entity": "d", "mention": "d", "value": "dragan", "status": "accepted"}
    )
    with_it = compose(picture(reports=reports, items=items, statements=said), (), occasion())
    without = compose(picture(), (), occasion())
    for id in ("received", "new", "missing"):
        assert _front(with_it, id) == _front(without, id)
    (sure, before) = (_front(one, "sure") for one in (with_it, without))
    assert sure[0] == before[0]
    assert sure[0].startswith("3 reports count as 3 independent groups")
    assert with_it.notice == without.notice
    assert any("1 more was made here, by decisions." in line for line in sure)


def _front(made: Briefing, id: str) -> list[str]:
    return [line.text for topic in made.topics if topic.id == id for line in topic.front]


def test_every_line_that_rests_on_what_nobody_accepted_says_so():
    status = {row["id"]: row["status"] for row in tables()["statements"]}
    taken = {"id": "p1", "kind": "payment", "low": 4500.0, "currency": "EUR"}
    seized = {"id": "s1", "kind": "seizure", "text": "cash"}
    behind = {"report": "P-1", "group": "g-P-1", "statement": "P-1#1.1", "modality": "done"}
    money = [*tables()["money"], taken | behind, seized | behind]
    made = compose(picture(money=money), (), occasion())
    lines = [line for topic in made.topics for line in (*topic.front, *topic.lines)]
    resting = [line for line in lines if line.evidence]
    assert any(line.text.startswith("Seized") for line in resting)
    assert any("payment reported" in line.text for line in resting)
    for line in resting:
        if all(status[one] == "proposed" for one in line.evidence):
            assert "proposed" in line.tags, line.text


def test_what_is_left_out_is_not_cited_and_is_said_to_be(made: Briefing):
    asked = replace(occasion(), left_out=frozenset({"who", "received", "sure"}))
    short = compose(picture(), [ranking()], asked)
    assert [topic.id for topic in short.topics] == [
        one for one in TOPICS if one not in ("who", "received")
    ]
    assert short.notice[-1].text == "Left out by whoever put it together: Who, What was received."
    assert len(short.exhibits) < len(made.exhibits)
