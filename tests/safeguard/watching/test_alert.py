from headwater.safeguard.watching import Alert, Urgency


def test_a_life_at_risk_comes_before_all_else():
    assert next(iter(Urgency)) is Urgency.LIFE_AT_RISK


def test_an_alert_has_no_room_for_what_a_report_says():
    assert not {"text", "says", "words", "name"} & set(Alert.__dataclass_fields__)
