import math

import pytest

from headwater.analysis import run
from headwater.model import NotPermitted, WrongUse
from headwater.picture import Picture
from tests.analysis.business.fixtures import fee, trade

SAFER = (
    "market.crowding=0; market.danger_other=0.1; market.danger_lorry=0.1; market.danger_self=0.5"
)


def squeeze(*modes, **given):
    picture = trade(*({"mode": mode} for mode in modes or ("boat", "lorry")))
    return run(picture, "business.squeeze", {"draws": 300} | given)


def test_every_input_of_a_told_unit_has_a_row_with_what_comes_of_it():
    rows = squeeze().rows
    assert {row["input"] for row in rows} == {
        *("boats", "engines", "drivers", "float", "safe houses", "advertising accounts"),
    }
    for row in rows:
        assert row["profit_lost_low"] <= row["profit_lost_per_officer_week"]
        assert row["danger_low"] <= row["danger_effect"] <= row["danger_high"]
        assert 0 <= row["displacement"] <= 1.5


def test_the_currency_of_every_amount_is_said():
    finding = squeeze()
    assert {row["currency"] for row in finding.rows} == {"EUR"}
    assert "Amounts are EUR, of one quarter." in finding.caveats


def test_a_rise_of_danger_is_marked_and_blocked_until_somebody_answers_for_it_by_name():
    (row,) = squeeze(inputs="boats").rows
    assert (row["marked"], row["needs_approver"], row["blocked"]) == (True, True, True)
    assert "nobody answers for it" in row["why"]
    (row,) = squeeze(inputs="boats", approver="Insp. Marić").rows
    assert (row["marked"], row["needs_approver"], row["blocked"]) == (True, True, False)
    assert "answered for by Insp. Marić" in row["why"]
    (row,) = squeeze(inputs="boats", approver="  ").rows
    assert row["blocked"]


def test_a_mark_is_not_shed_by_little_effort():
    for row in squeeze(weeks=1).rows:
        assert row["marked"]


def test_where_danger_falls_nobody_needs_to_answer():
    (row,) = squeeze(inputs="boats", values=SAFER).rows
    assert (row["marked"], row["needs_approver"], row["blocked"]) == (False, False, False)


def test_a_blocked_option_comes_after_every_one_that_may_be_chosen():
    values = "market.danger_other=0.1; market.danger_self=0.1; market.crowding=1"
    rows = squeeze(values=values).rows
    assert [row["blocked"] for row in rows] == sorted(row["blocked"] for row in rows)
    assert len({row["blocked"] for row in rows}) == 2


def test_what_saves_life_is_refused_whatever_the_picture_says():
    for picture in (trade({"mode": "boat"}), Picture.of({})):
        with pytest.raises(NotPermitted):
            run(picture, "business.squeeze", {"inputs": "vests"})


def test_inputs_of_boats_are_not_told_where_only_lorries_run():
    finding = squeeze("lorry")
    assert {row["input"] for row in finding.rows} == {
        *("drivers", "float", "safe houses", "advertising accounts"),
    }
    assert any("boats, engines" in caveat for caveat in finding.caveats)


@pytest.mark.parametrize(
    "values",
    [
        "market.elasticity=2; market.substitution=0.1",
        "market.other_share=1",
        "market.self_share=1; market.other_share=0",
        "boats.taken=1; boats.weeks=52",
        "launch.arrives=0.01; launch.kept=0",
    ],
)
def test_no_figure_that_is_allowed_gives_a_number_that_is_none(values):
    for row in squeeze(values=values, weeks=100_000).rows:
        numbers = [value for value in row.values() if isinstance(value, float)]
        assert all(map(math.isfinite, numbers))


def test_a_picture_without_a_trade_presses_nothing():
    finding = run(Picture.of({}), "business.squeeze")
    assert finding.rows == ()
    assert finding.caveats


def test_an_approver_of_one_word_is_refused():
    with pytest.raises(WrongUse, match="one word"):
        squeeze(approver="Samir")


def test_a_short_leg_is_not_pressed_at_the_costs_of_ways_to_the_united_kingdom():
    picture = trade(fee(500.0, 700.0), fee(600.0, 800.0))
    finding = run(picture, "business.squeeze", {"draws": 300, "leg": "Horgos > Szeged"})
    assert finding.rows == ()
    assert finding.caveats[0].startswith("No lorry is reckoned")
