"""Where and how."""

from headwater.analysis import run
from headwater.brief.topics import how, where
from headwater.brief.topics.journeys import routes_of
from headwater.brief.view import View
from tests.brief.fixtures import picture, tables


def test_reports_of_one_leg_are_put_together_and_groups_are_counted():
    routes = routes_of(View(picture()))
    assert [route.words for route in routes] == ["Horgos to Wien by lorry"]
    assert routes[0].groups == 2
    assert routes[0].dates == "2026-03-01 to 2026-05-01"


def test_fees_are_listed_as_said_and_never_averaged():
    assert routes_of(View(picture()))[0].fees == (
        "EUR 1,200 to 1,500 per person; EUR 2,500 per person"
    )


def test_a_leg_line_says_how_many_independent_groups_and_cites_them():
    line = how(View(picture())).front[0]
    assert "2 reports in 2 independent groups" in line.text
    assert line.evidence == ("N-1#1.6", "N-2#1.1")
    assert line.tags == ()


def test_a_leg_that_is_only_alleged_says_so():
    rows = [row for row in tables()["legs"] if row["modality"] == "alleged"]
    assert how(View(picture(legs=rows))).front[0].tags == ("alleged", "proposed")


def test_areas_and_places_stand_apart_and_kinds_of_the_trade_are_named():
    said = [line.text for line in where(View(picture())).front]
    assert said == [
        "Areas: Balkans.",
        "Places: Horgos (crossing point), Wien and the yard (safe house).",
    ]


def test_without_legs_the_drawing_shows_the_places_and_says_that_no_leg_is_reported():
    view = View(picture(legs=[]))
    assert "no leg is reported" in where(view).figures[0].caption
    assert how(view).front[0].text.startswith("No leg is stated")


def test_without_places_there_is_no_drawing():
    view = View(picture(places=[], legs=[]))
    assert where(view).figures == ()
    assert where(view).front[0].text == "No place is named."


def test_seizures_and_supplies_are_told_as_reported():
    row = tables()["money"][0]
    goods = [row | {"id": "s1", "kind": "seizure", "text": "12 engines"}]
    said = [line.text for line in how(View(picture(money=goods))).front]
    assert "Seized, 1 report: 12 engines." in said


def test_legs_that_are_travelled_one_after_the_other_are_told_with_their_support():
    row = tables()["legs"][0] | {"modality": "done", "network": "", "date": ""}
    steps = (("a", "Horgos", "b", "the river", "van"), ("b", "the river", "c", "Wien", ""))
    rows = [
        row
        | {"id": f"L{report}{mode}", "statement": f"{report}#1.1{mode}", "report": report}
        | {"group": report, "from": start, "from_name": name, "mode": mode}
        | {"to": end, "to_name": end_name}
        for report in ("N-1", "N-2")
        for start, name, end, end_name, mode in steps
    ]
    seen = picture(legs=rows)
    (said,) = [
        line
        for line in how(View(seen), [run(seen, "routes.map")]).front
        if "one after the other" in line.text
    ]
    assert "Horgos by van to the river, then (means not stated) to Wien" in said.text
    assert "2 independent groups" in said.text
    assert said.tags == ("assessment",)
    assert said.evidence == ("N-1#1.1van", "N-1#1.1")
