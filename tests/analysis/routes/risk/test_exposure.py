from headwater.analysis.routes.risk.exposure import Crossings, season_of, seasons_of_year


def test_december_belongs_to_the_winter_that_follows():
    assert [season_of(month, "quarter") for month in (12, 1, 3, 6, 11)] == [
        *("Dec-Feb", "Dec-Feb", "Mar-May", "Jun-Aug", "Sep-Nov")
    ]
    assert season_of(3, "month") == "03"
    assert seasons_of_year("year") == ()
    assert len(seasons_of_year("month")) == 12


def test_crossings_of_a_season_are_those_of_all_years():
    known = Crossings({"2024-01": 5.0, "2024-07": 50.0, "2025-01": 7.0}, ())
    assert known.over("Dec-Feb", "quarter") == 12
    assert known.over("whole year", "quarter") == 62


def test_a_death_by_vehicle_is_of_no_crossing_by_boat():
    boat = Crossings({"2024-01": 5.0}, (), frozenset({"boat"}))
    both = Crossings({"2024-01": 5.0}, (), frozenset({"boat", "lorry"}))
    assert (boat.fits("vehicle"), boat.fits("drowning"), both.fits("vehicle")) == (
        *(False, True, True),
    )
    assert Crossings({}, ()).fits("vehicle")
    assert boat.span("Dec-Feb", "quarter") == "2024-01 to 2024-01"
    assert boat.span("Jun-Aug", "quarter") == ""
