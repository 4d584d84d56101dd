"""The trade keeps to what is published of it, and operations do what their truth says."""

from datetime import date
from statistics import mean


def test_boats_carry_about_fifty_and_cost_about_ten_thousand(world):
    launches = world.rows("launches")
    assert len(launches) > 50
    aboard = [int(row["persons"]) for row in launches]
    assert 50 <= mean(aboard) <= 56
    assert 8 <= min(aboard) <= max(aboard) <= 95
    assert 9_500 <= mean(int(row["boat_cost_eur"]) for row in launches) <= 10_500
    assert all(500 <= int(row["fee"]) <= 10_000 for row in launches)


def test_nobody_is_dead_or_missing_but_in_an_incident(world):
    for row in world.rows("launches"):
        lost = int(row["dead"]) + int(row["missing"])
        assert (lost > 0) == (row["outcome"] == "incident")


def test_organisers_keep_away_from_the_phone(world):
    role = {row["person"]: row["role"] for row in world.rows("roles")}
    calls: dict[str, list[float]] = {}
    for tie in world.rows("contacts"):
        for person in (tie["source"], tie["target"]):
            calls.setdefault(role[person], []).append(float(tie["per_month"]))
    assert mean(calls["organiser"]) < 0.3 * mean(calls["driver"])


def test_operations_change_the_flow_by_about_their_true_effect(world):
    flows: dict[str, dict[str, int]] = {}
    for row in world.rows("flows"):
        flows.setdefault(row["leg"], {})[row["date"]] = int(row["persons"])
    within, expected = 0.0, 0.0
    for operation in world.rows("operations"):
        if operation["kind"] != "arrests":
            continue
        start, end = date.fromisoformat(operation["date"]), date.fromisoformat(operation["end"])
        length = (end - start).days + 1
        for leg in operation["legs"].split():
            days = {date.fromisoformat(day): count for day, count in flows[leg].items()}
            before = [n for day, n in days.items() if 0 < (start - day).days <= 28]
            during = [n for day, n in days.items() if start <= day <= end]
            if before and mean(before) > 1 and len(during) == length:
                within += mean(during)
                expected += mean(before) * (1 + float(operation["true_effect"]))
    assert expected > 0
    assert 0.7 < within / expected < 1.4
