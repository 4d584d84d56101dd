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
