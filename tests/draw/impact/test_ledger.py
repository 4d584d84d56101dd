"""The ledger as a timeline."""

from headwater.draw.impact import ledger_told
from headwater.draw.palette import VERMILION
from headwater.model import Finding


def finding(*rows):
    whole = {"date": "2024-03-01", "level": "major", "verdict": "", "counted": True}
    told = tuple(whole | {"id": f"K{at}"} | row for at, row in enumerate(rows))
    return Finding("impact.ledger", "1", {}, "p", told)


def test_each_disruption_stands_once_in_the_lane_of_its_level():
    svg = ledger_told(finding({}, {"level": "minor", "date": "2024"}, {"verdict": "fall"}))
    assert svg.count("<circle") == 3
    assert svg.count(f'fill="{VERMILION}"') == 1
    assert "2 major, 0 moderate, 1 minor, 0 undecided" in svg


def test_what_is_no_disruption_is_not_drawn():
    svg = ledger_told(finding({"counted": False}))
    assert "<circle" not in svg
    assert "0 disruptions" in svg
