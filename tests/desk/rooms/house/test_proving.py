"""A code is asked for again before something is handed out."""


def test_wrong_codes_wait_longer_and_longer(staff):
    sara = staff.browser("sara")
    answers = [staff.send(sara, "/prove", code="123456") for _ in range(7)]
    assert answers[0].status_code == 403
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["retry-after"]) >= 1
    assert "Too many attempts failed" in answers[-1].text


def test_a_stranger_proves_nothing(staff):
    assert (
        staff.browser().post("/prove", data={"code": "1"}).headers["location"].startswith("/enter")
    )
