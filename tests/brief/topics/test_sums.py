"""How much."""

from headwater.brief.topics import how_much
from headwater.brief.topics.sums import count_words
from headwater.brief.view import View
from headwater.model import Finding
from tests.brief.fixtures import picture, tables


def test_a_fee_in_words_stays_in_words_with_its_basis():
    line = how_much(View(picture())).front[0]
    assert "thousands of pounds per person (GBP, in words only)" in line.text
    assert line.evidence == ("P-1#1.9",)


def test_the_basis_is_said_once_even_where_the_words_leave_it_out():
    rows = [row | {"text": "thousands of pounds", "id": "x"} for row in tables()["money"]]
    text = how_much(View(picture(money=rows))).front[0].text
    assert "thousands of pounds per person (GBP" in text
    rows = [row | {"basis": "", "text": "thousands of pounds"} for row in rows]
    text = how_much(View(picture(money=rows))).front[0].text
    assert "thousands of pounds with no basis stated" in text


def test_a_projection_is_never_told_as_a_count():
    line = how_much(View(picture())).front[1]
    assert line.text == "Projection for the year 2026: 60,000 small boat arrivals."
    assert line.tags[:2] == ("projected, not a fact", "according to “some projections”")


def test_the_same_projection_without_its_year_is_not_told_twice():
    rows = tables()["series"]
    rows += [rows[0] | {"date": "", "statement": "P-1#1.9"}]
    lines = [line for line in how_much(View(picture(series=rows))).front if "60,000" in line.text]
    assert len(lines) == 1
    assert "the year 2026" in lines[0].text


def test_payments_are_told_in_aggregate_by_currency():
    row = tables()["money"][0] | {"kind": "payment", "text": "", "from": "milica", "to": "dragan"}
    rows = [row | {"id": f"p{n}", "low": 500.0, "high": 500.0, "currency": "EUR"} for n in range(3)]
    said = " ".join(line.text for line in how_much(View(picture(money=rows))).front)
    assert "3 payments reported, 1,500 EUR in all." in said
    assert "Milica" not in said


def test_fees_beyond_the_first_stand_in_a_table():
    row = tables()["money"][0]
    rows = [
        row | {"id": f"f{n}", "low": 100.0 * n, "high": 100.0 * n, "text": ""} for n in range(1, 60)
    ]
    topic = how_much(View(picture(money=rows)))
    assert "55 other fees stand in the table." in [line.text for line in topic.front]
    assert topic.tables[0].rest.startswith("and 34 more")


def test_what_legs_cost_stands_in_a_table_with_what_contradicts_it():
    row = {"id": "a", "leg": "Horgos > Szeged", "basis": "person", "mode": "van", "conflict": True}
    row |= {"low": 500.0, "high": 900.0, "median": 640.0, "currency": "EUR", "reports": 4}
    row |= {"independent_groups": 3}
    rows = (row, row | {"id": "b", "median": None}, row | {"id": "c", "conflict": False})
    evidence = {key: ("P-1#1.9",) for key in "abc"}
    finding = Finding("business.fees", "1", {}, "f", rows, evidence=evidence)
    (table,) = how_much(View(picture()), [finding]).tables
    assert table.rows[0].cells == (
        *("Horgos > Szeged", "per person, van", "EUR 500 to 900", "640", "4 / 3"),
        "contradicted by other sources",
    )
    assert [line.cells[-1] for line in table.rows] == ["contradicted by other sources", ""]


def test_counts_keep_their_range():
    assert count_words({"value": None, "low": 10.0, "high": 20.0}) == "10 to 20"
    assert count_words({"value": None, "low": None, "high": 20.0}) == "up to 20"


def test_a_count_under_five_leaves_without_its_figure_its_day_and_its_sentence():
    row = tables()["series"][0] | {"modality": "done", "date": "2026-03-15"}
    for value, told in ((3.0, "fewer than 5"), (5.0, "5"), (0.0, "0")):
        topic = how_much(View(picture(money=[], series=[row | {"value": value}])))
        (line,) = topic.front
        assert line.text == f"Count for 2026-W11: {told} small boat arrivals."
        assert bool(line.evidence) == (value != 3.0)


def test_two_days_of_one_week_are_one_week_and_a_number_that_is_missing_is_said_so():
    row = tables()["series"][0] | {"modality": "done", "value": None, "low": None, "high": None}
    days = [row | {"date": day} for day in ("2026-03-14", "2026-03-15")]
    (line,) = how_much(View(picture(money=[], series=days))).front
    assert line.text == "Count for 2026-W11: a number not stated of small boat arrivals."


def test_nothing_stated_is_said():
    assert how_much(View(picture(money=[], series=[]))).front[0].text.startswith("No fee")


def test_the_table_of_counts_has_the_latest_then_the_largest_and_says_how_many():
    row = tables()["series"][0] | {"modality": "done"}
    rows = [
        row | {"series": f"series {n:02}", "date": f"20{n:02}-01-05", "value": 10.0 + n}
        for n in range(40)
    ]
    rows.append(row | {"series": "a large one", "date": "2039-01-05", "value": 900.0})
    topic = how_much(View(picture(money=[], series=rows)))
    first = [r.cells[0] for r in topic.tables[-1].rows]
    assert first[:3] == ["a large one", "series 39", "series 38"]
    (said,) = [line.text for line in topic.front]
    assert said.startswith("41 counts in 41 series. The table has 25 series")
    assert said.endswith("16 are not shown.")


def test_payments_without_an_amount_are_told_apart():
    row = tables()["money"][0] | {"kind": "payment", "text": "", "currency": "EUR", "high": None}
    rows = [row | {"id": f"p{n}", "low": low} for n, low in enumerate((500.0, 700.0, None))]
    said = [line.text for line in how_much(View(picture(money=rows))).front]
    assert "3 payments reported, 2 with an amount, 1,200 EUR in all." in said


def test_people_in_one_report_are_no_projection_and_no_series():
    row = tables()["series"][0] | {"series": "unnamed", "unit": "људи", "value": 5.0}
    boat = row | {"date": "2026-11-21", "modality": "projected"}
    others = [boat | {"unit": "putnika", "date": ""}, boat | {"modality": "done", "value": 24.0}]
    topic = how_much(View(picture(money=[], series=[boat, *others])))
    assert [line.text for line in topic.front] == ["Count for 2026-W47: 24 people."]
    assert topic.tables == ()
    for told in ({"date": "2026"}, {"value": 60_000.0, "date": ""}, {"unit": "boat arrivals"}):
        (line,) = how_much(View(picture(money=[], series=[boat | told]))).front
        assert line.text.startswith("Projection for ")
        assert "unnamed" not in line.text


def test_people_are_called_people_in_every_language():
    row = tables()["series"][0] | {"series": "", "modality": "done", "value": 20.0, "date": ""}
    for unit in ("lica", "лица", "persons"):
        (line,) = how_much(View(picture(money=[], series=[row | {"unit": unit}]))).front
        assert line.text.endswith(": 20 people.")


def test_a_count_names_the_place_and_the_mode_that_it_is_of():
    row = tables()["series"][0] | {"series": "crossings", "modality": "done", "date": "2026-10"}
    told = (("horgos", "", 60.0), ("horgos", "van", 80.0), ("", "", 140.0))
    rows = [row | {"place": place, "mode": mode, "value": n} for place, mode, n in told]
    topic = how_much(View(picture(money=[], series=rows)))
    assert {line.text.partition(": ")[2] for line in topic.front} == {
        "60 crossings at Horgos.",
        "80 crossings at Horgos by van.",
        "140 crossings.",
    }
    (table,) = topic.tables
    assert {row.cells[:2] for row in table.rows} == {
        ("crossings at Horgos", "60"),
        ("crossings at Horgos by van", "80"),
        ("crossings", "140"),
    }
