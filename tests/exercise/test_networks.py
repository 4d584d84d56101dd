"""Networks: fees within published figures, and who may never be ranked."""

from headwater.exercise.tables import calibration


def test_fees_of_legs_keep_to_their_stretch(world):
    figures = {(f.name, f.unit, f.basis): f for f in calibration()}
    for fee in world.rows("fees"):
        figure = figures[fee["figure"], fee["currency"], fee["basis"]]
        assert figure.low <= int(fee["fee_min"]) <= int(fee["fee_max"]) <= figure.high


def test_small_hands_are_never_suspects_and_are_flagged(world):
    roles = {row["person"]: row["role"] for row in world.rows("roles")}
    hands = [row for row in world.rows("people") if roles[row["id"]] == "small_hand"]
    assert hands
    assert all(row["category"] in {"being_moved", "victim"} for row in hands)
    assert all(row["possibly_coerced"] == "1" for row in hands)
    for row in world.rows("people"):
        if row["possibly_coerced"] == "1":
            assert row["category"] in {"being_moved", "victim"}
