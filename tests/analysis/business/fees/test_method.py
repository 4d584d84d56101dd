import pytest

from headwater.analysis import run
from headwater.model import WrongUse
from headwater.picture import Picture
from tests.analysis.business.fixtures import fee, trade


def test_fees_can_be_told_apart_by_what_there_is_only():
    with pytest.raises(WrongUse, match="nationality"):
        run(trade(fee(1.0, 2.0)), "business.fees", {"by": "mode, nationality"})


def test_what_weak_grades_change_is_told():
    weak = fee(700.0, 900.0, grade="2D")
    elsewhere = fee(5.0, 6.0, grade="3E", to="Niš", to_name="Niš")
    change = run(trade(fee(500.0, 700.0), weak, elsewhere), "business.fees").sensitivity
    change = change["weak grades dropped"]
    assert change["no_longer_told"] == ["horgos|niš|van|person|||||EUR"]
    assert change["other_medians"] == {"horgos|szeged|van|person|||||EUR": [700.0, 600.0]}


def test_a_picture_without_fees_says_so():
    finding = run(Picture.of({}), "business.fees")
    assert finding.rows == ()
    assert finding.caveats == ("No fee is told in this picture.",)


def test_the_evidence_of_a_row_holds_the_fee_the_leg_and_what_contradicts_it():
    finding = run(trade(fee(500.0, 700.0), fee(2000.0, 2500.0)), "business.fees")
    for row in finding.rows:
        assert finding.evidence[row["id"]] == ("R0#1.1", "R0#1.5", "R1#1.1", "R1#1.5")
