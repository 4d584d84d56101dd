"""What is kept too long is shown to whoever sees it, and erased by a supervisor."""


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
