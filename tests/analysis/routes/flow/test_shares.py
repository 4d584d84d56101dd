import pytest

from headwater.analysis.routes.flow.shares import Shares, share_of
from headwater.model import WrongUse


def test_an_interval_is_a_share_with_its_doubt():
    share = share_of("0.2-0.4")
    assert share.middle == pytest.approx(0.283, abs=0.001)
    assert 1 / share.size**0.5 == pytest.approx(0.21, abs=0.01)
    assert share_of("0.3").size > 1e5


@pytest.mark.parametrize("text", ["", "none", "0", "0.4-0.2", "1.2", "0.5-1.5"])
def test_what_is_no_share_is_refused(text):
    with pytest.raises(WrongUse):
        share_of(text)


def test_a_count_has_its_own_share_where_one_is_named():
    given = {"counted_share": "0.5", "told_share": "0.1", "shares": "A > B (van)=0.9; C=0.3"}
    shares = Shares(given)
    assert [shares.of(name).middle for name in ("A > B (van)", "C", "D")] == [0.9, 0.3, 0.5]
    assert shares.told("D").middle == 0.1
    shares.check(["A > B (van)", "C"])
    with pytest.raises(WrongUse, match="nothing is called"):
        shares.check(["A > B (van)"])
