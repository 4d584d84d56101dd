import numpy as np
import pytest

from headwater.analysis import run
from tests.analysis.outlook.arrivals.worlds import dated, picture_of

COUNTS = np.random.default_rng(0).poisson(8, 120).tolist()


def scenarios(tmp_path, **given):
    picture = picture_of(tmp_path, dated(COUNTS))
    return run(picture, "outlook.scenarios", {"paths": 300, **given})


def test_each_assumption_stands_alone_and_all_together_with_their_shares(tmp_path):
    found = scenarios(tmp_path, boat_size="1.2", measure="0.7..0.9", threshold=3000)
    assert [row["scenario"] for row in found.rows] == [
        "as it goes on", "people per boat", "a measure", "all together",
    ]  # fmt: skip
    now, boats, measure, together = found.rows
    assert boats["mean"] > now["mean"] > measure["mean"]
    assert boats["q05"] < boats["q50"] < boats["q95"]
    assert boats["p_above"] >= now["p_above"] >= measure["p_above"]
    assert boats["share"] + measure["share"] == pytest.approx(together["difference"], abs=0.3)
    chance = together["p_above"] - now["p_above"]
    assert boats["share_of_p"] + measure["share_of_p"] == pytest.approx(chance, abs=1e-3)
    alone = boats["difference"] + measure["difference"]
    said = found.certificate["interaction"]
    assert said == pytest.approx(together["difference"] - alone, abs=0.3)
    assert all(found.evidence[row["id"]] for row in found.rows)


def test_what_has_come_already_is_not_changed_by_an_assumption(tmp_path):
    found = scenarios(tmp_path, measure="0")
    assert found.rows[1]["mean"] == found.certificate["so_far"] == sum(COUNTS)


def test_danger_to_life_and_whose_assumptions_they_are_is_said(tmp_path):
    found = scenarios(tmp_path, boat_size="1.3", upstream="1.1")
    told = " ".join(found.caveats)
    assert "assumptions are the user's" in told
    assert "more dangerous" in told
    assert "more dangerous" in found.rows[1]["danger"]
    assert found.rows[2]["danger"] == ""


def test_without_an_assumption_the_year_goes_on_as_in_the_outlook(tmp_path):
    found = scenarios(tmp_path, threshold=3000)
    outlook = run(
        picture_of(tmp_path, dated(COUNTS)), "outlook.arrivals",
        {"paths": 300, "threshold": 3000, "horizon": 1},
    )  # fmt: skip
    (row,) = found.rows
    assert row["p_above"] == outlook.certificate["p_above"]
    assert row["mean"] == outlook.certificate["year_mean"]
    assert any("Nothing is assumed" in caveat for caveat in found.caveats)
