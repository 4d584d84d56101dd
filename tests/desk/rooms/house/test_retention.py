"""What is kept too long is shown to whoever sees it; a supervisor says why, or erases it."""


def test_a_supervisor_erases_a_report_and_it_is_gone(staff):
    sara = staff.browser("sara")
    assert "Nothing is due" in sara.get("/retention").text
    ana = staff.send(staff.browser("ana"), "/retention/erase", target="IR 2", reason="not needed")
    assert ana.status_code == 403
    done = staff.send(sara, "/retention/erase", target="IR 2", reason="no longer needed")
    assert "No byte of it is left" in done.text
    assert sara.get("/reports/read?urn=IR+2").status_code == 404
    again = staff.send(sara, "/retention/erase", target="IR 2", reason="no longer needed")
    assert again.status_code == 400


def test_a_supervisor_says_why_a_report_is_still_needed(staff):
    sara = staff.browser("sara")
    form = sara.get("/retention?keep=IR+1").text
    assert "Why it is still needed" in form
    assert 'value="IR 1"' in form
    done = staff.send(sara, "/retention/keep", urn="IR 1", reason="the case is open")
    assert done.headers["location"] == "/retention"
    refused = staff.send(sara, "/retention/keep", urn="IR 1", reason=" ")
    assert refused.status_code == 400
    assert "why a report is still needed" in refused.text
    assert "Why it is still needed" not in staff.browser("ana").get("/retention?keep=IR+1").text
