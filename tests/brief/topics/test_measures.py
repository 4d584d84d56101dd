"""What is announced."""

from headwater.brief.topics import measures
from headwater.brief.view import View
from tests.brief.fixtures import PRESS, picture, tables


def test_every_aim_stands_verbatim_under_its_measure_with_its_sentence():
    lines = measures(View(picture())).front
    (aims,) = [line for line in lines if line.sub]
    assert aims.text == "“Share intelligence on routes”; “Build stronger cases”."
    assert len(aims.evidence) == 2
    for aim in ("Share intelligence on routes", "Build stronger cases"):
        assert aim in PRESS


def test_a_planned_measure_is_not_told_as_done():
    line = measures(View(picture())).front[0]
    assert line.text == (
        "“sent to the Balkans” by Ministry of Crossings; 2 aims, as its text lists them:"
    )
    assert "planned" in line.tags


def test_a_measure_whose_body_is_not_stated_says_so():
    rows = [r for r in tables()["statements"] if r["property"] not in ("body", "name")]
    line = measures(View(picture(statements=rows))).front[0]
    assert line.text.startswith("A measure by a body not stated")


def test_none_announced_is_said():
    assert measures(View(picture(statements=[]))).front[0].text.startswith("No measure")


def test_the_newest_measures_stand_first_undated_ones_before_them_and_four_at_most():
    first = tables()["statements"][0] | {"schema": "Measure", "start": -1, "end": -1}
    rows = []
    for n, day in enumerate(("2006-07-01", "2025-01-01", "2007-03-01", "", "2024-05-01", "2023")):
        told = {"entity": f"m{n}", "property": "name", "value": f"step {n}", "text": f"step {n}"}
        rows.append(first | told | {"id": f"P-1#1.{100 + n}"})
        if day:
            dated = {"property": "startDate", "value": day, "text": day}
            rows.append(rows[-1] | dated | {"id": f"P-1#1.{200 + n}"})
    said = [line.text for line in measures(View(picture(statements=rows))).front]
    assert [text.split("”")[0] for text in said[:4]] == ["“step 3", "“step 1", "“step 4", "“step 5"]
    assert said[4:] == ["2 more measures in the picture."]
