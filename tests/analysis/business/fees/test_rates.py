import pytest

from headwater.analysis import run
from headwater.picture import from_plain_files

RATES = """date,currency,rate,base
2024-01-10,GBP,1.10,EUR
2024-05-01,GBP,1.20,EUR
2024-05-01,USD,0.9,EUR
"""
PRICES = "date,area,index\n2024,EUR,100\n2025,EUR,110\n"


def rows(tmp_path, fees, rates=RATES, prices=PRICES, **parameters):
    files = {}
    head = "from,to,date,fee_min,fee_max,currency,fee_basis\n"
    for kind, text in (("legs", head + fees), ("rates", rates), ("prices", prices)):
        files[kind] = tmp_path / f"{kind}.csv"
        files[kind].write_text(text, encoding="utf-8")
    return run(from_plain_files(**files), "business.fees", parameters)


def test_nothing_is_converted_unless_it_is_asked_for(tmp_path):
    finding = rows(tmp_path, "A,B,2024-05-03,1000,1000,GBP,person\n")
    assert (finding.rows[0]["currency"], finding.rows[0]["median"]) == ("GBP", 1000)


def test_a_fee_is_converted_at_the_last_rate_before_it_and_says_so(tmp_path):
    finding = rows(tmp_path, "A,B,2024-05-03,1000,1000,GBP,person\n", currency="EUR")
    (row,) = finding.rows
    assert (row["currency"], row["median"]) == ("EUR", 1200)
    assert "rates line 3 of 2024-05-01" in row["why"]


def test_a_rate_that_says_units_per_euro_is_not_used_and_what_to_write_is_said(tmp_path):
    table = "date,currency,rate\n2024-05-01,RSD,117.1\n"
    finding = rows(tmp_path, "A,B,2024-05-03,35000,35000,RSD,person\n", table, currency="EUR")
    assert finding.rows[0]["currency"] == "RSD"
    assert any("write 0.00853971" in said for said in finding.caveats)


def test_a_rate_in_a_weak_base_may_be_large(tmp_path):
    table = "date,currency,rate,base\n2024-05-01,EUR,117.1,RSD\n"
    finding = rows(tmp_path, "A,B,2024-05-03,11710,11710,RSD,person\n", table, currency="EUR")
    assert finding.rows[0]["median"] == 100


def test_two_foreign_currencies_go_through_the_base(tmp_path):
    finding = rows(tmp_path, "A,B,2024-05-03,1000,1000,GBP,person\n", currency="USD")
    assert finding.rows[0]["median"] == pytest.approx(1333.33)


@pytest.mark.parametrize(
    ("fee", "reason"),
    [
        ("A,B,2023-05-03,1000,1000,GBP,person\n", "no rate of GBP to EUR of that time"),
        ("A,B,2025-05-03,1000,1000,GBP,person\n", "no rate of GBP to EUR of that time"),
        ("A,B,2024,1000,1000,GBP,person\n", "not known to the month"),
        ("A,B,,1000,1000,GBP,person\n", "not known to the month"),
        ("A,B,2024-05-03,1000,1000,ALL,person\n", "no rate of ALL"),
    ],
)
def test_without_a_rate_of_its_time_a_fee_stays_as_it_was_stated(tmp_path, fee, reason):
    finding = rows(tmp_path, fee, currency="EUR")
    assert finding.rows[0]["currency"] != "EUR"
    assert reason in finding.rows[0]["why"]
    assert any(reason in caveat for caveat in finding.caveats)


def test_amounts_are_told_in_the_money_of_a_year(tmp_path):
    finding = rows(tmp_path, "A,B,2024-05-03,1000,1000,EUR,person\n", year=2025)
    assert finding.rows[0]["median"] == 1100
    assert "prices of 2025 over those of 2024" in finding.rows[0]["why"]


def test_a_rate_that_is_no_number_is_said_and_not_used(tmp_path):
    finding = rows(
        tmp_path,
        "A,B,2024-05-03,1000,1000,GBP,person\n",
        rates="date,currency,rate\n2024-05-01,GBP,dear\n2024-05-40,GBP,1.2\n2024-05-02,GBP,-1\n",
        currency="EUR",
    )
    assert finding.rows[0]["currency"] == "GBP"
    assert sum("rates line" in caveat for caveat in finding.caveats) == 3
