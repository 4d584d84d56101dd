import numpy as np
import pytest

from headwater.analysis.business.economics.parameters import Figure, drawn, published, settled
from headwater.model import WrongUse
from headwater.picture import Picture, from_plain_files

KINDS = {"police", "court", "political", "official", "research", "press", "assessment"}
NOTHING = Picture.of({})


def test_every_published_figure_has_its_source_date_and_kind_and_is_a_range_or_a_count():
    for figure in published():
        assert figure.source, figure
        assert figure.date, figure
        assert figure.kind in KINDS, figure
        assert 0 <= figure.low <= (figure.likely or figure.low) <= figure.high, figure
        stated_once = figure.unit == "check" or figure.kind == "court"
        assert figure.low < figure.high or stated_once, figure


def test_sources_that_contradict_each_other_are_drawn_apart_and_never_averaged():
    claims = [_fee(1000, 1100), _fee(5000, 5100)]
    figures = settled(NOTHING, "", claims, political=True)
    fee = drawn(figures, 4000, 1)["launch", "fee"]
    assert not ((fee > 1100) & (fee < 5000)).any()
    assert 0.4 < (fee < 2000).mean() < 0.6


def test_a_political_claim_can_be_left_out():
    kinds = [
        {claim.kind for claim in settled(NOTHING, "", (), political=told)["launch", "fee"]}
        for told in (True, False)
    ]
    assert ["political" in told for told in kinds] == [True, False]


def test_the_user_goes_before_a_file_and_a_file_before_the_table(tmp_path):
    file = tmp_path / "figures.csv"
    rows = "launch,fee,900,1000,EUR,police,X,2025\nlaunch,fuel,1,2,EUR,police,X,2025\n"
    file.write_text("unit,parameter,low,high,currency,kind,source,date\n" + rows, "utf-8")
    picture = from_plain_files(figures=file)
    figures = settled(picture, "launch.fee=2000-3000", (), political=True)
    assert [(f.low, f.high) for f in figures["launch", "fee"]] == [(2000, 3000)]
    assert [f.source for f in figures["launch", "fuel"]] == ["X"]
    assert len(figures["launch", "persons"]) > 1


@pytest.mark.parametrize(
    "values",
    [
        *("fee=3", "launch.fee", "launch.fee=dear", "launch.fee=3000-2000", "launch.boats=3"),
        *("launch.arrives=1.2", "launch.arrives=0", "launch.seized_upstream=1", "market.groups=1"),
        *("launch.persons=0", "launch.fee=inf", "launch.fee=nan"),
    ],
)
def test_a_value_that_cannot_be_is_refused(values):
    with pytest.raises(WrongUse):
        settled(NOTHING, values, (), political=True)


def test_a_small_number_may_be_written_with_its_power_of_ten():
    figures = settled(NOTHING, "boats.taken=1e-3; drivers.taken=0.001-0.002", (), political=True)
    assert [(f.low, f.high) for f in figures["boats", "taken"]] == [(0.001, 0.001)]
    assert [(f.low, f.high) for f in figures["drivers", "taken"]] == [(0.001, 0.002)]


def test_pounds_become_euros_by_the_rate_of_the_table_and_nothing_else_does():
    figures = settled(NOTHING, "", [_fee(1000, 1000, "GBP")], political=True)
    draws = drawn(figures, 500, 1)
    assert np.allclose(draws["launch", "fee"], 1000 * draws["all", "gbp_in_eur"])
    with pytest.raises(WrongUse, match="USD"):
        drawn(settled(NOTHING, "", [_fee(1, 2, "USD")], political=True), 500, 1)


def test_the_same_seed_draws_the_same_and_a_new_figure_leaves_the_others_alone():
    before = drawn(settled(NOTHING, "", (), political=True), 200, 3)
    after = drawn(settled(NOTHING, "launch.fee=1-2", (), political=True), 200, 3)
    assert all(np.array_equal(before[n], after[n]) for n in before if n != ("launch", "fee"))


def _fee(low, high, currency="EUR"):
    return Figure("launch", "fee", low, None, high, currency, "police", "X", "2025")
