import json

import pytest

from headwater.analysis import run
from headwater.model import WrongUse
from headwater.picture import Picture, from_plain_files
from tests.analysis.routes.flow.fixtures import chain, monthly, picture_of

FEW = {"draws": 60}


def flow(picture, **given):
    return run(picture, "routes.flow", FEW | given)


def row_of(finding, leg, month="2025-03"):
    return next(row for row in finding.rows if (row["leg"], row["month"]) == (leg, month))


@pytest.fixture(scope="module")
def middle_unseen():
    """A leg that nobody watches between two that count 400 a month."""
    counts = [*monthly("A > B", [400] * 6), *monthly("C > D", [400] * 6)]
    return flow(picture_of(chain("A", "B", "C", "D"), counts))


def test_a_leg_that_nobody_watched_gets_the_flow_of_its_neighbours(middle_unseen):
    row = row_of(middle_unseen, "B > C")
    assert row["q05"] < 400 < row["q95"]
    assert row["q95"] / row["q05"] < 4
    assert (row["observed"], row["seen"], row["basis"]) == (False, None, "neighbours")


def test_what_was_counted_in_full_is_its_own_flow(middle_unseen):
    row = row_of(middle_unseen, "A > B")
    assert row["seen"] == 400
    assert row["q05"] == pytest.approx(400, abs=1)
    assert row["basis"] == "counted"


def test_the_certificate_says_what_follows_from_the_counts(middle_unseen):
    told = middle_unseen.certificate
    assert (told["legs"], told["watched"], told["junctions"]) == (3, 2, 2)
    assert told["determined_in_balance"] == ["B > C"]
    assert [one["leg"] for one in told["best_next_observers"]] == ["B > C"]


def test_a_leg_that_touches_nothing_rests_on_the_prior_alone():
    finding = flow(
        picture_of([*chain("A", "B", "C"), ("X", "Y", None)], monthly("A > B", [90] * 4))
    )
    row = row_of(finding, "X > Y")
    assert row["basis"] == "prior"
    assert finding.certificate["prior_alone"] == ["X > Y"]
    assert any("on nothing else: X > Y" in caveat for caveat in finding.caveats)
    near = row_of(finding, "B > C")
    assert row["q95"] / row["q05"] > near["q95"] / near["q05"]


def test_a_gap_in_a_watched_leg_is_filled_from_its_own_past():
    finding = flow(picture_of(chain("A", "B"), monthly("A > B", [300, 310, None, 305, 290, 300])))
    row = row_of(finding, "A > B")
    assert (row["observed"], row["basis"]) == (False, "own past")
    assert 100 < row["q05"] < 300 < row["q95"] < 900


def test_a_share_scales_the_flow_and_its_doubt_widens_it():
    picture = picture_of(chain("A", "B"), monthly("A > B", [100] * 6))
    sure = row_of(flow(picture, counted_share="0.5"), "A > B")
    unsure = row_of(flow(picture, counted_share="0.25-0.99"), "A > B")
    assert 180 < sure["q50"] < 220
    assert unsure["q95"] - unsure["q05"] > 2 * (sure["q95"] - sure["q05"])
    assert unsure["q05"] >= 100


def test_a_place_where_people_join_bends_its_neighbours_less():
    counts = [*monthly("A > B", [400] * 6), *monthly("C > D", [400] * 6)]
    picture = picture_of(chain("A", "B", "C", "D"), counts)
    shut, opened = (row_of(flow(picture, open=places), "B > C") for places in ("", "B|C"))
    assert opened["q95"] / opened["q05"] > 2 * shut["q95"] / shut["q05"]


def test_two_agencies_that_count_one_month_are_not_added_and_their_quarrel_is_shown():
    twice = [("A > B", "2025-02", 300.0, {"report": "other"})]
    picture = picture_of(chain("A", "B"), [*monthly("A > B", [100] * 5), *twice])
    row = row_of(flow(picture), "A > B", "2025-02")
    assert (row["seen"], row["conflict"]) == (100, [100, 300])
    assert row["q95"] > 115
    assert any("not added" in caveat for caveat in flow(picture).caveats)


def test_weak_counts_that_carry_an_answer_are_told():
    weak = monthly("C > D", [400] * 6, grade="3E")
    picture = picture_of(chain("C", "D"), weak)
    told = flow(picture).sensitivity["weak grades dropped"]
    assert told["no_longer_known"] == ["C > D"]


def test_another_seed_draws_anew_and_the_same_seed_the_same(middle_unseen):
    counts = [*monthly("A > B", [400] * 6), *monthly("C > D", [400] * 6)]
    picture = picture_of(chain("A", "B", "C", "D"), counts)
    assert flow(picture).rows == middle_unseen.rows
    assert flow(picture, seed=1).rows != middle_unseen.rows


def test_plain_series_alone_make_the_graph(tmp_path):
    file = tmp_path / "counts.csv"
    file.write_text(
        "date,series,value\n2025-01,Horgos > Röszke (foot),40\n2025-01,Niš > Horgos,50\n"
        "2025-02,Horgos > Röszke (foot),-4\n2025-01,weather,7\n",
        encoding="utf-8",
    )
    finding = flow(from_plain_files(series=file))
    assert {row["leg"] for row in finding.rows} == {"Horgos > Röszke (foot)", "Niš > Horgos"}
    assert any("weather" in caveat for caveat in finding.caveats)
    assert any("negative" in caveat for caveat in finding.caveats)
    json.dumps(finding.as_dict(), allow_nan=False)


def test_nothing_counted_gives_no_row_and_says_so():
    assert flow(picture_of(chain("A", "B"))).rows == ()
    assert "No leg is counted here." in flow(Picture.of({})).caveats


def test_shares_that_are_none_or_of_nothing_are_refused():
    picture = picture_of(chain("A", "B"), monthly("A > B", [5]))
    for given in ({"counted_share": "2"}, {"shares": "A > C=0.5"}, {"shares": "A > B"}):
        with pytest.raises(WrongUse):
            flow(picture, **given)
