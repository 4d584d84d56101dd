import pytest

from headwater.analysis.business.fees.claims import gather
from headwater.picture import from_plain_files
from tests.analysis.business.fixtures import fee, trade

ALL = {"accepted_only": False, "drop_weak": False, "adverts": False, "political": True}


def test_a_fee_that_no_leg_carries_is_told_all_the_same():
    money = {"id": "F", "kind": "fee", "low": 900.0, "high": 900.0, "currency": "eur"}
    money |= {"basis": "person", "from": "P1", "statement": "R9#2.1", "modality": "done"}
    places = [{"id": "P1", "name": "Niš"}]
    claims, _ = gather(trade(money=[money], places=places), ALL)
    assert [(c.leg, c.currency, c.low) for c in claims] == [("Niš > ?", "EUR", 900.0)]


def test_a_fee_of_two_statements_of_one_leg_is_one_fee():
    same = fee(500.0, 700.0, fee_statement="R0#1.5")
    claims, _ = gather(trade(same, same), ALL)
    assert len(claims) == 1


@pytest.mark.parametrize(
    ("row", "setting", "reason"),
    [
        ({"modality": "denied"}, {}, "are denied"),
        ({"modality": "alleged"}, {}, "are only advertised or alleged"),
        ({"grade": "2D"}, {"drop_weak": True}, "bear a weak grade"),
        ({"status": "proposed"}, {"accepted_only": True}, "are not accepted"),
        ({"fee_min": -5.0}, {}, "are below zero"),
        ({"fee_min": None, "fee_max": None}, {}, "are told in words only"),
    ],
)
def test_what_is_left_out_is_counted_with_its_reason(row, setting, reason):
    claims, left_out = gather(trade(fee(500.0, 700.0, **row)), ALL | setting)
    assert not claims
    assert left_out == {reason: 1}


def test_a_political_claim_is_left_out_on_demand_only(tmp_path):
    file = tmp_path / "legs.csv"
    row = "A,B,6000,6000,EUR,person,political\nA,B,2000,2500,EUR,person,police\n"
    file.write_text("from,to,fee_min,fee_max,currency,fee_basis,claim\n" + row, "utf-8")
    picture = from_plain_files(legs=file)
    assert len(gather(picture, ALL)[0]) == 2
    claims, left_out = gather(picture, ALL | {"political": False})
    assert [claim.low for claim in claims] == [2000.0]
    assert left_out == {"are political claims": 1}


@pytest.mark.parametrize(
    ("who", "left_out"),
    [
        ("government sources", 1),
        ("министар", 1),
        ("the Ministry of the Interior", 0),
        ("a third party", 0),
        ("police", 0),
    ],
)
def test_a_fee_that_is_put_as_the_governments_is_a_political_claim(who, left_out):
    said = {"id": "R0#1.5", "urn": "R0", "item": 1, "n": 5, "attribution": who}
    picture = trade(fee(6000.0, 6000.0), statements=[said])
    reasons = gather(picture, ALL | {"political": False})[1]
    assert reasons["are political claims"] == left_out


def test_somebody_is_no_place():
    people = [{"id": "Horgos", "caption": "X", "category": "suspect"}]
    picture = trade(fee(500.0, 700.0), entities=people)
    assert gather(picture, ALL)[1] == {"name a person as a place": 1}
