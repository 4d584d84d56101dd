from headwater.draw.outlook import scenarios_told
from headwater.model import Finding

QUANTILES = {"q05": 10, "q10": 12, "q25": 20, "q50": 30, "q75": 40, "q90": 55, "q95": 60}
ROW = {"assumed": "", "mean": 31.0, **QUANTILES, "p_above": 0.25, "difference": 0.0, "share": None}
TOLD = {"series": "people", "year": 2024, "origin": "2024-04-30", "threshold": 45.0}


def drawn(*rows, **told):
    made = tuple({**ROW, **row} for row in rows)
    return scenarios_told(Finding("outlook.scenarios", "1", {}, "p", made, certificate=TOLD | told))


def test_each_scenario_has_its_bar_its_chance_and_its_share():
    svg = drawn(
        {"scenario": "as it goes on"},
        {
            "scenario": "a measure",
            "assumed": "0.7..0.9",
            "share": -4.0,
            "difference": -4.0,
            "p_above": 0.1,
        },
    )
    assert svg.count("<rect") == 1 + 4
    assert "times 0.7..0.9" in svg
    assert "chance to pass 10%" in svg
    assert "its share of the difference: -4" in svg


def test_without_a_threshold_no_chance_is_said():
    svg = drawn({"scenario": "as it goes on", "p_above": None}, threshold=None)
    assert "chance" not in svg


def test_without_a_series_it_says_so():
    assert "nothing to forecast" in drawn()
