import json

from headwater.analysis.business.money import METHOD, run
from tests.analysis.business.money.fixtures import paid, picture_of, settled
from tests.analysis.business.money.test_chains import CHAIN
from tests.analysis.business.money.test_fans import MANY, ON
from tests.analysis.business.money.test_offices import hawala


def rows_of(*payments, pattern, **given):
    finding = run(picture_of(*payments), settled(**given))
    return [row for row in finding.rows if row["pattern"] == pattern], finding


def test_every_row_has_the_declared_columns_and_its_statements():
    finding = run(picture_of(*MANY, ON, *CHAIN, *hawala()), settled())
    assert {row["pattern"] for row in finding.rows} >= {"flow", "fan_in", "layering", "settlement"}
    declared = [output.name for output in METHOD.outputs]
    for row in finding.rows:
        assert sorted(row) == sorted(declared)
        assert finding.evidence[row["id"]]
    assert len(finding.evidence) == len(finding.rows)


def test_a_fan_names_who_gets_the_money_in_the_end_and_when():
    (row,), finding = rows_of(*MANY, ON, pattern="fan_in")
    assert (row["from"], row["to"], row["via"]) == ("customers", "b", ["o"])
    assert (row["first"], row["last"], row["days"]) == ("2025-01-01", "2025-01-04", 5)
    assert row["why"] == "7 in, then 1 out with about the same sum within 5 days"
    assert (row["high"], row["passed_on"], row["count"], row["parties"]) == (None, None, 7, 7)
    assert len(finding.evidence[row["id"]]) == 8


def test_a_chain_tells_its_stations_its_time_and_what_is_missing_at_the_end():
    (row,), _ = rows_of(*CHAIN, pattern="layering")
    assert (row["from"], row["via"], row["to"]) == ("a", ["b", "c"], "d")
    assert (row["low"], row["high"], row["count"], row["days"]) == (19_500, 20_000, 3, 5)
    assert row["why"] == "3 movements one after the other in 5 days, 2.5% missing at the end"


def test_a_ring_is_a_round_trip():
    (row,), _ = rows_of(*CHAIN, paid("d", "a", 19_300, 7), pattern="round_trip")
    assert (row["from"], row["to"], row["via"]) == ("a", "a", ["b", "c", "d"])


def test_a_settlement_says_how_sure_it_is_and_why_without_quoting_a_memo():
    payments = hawala()
    (row,), finding = rows_of(*payments, pattern="settlement")
    assert (row["from"], row["to"]) == ("h1", "h2")
    assert 0.5 <= row["probability"] <= 1
    assert 0.97 <= row["passed_on"] <= 0.99
    assert "no movement between the two is known" in row["why"]
    assert len(row["matched"]) == 10
    assert set(row["matched"][0]) == {"in", "out", "probability", "why"}
    said = json.dumps(finding.as_dict())
    assert not any(one["text"] in said for one in payments)


def test_it_is_said_where_money_also_moves_between_two_that_settle():
    (row,), _ = rows_of(*hawala(), paid("h2", "h1", 5, 3), pattern="settlement")
    assert "no movement" not in row["why"]


def test_a_fan_tells_nothing_that_gives_a_payment_of_a_customer_outside_it_away():
    (row,), finding = rows_of(*MANY, ON, paid("k9", "b", 400, 90), pattern="fan_in")
    assert (row["count"], row["parties"], row["groups"]) == (None, None, None)
    assert row["why"].startswith("some in, then 1 out")
    assert finding.evidence[row["id"]] == ("R#8.1",)


def test_a_fan_of_named_people_tells_its_sum():
    named = [
        one | {"from": name}
        for one, name in zip(MANY[:5], ("a", "c", "d", "h1", "h2"), strict=True)
    ]
    (row,), _ = rows_of(*named, ON | {"low": 4990, "high": 4990}, pattern="fan_in")
    assert (row["high"], row["passed_on"], row["count"]) == (5010, 0.996, 5)


def test_a_chain_of_which_a_customer_is_an_end_tells_only_what_lies_between():
    chain = [paid("k1", "b", 20_000, 1), paid("b", "c", 19_800, 3), paid("c", "d", 19_500, 6)]
    (row,), finding = rows_of(*chain, pattern="layering")
    assert (row["from"], row["to"], row["via"]) == ("customers", "d", ["b", "c"])
    assert (row["low"], row["high"], row["days"]) == (19_500, 19_800, 3)
    assert row["first"] == "2025-01-04"
    assert "20000" not in json.dumps(finding.as_dict())
    assert "2025-01-02" not in json.dumps(finding.as_dict())
    assert finding.evidence[row["id"]] == ("R#2.1", "R#3.1")


def test_a_chain_of_nothing_but_customers_is_none():
    chain = [paid("k1", "b", 20_000, 1), paid("b", "k2", 19_800, 3)]
    rows, _ = rows_of(*chain, pattern="layering", shortest=2)
    assert rows == []
