"""What conflicts and what is missing."""

from headwater.brief.topics import conflicts, missing
from headwater.brief.view import View
from tests.brief.fixtures import picture, tables


def _front(view: View) -> list[str]:
    return [line.text for line in conflicts(view).front]


def test_fees_that_do_not_touch_are_shown_with_both_sources():
    line = conflicts(View(picture())).front[0]
    assert line.text == (
        "Fee, Horgos to Wien by lorry: EUR 1,200 to 1,500 per person, or EUR 2,500 per person."
    )
    assert line.evidence == ("N-1#1.6", "N-2#1.1")


def test_ranges_that_overlap_or_differ_in_basis_or_currency_do_not_conflict():
    for change in ({"fee_min": 1400.0}, {"fee_basis": "boat"}, {"currency": "GBP"}):
        legs = tables()["legs"]
        legs[1] |= change
        assert not [text for text in _front(View(picture(legs=legs))) if text.startswith("Fee")]


def test_a_denial_stands_beside_what_it_denies():
    said = _front(View(picture()))
    assert (
        "role in a network: Dragan Izmišljen and Group of the lorry: “drives”, "
        "or denied: “denies driving”."
    ) in said


def test_two_values_of_one_count_conflict_only_between_reports():
    row = tables()["series"][0]
    other = row | {"value": 45000.0, "report": "N-1", "statement": "N-1#1.1"}
    said = _front(View(picture(series=[row, other])))
    assert "small boat arrivals, 2026 (projected): 45,000, or 60,000." in said
    same = [row, other | {"report": row["report"]}]
    assert not [text for text in _front(View(picture(series=same))) if "arrivals" in text]


def test_counts_of_different_places_do_not_conflict():
    row = tables()["series"][0] | {"place": "place:a"}
    other = row | {"value": row["value"] + 4, "report": "another", "place": "place:b"}
    assert not [text for text in _front(View(picture(series=[row, other]))) if "arrivals" in text]


def test_counts_that_conflict_name_the_place_that_they_are_of():
    row = tables()["series"][0] | {"place": "horgos"}
    other = row | {"value": 45000.0, "report": "N-1", "statement": "N-1#1.1"}
    said = _front(View(picture(series=[row, other])))
    assert "small boat arrivals at Horgos, 2026 (projected): 45,000, or 60,000." in said


def test_counts_of_no_named_series_do_not_conflict():
    row = tables()["series"][0] | {"series": "unnamed", "unit": "people"}
    other = row | {"value": 45000.0, "report": "N-1", "statement": "N-1#1.1"}
    said = _front(View(picture(series=[row, other])))
    assert not [text for text in said if "60,000" in text]


def test_birth_dates_conflict_for_suspects_but_nothing_is_told_of_the_protected():
    rows = [row for row in tables()["statements"] if row["schema"] != "NetworkRole"]
    for who, n in (("dragan", 50), ("milica", 60)):
        rows += [
            rows[0] | {"id": f"N-1#1.{n + i}", "urn": "N-1", "n": n + i, "entity": who,
                       "schema": "Person", "property": "birthDate", "value": value, "text": value}
            for i, value in enumerate(("1980-01-01", "1980", "1981"))
        ]  # fmt: skip
    said = _front(View(picture(statements=rows)))
    assert "Birth date, Dragan Izmišljen: 1980-01-01, or 1981." in said
    assert len([text for text in said if "Birth date" in text]) == 1


def test_no_conflict_is_said():
    view = View(picture(legs=[], series=[], money=[], statements=[]))
    assert _front(view) == ["No two reports were found to contradict each other."]


def test_each_known_gap_is_counted():
    said = " ".join(line.text for line in missing(View(picture())).front)
    assert "1 person without a category" in said
    assert "until an analyst, an officer or a supervisor decides it in the review" in said
    assert "headwater" not in said
    assert "1 fee stated in words only" in said
    assert "1 place without coordinates" in said
    assert "1 report from sources whose own origin nobody has established" in said
    assert "1 report without a date of the information" in said


def test_a_fee_without_a_basis_and_a_leg_without_a_mode_are_gaps():
    money = [row | {"basis": ""} for row in tables()["money"]]
    legs = [row | {"mode": ""} for row in tables()["legs"]]
    said = " ".join(line.text for line in missing(View(picture(money=money, legs=legs))).front)
    assert "1 fee stated without a basis" in said
    assert "2 legs without a mode" in said


def test_when_nobody_can_be_ranked_it_says_that_the_organiser_is_not_known():
    people = [row | {"rankable": False} for row in tables()["entities"]]
    said = [line.text for line in missing(View(picture(entities=people))).front]
    assert said[0] == "No suspect or convicted person: who organises is not known."


def test_a_role_without_a_group_and_a_date_in_words_are_gaps():
    rows = [
        row
        for row in tables()["statements"]
        if (row["schema"], row["property"]) != ("NetworkRole", "network")
    ]
    series = [row | {"date": "this year"} for row in tables()["series"]]
    lines = missing(View(picture(statements=rows, series=series))).front
    said = {line.text: line.evidence for line in lines}
    assert said["1 role in no named group."] == ("N-1#1.7",)
    assert said["1 date said in words that give no day (“this year”), left as said."] == (
        "P-1#1.10",
    )
