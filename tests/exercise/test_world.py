"""The truth keeps to what is published of the trade, and to who may never be ranked."""

from datetime import date
from statistics import mean

from headwater.exercise.tables import calibration, name_parts, places, stretches


def test_every_stretch_keeps_to_its_published_figure():
    figures = {(f.name, f.unit, f.basis): f for f in calibration()}
    for stretch in stretches():
        figure = figures[stretch.figure, stretch.currency, stretch.basis]
        assert figure.low <= stretch.fee_low <= stretch.fee_high <= figure.high, stretch
        assert stretch.origin in places()
        assert stretch.destination in places()


def test_fees_of_legs_keep_to_their_stretch(world):
    figures = {(f.name, f.unit, f.basis): f for f in calibration()}
    for fee in world.rows("fees"):
        figure = figures[fee["figure"], fee["currency"], fee["basis"]]
        assert figure.low <= int(fee["fee_min"]) <= int(fee["fee_max"]) <= figure.high


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


def test_small_hands_are_never_suspects_and_are_flagged(world):
    roles = {row["person"]: row["role"] for row in world.rows("roles")}
    hands = [row for row in world.rows("people") if roles[row["id"]] == "small_hand"]
    assert hands
    assert all(row["category"] in {"being_moved", "victim"} for row in hands)
    assert all(row["possibly_coerced"] == "1" for row in hands)
    for row in world.rows("people"):
        if row["possibly_coerced"] == "1":
            assert row["category"] in {"being_moved", "victim"}


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


def test_every_culture_has_enough_parts_and_its_own_script():
    parts = name_parts()
    for culture in ("ku", "iq", "ir", "af", "sy"):
        assert len(parts[culture, "given_m"]) >= 25
        assert len(parts[culture, "nisba"]) >= 10
        for key in ("given_m", "given_f", "family", "nisba"):
            for part in parts[culture, key]:
                assert any("؀" <= letter <= "ۿ" for letter in part.native), part
    for culture in ("rs", "mk", "bg"):
        for part in parts[culture, "family"]:
            assert all("Ѐ" <= letter <= "ӿ" for letter in part.native), part
    for culture in ("al", "xk", "ba", "tr", "vn"):
        assert len(parts[culture, "family"]) >= 15


def test_one_person_is_spelled_in_several_ways_and_scripts(world):
    spelled: dict[str, set[str]] = {}
    scripts: dict[str, set[str]] = {}
    for row in world.rows("name_variants"):
        spelled.setdefault(row["person"], set()).add(row["spelling"])
        scripts.setdefault(row["person"], set()).add(row["script"])
    assert sum(len(found) >= 3 for found in spelled.values()) > 20
    assert sum(len(found) == 2 for found in scripts.values()) > 20
