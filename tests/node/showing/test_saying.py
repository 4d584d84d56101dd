"""What a finding comes to."""

import pytest

from headwater.analysis import run
from headwater.model import Finding
from headwater.node.showing import saying


def test_a_removal_says_whether_it_is_proved(picture):
    (said,) = saying.sentences(run(picture, "organisers.removal", {"k": 1, "seconds": 1}))
    assert "Now 4 pairs of people can reach each other" in said
    assert "Without this one, 1 pair still can: \u2068b\u2069." in said
    assert said.endswith("No other choice of 1 leaves fewer; that is proved.")


def test_a_removal_that_is_not_proved_says_plainly_that_a_better_one_may_exist():
    told = {"before": 345, "pairs_left": 177, "bound": 53, "proved": False}
    rows = ({"id": "a", "name": "A"}, {"id": "b", "name": "B"})
    (said,) = saying.sentences(Finding("organisers.removal", "1", {}, "f", rows, certificate=told))
    assert "Without these 2, 177 pairs still can: \u2068A\u2069, \u2068B\u2069." in said
    assert "not proved to be the best" in said
    assert said.endswith("another 2 might leave fewer, but none can leave fewer than 53.")


def test_a_threshold_has_a_chance():
    assert said_of(0.25) == "Chance that 2026 passes 60,000: 25 %."


def test_no_chance_is_told_as_none_or_certain():
    assert said_of(0.0004).endswith(": less than 1 %.")
    assert said_of(0.9996).endswith(": more than 99 %.")


def said_of(chance):
    told = {"threshold": 60000.0, "year": 2026, "p_above": chance}
    (said,) = saying.sentences(Finding("outlook.arrivals", "1", {}, "f", (), certificate=told))
    return said


def found(method, *rows, **certificate):
    return Finding(method, "1", {}, "f", rows, certificate=certificate)


@pytest.mark.parametrize(
    ("step", "when"),
    [
        ("day", "On 2026-03-01, the last day foretold"),
        ("month", "In the last month foretold, to 2026-03-01"),
        ("week", "In the last week foretold, to 2026-03-01"),
    ],
)
def test_a_forecast_says_of_which_day_week_or_month_it_speaks(step, when):
    row = {"date": "2026-03-01", "q50": 70.4, "q05": 12.0, "q95": 1234.0}
    (said,) = saying.sentences(found("outlook.arrivals", row, step=step))
    assert said == f"{when}: about 70, and with nine chances in ten between 12 and 1,234."


def test_a_refusal_is_a_sentence_that_says_what_would_help():
    row = {"treated": "وصول", "verdict": "refused", "why": "too few counts", "need": "a year more"}
    said = saying.sentences(found("impact.effect", row | {"counts": []}))
    assert said == ("\u2068وصول\u2069: no answer. Too few counts. What would help: a year more.",)
    row = {"treated": "a", "why": "no week is counted whole", "periods": None}
    assert saying.sentences(found("impact.power", row)) == ("No week is counted whole.",)


def test_of_many_looks_the_last_is_said():
    row = {"treated": "a", "verdict": "not_yet", "date": "2026-03-01", "why": "not enough"}
    later = row | {"verdict": "fall", "why": "a fall may be said since 2026-03-08"}
    said = saying.sentences(found("impact.sequential", row, row, later))
    assert said == ("\u2068a\u2069: it fell. A fall may be said since 2026-03-08.",)


@pytest.mark.parametrize(
    ("method", "column"),
    [("impact.effect", "counts"), ("impact.power", "periods"), ("impact.sequential", "e_value")],
)
def test_a_drawing_that_would_only_repeat_the_reason_is_left_out(method, column):
    assert saying.only_words(found(method, {column: None}))
    assert not saying.only_words(found(method, {column: None}, {column: 0.0}))
    assert not saying.only_words(found("outlook.arrivals", {"date": ""}))


def test_what_its_rows_say_best_is_left_to_them(picture):
    assert saying.sentences(run(picture, "organisers.roles")) == ()
