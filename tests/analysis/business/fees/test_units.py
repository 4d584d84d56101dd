from headwater.analysis import run
from tests.analysis.business.fixtures import fee, trade


def rows_of(*rows, **given):
    return run(trade(*rows), "business.fees", given).rows


def test_bases_currencies_and_stretches_are_never_mixed():
    rows = rows_of(
        fee(500.0, 700.0),
        fee(600.0, 900.0),
        fee(9000.0, 12000.0, fee_basis="vehicle_trip"),
        fee(500.0, 700.0, currency="GBP"),
        fee(500.0, 700.0, to="Subotica", to_name="Subotica"),
    )
    assert sorted((r["leg"], r["basis"], r["currency"], r["fees"]) for r in rows) == [
        ("Horgos > Subotica", "person", "EUR", 1),
        ("Horgos > Szeged", "person", "EUR", 2),
        ("Horgos > Szeged", "person", "GBP", 1),
        ("Horgos > Szeged", "vehicle_trip", "EUR", 1),
    ]


def test_a_place_is_one_place_however_its_letters_are_set():
    (row,) = rows_of(fee(500.0, 700.0), fee(600.0, 900.0, to=" SZEGED "))
    assert (row["fees"], row["destination"]) == (2, "Szeged")


def test_ten_reports_of_one_story_weigh_as_much_as_one():
    copies = [fee(1000.0, 1000.0, group="G") for _ in range(10)]
    (row,) = rows_of(*copies, fee(1200.0, 1200.0), fee(1300.0, 1300.0))
    assert (row["median"], row["independent_groups"], row["fees"]) == (1200.0, 3, 12)


def test_sources_that_contradict_each_other_are_two_rows_with_both_statements():
    rows = rows_of(fee(500.0, 700.0), fee(2000.0, 2500.0), fee(2100.0, 2400.0))
    assert [(row["low"], row["high"], row["conflict"]) for row in rows] == [
        (2000.0, 2500.0, True),
        (500.0, 700.0, True),
    ]
    assert [(one["low"], one["statement"]) for one in rows[1]["against"]] == [
        (500.0, "R0#1.5"),
        (2100.0, "R2#1.5"),
    ]
    assert "not averaged" in rows[0]["why"]


def test_service_payment_season_and_group_are_told_apart_on_demand():
    told = [
        fee(500.0, 700.0, service_model="per_leg", payment_mode="escrow", date="2025-01-10"),
        fee(500.0, 700.0, service_model="full_package", payment_mode="debt", date="2025-07-10"),
    ]
    assert len(rows_of(*told, by="")) == 1
    assert {row["service_model"] for row in rows_of(*told)} == {"per_leg", "full_package"}
    paid = rows_of(*told, by="payment_mode")
    assert {row["payment_mode"] for row in paid} == {"escrow", "debt"}
    for season, words in (
        ("half", {"Oct-Mar", "Apr-Sep"}),
        ("quarter", {"2025-Q1", "2025-Q3"}),
        ("month", {"2025-01", "2025-07"}),
        ("year", {"2025"}),
    ):
        assert {row["season"] for row in rows_of(*told, by="", season=season)} == words


def test_a_date_that_reaches_over_two_seasons_is_in_none():
    (row,) = rows_of(fee(500.0, 700.0, date="2025"), season="half")
    assert row["season"] == ""


def test_a_fee_without_a_unit_is_compared_with_nothing_and_says_why():
    (row,) = rows_of(fee(500.0, 700.0, currency=""))
    assert (row["median"], row["low"], row["high"]) == (None, 500.0, 700.0)
    assert row["why"] == "no currency is told: compared with nothing"


def test_only_upper_ends_give_no_estimate():
    (row,) = rows_of(fee(None, 7000.0))
    assert (row["low"], row["median"], row["high"]) == (None, None, 7000.0)
    assert "only one end is told" in row["why"]
