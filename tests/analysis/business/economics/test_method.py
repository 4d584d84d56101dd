import time

from headwater.analysis import run
from headwater.picture import Picture
from tests.analysis.business.fixtures import fee, trade

BOAT = {"mode": "boat", "to": "place:dover", "to_name": "Dover"}
DOVER = [{"id": "place:dover", "name": "Dover", "country": "GB"}]


def channel():
    rows = [fee(2000.0, 2500.0, **BOAT), fee(2200.0, 2600.0, **BOAT), {"mode": "lorry"}]
    return trade(*rows, places=DOVER)


def test_each_unit_has_its_income_its_costs_and_its_profit_with_a_source_for_each():
    finding = run(channel(), "business.economics")
    assert {row["unit"] for row in finding.rows} == {"launch", "lorry", "group"}
    for unit in ("launch", "lorry", "group"):
        items = {row["item"]: row["mean"] for row in finding.rows if row["unit"] == unit}
        assert abs(sum(items.values()) - 2 * items["profit"]) < 1
    assert all(row["source"] for row in finding.rows)


def test_the_currency_of_every_amount_is_said():
    finding = run(channel(), "business.economics")
    assert {row["currency"] for row in finding.rows} == {"EUR"}
    assert any(caveat.startswith("Amounts are EUR") for caveat in finding.caveats)
    check = finding.certificate["check"]
    assert {check[name]["currency"] for name in ("in_eur", "income_of_a_launch")} == {"EUR"}


def test_fees_in_a_currency_without_a_rate_are_said_and_not_reckoned_with():
    picture = trade(
        fee(500.0, 700.0, mode="boat"),
        fee(90_000.0, 90_000.0, mode="boat", currency="RSD"),
        fee(9.0, 9.0, mode="boat", currency=""),
    )
    said = run(picture, "business.economics", {"leg": "Horgos"}).caveats
    assert any(
        one.startswith("Fees in RSD and in no stated currency are not reckoned with")
        for one in said
    )


def test_its_own_fees_go_before_published_ones_and_lead_to_their_statements():
    finding = run(channel(), "business.economics")
    income = next(row for row in finding.rows if row["id"] == "launch|income")
    assert "2 independent groups of reports" in income["source"]
    assert "NCA to MPs" not in income["source"]
    assert finding.evidence["launch|income"] == ("R0#1.1", "R0#1.5", "R1#1.1", "R1#1.5")


def test_ten_thousand_draws_take_a_second():
    started = time.perf_counter()
    run(channel(), "business.economics")
    assert time.perf_counter() - started < 10


def test_what_to_find_out_next_is_what_moves_the_profit_most():
    next_ = run(Picture.of(trade({"mode": "boat"}).tables), "business.economics").certificate
    assert next_["find_out_next"][0]["figure"] == "launch.fee"


def test_nothing_is_reckoned_of_a_leg_without_a_fee():
    finding = run(channel(), "business.economics", {"leg": "Nowhere"})
    assert finding.rows == ()
    assert "Nowhere" in finding.caveats[0]


def test_a_leg_that_is_not_written_with_its_sign_is_told_how():
    finding = run(channel(), "business.economics", {"leg": "Horgos-Szeged"})
    assert any("FROM > TO" in said for said in finding.caveats)


def test_legs_whose_means_are_not_understood_are_said_with_the_words_that_are():
    said = run(trade({"mode": ""}, {"mode": "foot"}), "business.economics").caveats
    assert any("foot (1), not said (1)" in one and "taxi_boat" in one for one in said)


def test_weak_grades_and_political_claims_are_shown_to_matter():
    weak = [fee(9000.0, 9500.0, grade="2D", **BOAT), fee(9100.0, 9600.0, grade="3E", **BOAT)]
    finding = run(trade(*weak, {"mode": "boat"}, places=DOVER), "business.economics")
    before, after = finding.sensitivity["weak grades dropped"]["launch"]
    assert after < before
    before, after = finding.sensitivity["political claims left out"]["launch"]
    assert after == before
