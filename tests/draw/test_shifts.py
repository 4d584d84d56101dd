import xml.etree.ElementTree as ET

import pytest

from headwater.draw.shifts import shifts_told
from headwater.model import Finding

SVG = "{http://www.w3.org/2000/svg}"


def row(series="Edirne > Sofia (van)", after=50.0, **rest):
    months = [f"2020-{month:02d}" for month in range(1, 13)]
    counts = [100.0] * 6 + [after] * 6
    given = {
        "series": series,
        "date": "2020-07",
        "before": 100.0,
        "after": after,
        "change": after - 100.0,
        "low": after - 110.0,
        "high": after - 90.0,
        "alarm_on": "2020-08",
        "e_value": 1e4,
        "operations": [],
        "counts": [{"period": m, "count": c} for m, c in zip(months, counts, strict=True)],
    }
    return given | rest


def drawn(*rows):
    svg = shifts_told(Finding("routes.shift", "1", {}, "", rows, certificate={"step": "month"}))
    root = ET.fromstring(svg)  # noqa: S314 - we drew it
    return root, [found.text or "" for found in root.iter(f"{SVG}text")]


def test_each_shift_has_its_size_its_interval_its_date_and_its_alarm():
    root, said = drawn(row())
    assert "↓ -50 a month (-60 to -40)" in said
    assert "since 2020-07, alarm 2020-08" in said
    assert len(list(root.iter(f"{SVG}polygon"))) == 1
    assert "Edirne > Sofia (van): ↓ -50" in root.find(f"{SVG}desc").text


def test_levels_differ_in_line_and_not_only_in_colour():
    root, _ = drawn(row())
    dashed = [line for line in root.iter(f"{SVG}line") if line.get("stroke-dasharray")]
    thick = [line for line in root.iter(f"{SVG}line") if line.get("stroke-width") == "3.2"]
    assert (len(dashed), len(thick)) == (1, 1)
    assert float(thick[0].get("y1")) > float(dashed[0].get("y1"))  # further down: fewer


def mark(root, sign):
    (found,) = [one for one in root.iter(f"{SVG}text") if one.text == sign]
    return float(found.get("x"))


@pytest.mark.parametrize(("event", "sign"), [("began", "◆"), ("ended", "◇")])
def test_the_mark_of_an_operation_stands_on_its_line_with_its_name_beside(event, sign):
    told = {"id": "Fence", "event": event, "date": "2020-06-20"}
    root, said = drawn(row(operations=[told]))
    assert "Fence" in said
    (line,) = [one for one in root.iter(f"{SVG}line") if one.get("stroke-dasharray") == "1 3"]
    (alarm,) = root.iter(f"{SVG}polygon")
    assert float(line.get("x1")) == mark(root, sign)
    assert float(line.get("x1")) < float(alarm.get("points").split(",")[0])


def test_a_later_day_of_one_month_stands_further_right_and_before_the_next_month():
    days = ("2020-06-01", "2020-06-28", "2020-07-02", "2020-12-30")
    roots = [
        drawn(row(operations=[{"id": "Fence", "event": "began", "date": day}]))[0] for day in days
    ]
    at = [mark(root, "◆") for root in roots]
    assert at == sorted(set(at))


def test_a_name_that_would_stand_out_at_the_right_stands_left_of_its_mark():
    told = {"id": "Joint patrols", "event": "began", "date": "2020-12-10"}
    root, _ = drawn(row(operations=[told]))
    (name,) = [one for one in root.iter(f"{SVG}text") if one.text == "Joint patrols"]
    assert name.get("text-anchor") == "end"
    assert float(name.get("x")) < mark(root, "◆")


def test_a_gap_breaks_the_line():
    held = row()
    held["counts"][3]["count"] = None
    root, _ = drawn(held)
    assert len(list(root.iter(f"{SVG}polyline"))) == 2


def test_an_alarm_later_than_what_is_compared_is_written_only():
    root, said = drawn(row(alarm_on="2022-01"))
    assert not list(root.iter(f"{SVG}polygon"))
    assert "since 2020-07, alarm 2022-01" in said


def test_the_latest_alarms_come_first_and_how_many_are_left_out_is_said():
    rows = [row(f"leg {at}", alarm_on=f"2021-{at % 12 + 1:02d}", e_value=at) for at in range(30)]
    _, said = drawn(*rows)
    assert said.index("leg 23") < said.index("leg 22")
    assert "6 earlier alarms are not shown" in said


def test_nothing_called_is_said():
    assert drawn()[1] == ["No shift is called: no series is long enough to be watched."]


def test_a_wide_interval_does_not_flatten_the_counts_and_the_alarm_stays_in_its_frame():
    root, said = drawn(row(low=-90_000.0, high=90_000.0, alarm_on="2020-12"))
    (line,) = root.iter(f"{SVG}polyline")
    heights = [float(point.split(",")[1]) for point in line.get("points").split()]
    assert max(heights) - min(heights) > 20
    (mark_,) = root.iter(f"{SVG}polygon")
    right = max(float(one.get("x2")) for one in root.iter(f"{SVG}line"))
    assert float(mark_.get("points").split(",")[0]) <= right
    assert any("size unclear" in text for text in said)
