import numpy as np
import pytest

from headwater.analysis.outlook.arrivals.beside import covariates_of
from headwater.analysis.outlook.arrivals.counts import gather
from headwater.model import WrongUse
from tests.analysis.outlook.arrivals.worlds import SETTLED, dated, picture_of

WEATHER = np.random.default_rng(0).normal(size=80).round(2).tolist()


def beside(tmp_path, lines, covariates="weather", **given):
    parameters = SETTLED | {"covariates": covariates, "known_ahead": "", "lags": ""} | given
    picture = picture_of(tmp_path, [*dated([5] * 60), *lines])
    counts = gather(picture, "people", parameters)
    return covariates_of(picture, counts, parameters), counts


def test_rows_after_the_origin_are_read_only_as_far_as_they_are_said_to_be_known(tmp_path):
    lines = dated(WEATHER, name="weather")
    (one,) = beside(tmp_path, lines)[0].covariates
    assert (one.values.size, one.ahead) == (60, 0)
    found, counts = beside(tmp_path, lines, known_ahead="weather=7", lags="3")
    (one,) = found.covariates
    assert (one.values.tolist(), one.ahead, one.lag) == (WEATHER[:67], 7, 3)
    assert found.told[0]["known_until"] == "2024-03-07"
    assert any("taken as what was foretold" in caveat for caveat in counts.caveats)


def test_a_covariate_that_is_published_late_is_known_to_be_late(tmp_path):
    (one,) = beside(tmp_path, dated(WEATHER[:50], name="weather"))[0].covariates
    assert one.ahead == -10


def test_a_covariate_with_few_counts_is_left_out_and_said(tmp_path):
    lines = [f"2024-{month:02d}-0{day},weather,{day}" for month in (1, 2) for day in range(1, 9)]
    weeks = [*lines, *dated(WEATHER[20:55], name="rating")]
    found, counts = beside(tmp_path, weeks, "weather|rating")
    assert [one.name for one in found.covariates] == ["rating"]
    assert any("weather is not used" in caveat for caveat in counts.caveats)


@pytest.mark.parametrize(
    ("covariates", "given"),
    [
        ("wind", {}),
        ("people", {}),
        ("weather", {"known_ahead": "soon"}),
        ("weather", {"lags": "rain=3"}),
    ],
)
def test_names_and_days_that_make_no_sense_are_refused(tmp_path, covariates, given):
    with pytest.raises(WrongUse):
        beside(tmp_path, dated(WEATHER, name="weather"), covariates, **given)
