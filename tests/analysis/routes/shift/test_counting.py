import numpy as np
import pytest

from headwater.analysis.routes.shift.counting import gather
from headwater.picture import Picture, make_table

SETTINGS = {
    "step": "auto",
    "by": "leg",
    "measure": "sightings",
    "release_as_of": "",
    "accepted_only": False,
    "drop_weak": False,
}


def counts_of(rows, table="series", **settings):
    told = [
        {"modality": "done", "status": "accepted", "grade": "1A", "statement": f"R{at:03d}#1.1"}
        | row
        for at, row in enumerate(rows)
    ]
    names = {name for row in told for name in row}
    columns = {name: [row.get(name) for row in told] for name in names}
    return gather(Picture.of({table: make_table(table, columns)}), SETTINGS | settings)


def row(day, value, series="A", **rest):
    return {"series": series, "date": day, "value": value} | rest


def leg(day, **rest):
    place = {"from_name": "Edirne", "to_name": "Sofia", "mode": "van"}
    return {"id": "L", "date": day, "report": "R", "group": "G"} | place | rest


def test_somebody_named_in_a_file_of_people_is_no_end_of_a_leg():
    told = [
        leg(day, statement=f"L{at}#1.1", modality="done", status="accepted", grade="1A")
        | {"from_name": name}
        for at, (day, name) in enumerate([("2020-01", "Samir Haddad"), ("2020-02", "Edirne")])
    ]
    columns = {name: [row[name] for row in told] for name in told[0]}
    people = make_table("entities", {"id": ["p"], "caption": ["Samir Haddad"]})
    given = people.select(["id", "caption"]).rename_columns(["id", "name"])
    picture = Picture.of({"legs": make_table("legs", columns)})
    assert len(gather(picture, SETTINGS).names) == 2
    picture = Picture.of({**picture.tables, "given_people": given})
    assert gather(picture, SETTINGS).names == ["Edirne > Sofia (van)"]


def legs_between(starts, places):
    """The series of two months of legs that begin at these ids, as told."""
    told = [
        leg(f"2020-{at + 1:02d}", statement=f"L{at}#1.1", modality="done", status="accepted")
        | {"grade": "1A", "to": "Q2", "from": one, "from_name": name}
        for at, (one, name) in enumerate(starts)
    ]
    columns = {name: [row[name] for row in told] for name in told[0]}
    known = {name: [place.get(name) for place in places] for name in places[0]}
    tables = {"legs": make_table("legs", columns), "places": make_table("places", known)}
    return gather(Picture.of(tables), SETTINGS).names


def test_a_leg_told_in_two_languages_is_one_series():
    place = {"id": "Q1", "name": "Edirne", "country": "tr", "lat": 41.7, "lon": 26.6}
    names = legs_between([("Q1", "Adrianopoli"), ("Q1", "Одрин"), ("Q1", "Edirne")], [place])
    assert names == ["Edirne > Sofia (van)"]


def test_two_places_of_one_name_are_two_series_told_apart():
    one = {"id": "Q1", "name": "Novi", "country": "rs", "lat": 45.0, "lon": 20.0}
    other = {"id": "Q3", "name": "Novi", "country": "ba", "lat": 44.0, "lon": 17.0}
    names = legs_between([("Q1", "Novi"), ("Q3", "Novi")], [one, other])
    assert names == ["Novi [ba] > Sofia (van)", "Novi [rs] > Sofia (van)"]
    names = legs_between([("Q1", "Novi"), ("Q3", "Novi")], [one, other | {"country": "rs"}])
    assert names == ["Novi [Q1] > Sofia (van)", "Novi [Q3] > Sofia (van)"]


def test_series_stand_side_by_side_and_a_month_nobody_counted_is_a_gap():
    counts = counts_of([row("2020-01", 5.0), row("2020-03", 7.0), row("2020-02", 0.0, "B")])
    assert (counts.names, counts.step) == (["A", "B"], "month")
    np.testing.assert_array_equal(counts.values, [[5, np.nan, 7], [np.nan, 0, np.nan]])
    assert counts.statements[0] == {0: ["R000#1.1"], 2: ["R001#1.1"]}


def test_the_same_series_in_two_units_is_two_series():
    counts = counts_of([row("2020-01", 5.0, unit="boats"), row("2020-01", 90.0, unit="people")])
    assert counts.names == ["A (boats)", "A (people)"]


def test_days_become_weeks_and_a_week_with_missing_days_is_a_gap():
    days = [f"2024-01-{day:02d}" for day in range(1, 29) if day != 10]
    counts = counts_of([row(day, 2.0) for day in days])
    assert counts.step == "week"
    np.testing.assert_array_equal(counts.values, [[14, np.nan, 14, 14]])
    assert any("1 weeks have days without a count" in caveat for caveat in counts.caveats)


def test_the_source_with_the_longest_record_counts_where_two_differ():
    rows = [row(f"2020-{month:02d}", 10.0, report="police") for month in range(1, 7)]
    rows += [row(f"2020-{month:02d}", 99.0, report="press") for month in range(2, 4)]
    counts = counts_of(rows)
    assert counts.values.tolist() == [[10.0] * 6]
    assert any("2 periods are counted twice" in caveat for caveat in counts.caveats)


def test_of_two_numbers_that_one_source_tells_for_one_period_none_counts():
    rows = [row(f"2020-{month:02d}", 10.0) for month in range(1, 7)]
    counts = counts_of([*rows, row("2020-03", 99.0)])
    assert np.isnan(counts.values[0]).tolist() == [month == 2 for month in range(6)]
    assert any("2020-03 (10 and 99)" in caveat for caveat in counts.caveats)


def test_the_latest_release_counts_up_to_the_one_asked_for():
    rows = [row("2020-01", 5.0, release="1"), row("2020-01", 8.0, release="2")]
    assert counts_of(rows).values.tolist() == [[8.0]]
    assert counts_of(rows, release_as_of="1").values.tolist() == [[5.0]]


def test_a_revision_is_told_with_what_it_was_and_a_count_taken_back_is_a_gap():
    rows = [row("2020-01", 5.0, release="1"), row("2020-01", 8.0, release="2")]
    rows += [row("2020-02", 6.0, release="1"), row("2020-02", -6.0, release="2")]
    rows += [row("2020-03", 7.0, release="1"), row("2020-03", 7.0, release="2")]
    counts = counts_of(rows)
    np.testing.assert_array_equal(counts.values, [[8, np.nan, 7]])
    assert any("1 counts were revised" in c and "A 2020-01 (5 → 8)" in c for c in counts.caveats)
    assert any("gaps, not zeros: A 2020-02" in caveat for caveat in counts.caveats)


def test_what_is_planned_denied_negative_or_undated_is_not_counted():
    counts = counts_of(
        [
            row("2020-01", 5.0),
            row("2020-02", 6.0, modality="planned"),
            row("2020-03", -6.0),
            row("", 6.0),
        ]
    )
    assert counts.values.tolist() == [[5.0]]
    assert any("1 counts have no date" in caveat for caveat in counts.caveats)
    assert any("gaps, not zeros: A 2020-03" in caveat for caveat in counts.caveats)


def test_a_year_that_cannot_be_placed_in_a_month_is_left_out_and_named():
    counts = counts_of([row("2020-01", 5.0), row("2020-02", 5.0), row("2020", 60.0)])
    assert counts.values.tolist() == [[5.0, 5.0]]
    assert any("reach over the end of a month" in caveat for caveat in counts.caveats)


def test_a_leg_that_others_were_seen_beside_was_not_seen_and_without_reports_is_unknown():
    legs = [
        leg("2020-01-07", id="1"),
        leg("2020-01-09", id="2"),
        leg("2020-02-03", id="3", to_name="Ruse"),
        leg("2020-04-03", id="4"),
    ]
    counts = counts_of(legs, "legs", step="month")
    assert counts.names == ["Edirne > Ruse (van)", "Edirne > Sofia (van)"]
    np.testing.assert_array_equal(counts.values, [[0, 1, np.nan, 0], [2, 0, np.nan, 1]])
    assert (counts.goals, counts.places[0]) == (["Ruse", "Sofia"], ("Edirne", "Ruse"))


def test_a_rewrite_of_the_same_story_is_no_second_sighting():
    legs = [
        leg("2020-01-07", id="1"),
        leg("2020-01-07", id="2"),
        leg("2020-01-07", id="3", report="COPY"),
        leg("2020-01-07", id="4", report="OTHER", group="H"),
    ]
    counts = counts_of(legs, "legs")
    assert counts.values.tolist() == [[3.0]]
    assert any("1 sightings repeat another report" in caveat for caveat in counts.caveats)


@pytest.mark.parametrize(
    ("by", "name"),
    [("leg", "Edirne > Sofia (van)"), ("stretch", "Edirne > Sofia"), ("to", "to Sofia")],
)
def test_legs_are_counted_by_what_is_asked_for(by, name):
    assert counts_of([leg("2020-01-07")], "legs", by=by).names == [name]


def test_people_are_counted_where_their_number_is_told():
    legs = [leg("2020-01-07", id="1", persons=12.0), leg("2020-01-08", id="2")]
    assert counts_of(legs, "legs", measure="people").values.tolist() == [[12.0]]
