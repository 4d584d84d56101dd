"""A script sees the watches and alerts of its owner."""


def test_alerts_are_listed_and_what_is_no_alert_of_ones_own_is_refused(staff):
    script = staff.script("ana", "read", "review")
    assert isinstance(script.get("/api/alerts").json()["alerts"], list)
    assert isinstance(script.get("/api/watches").json()["watches"], list)
    read = script.post("/api/alerts/read", json={"alerts": ["of nobody"]})
    assert read.status_code == 422
