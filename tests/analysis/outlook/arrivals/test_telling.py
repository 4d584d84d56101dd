from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from headwater.analysis.outlook.arrivals.counts import Counts
from headwater.analysis.outlook.arrivals.telling import caveats_of, needed_told, scores_told
from headwater.series.forecasting import Forecast, Scores

YEAR = {
    "threshold": 60000.0,
    "year": 2026,
    "so_far": 20000.0,
    "needed_per_week": 1600.0,
    "weeks_left": 25.0,
    "highest_per_week_over_as_long": 1400.0,
    "steps_without_count": 0,
}
SCORES = Scores(
    80, 12.0, {"seasonal naive": 10.0, "exponential smoothing": 14.0}, None, 0.8, np.zeros(80)
)
MADE = Forecast(np.zeros((1, 50)), np.zeros(1), {}, SCORES, widened=False)


def counts(values):
    ends = [date(2024, 1, 1) + timedelta(at) for at in range(len(values))]
    return Counts("people", np.array(values, dtype=float), ends, "day", [""] * len(values))


def test_a_baseline_that_was_better_is_named_and_so_is_an_interval_that_did_not_hold():
    told = " ".join(caveats_of(counts([1, 2]), MADE, YEAR, []))
    assert "seasonal naive was better" in told
    assert "80% of outcomes lay inside the 90 % interval" in told
    better = replace(MADE, scores=replace(SCORES, ours=9.0, inside90=0.9))
    assert "was better" not in " ".join(caveats_of(counts([1, 2]), better, YEAR, []))
    assert scores_told(MADE)["best_baseline"] == "seasonal naive"


def test_a_short_or_empty_past_says_why_the_answer_is_wide():
    short = replace(MADE, scores=None, widened=True)
    told = " ".join(caveats_of(counts([0, 0, 0]), short, YEAR, []))
    assert "Only 3 counts are known" in told
    assert "Nothing was ever counted above zero" in told
    assert "too short to say how good" in told
    assert scores_told(short) == {"past_outcomes": 0}


def test_what_would_have_to_be_true_is_one_sentence():
    assert "1,600 a week would have to come for 25 weeks" in needed_told(YEAR)
    assert "highest mean ever counted over as long is 1,400" in needed_told(YEAR)
    assert "passed already" in needed_told({**YEAR, "so_far": 61000.0})
    assert needed_told({**YEAR, "threshold": None}) == ""
