"""Wherever somebody is told that there is nothing for them, they can ask for it in an emergency."""

import pytest

from tests.desk.rules.conftest import CHANGING, SECRET

NOT_FOR_YOU = [
    "/reports/read?urn={}",
    "/reports?words={}",
    "/search?q={}",
    "/statements?id={}%231.1",
    "/things?id={}%231%40m1",
    "/reports/original?urn={}",
]


@pytest.mark.parametrize("path", NOT_FOR_YOU)
def test_the_form_stands_there_and_tells_nothing(staff, secret, path):
    omar = staff.browser("omar")
    there, none = omar.get(path.format(secret)), omar.get(path.format("IR 91"))
    assert f'name="urn" value="{secret}"' in there.text
    assert there.status_code == none.status_code
    same = (CHANGING.sub("", one.text).replace("91", "90") for one in (there, none))
    assert len(set(same)) == 1


def test_an_officer_reads_the_report_while_a_life_is_at_risk(staff, secret):
    omar = staff.browser("omar")
    form = {"urn": secret, "reason": "A boat is sinking off that mill now", "life": "1"}
    where = staff.send(omar, "/reports/glass", **form).headers["location"]
    read = omar.get(where).text
    assert SECRET in read
    assert "the auditor has been told" in read


def test_whoever_breaks_it_where_nothing_is_knows_that_it_is_broken(staff):
    selma = staff.browser("selma")
    form = {"urn": "IR 404", "reason": "A boat is sinking off that mill now", "life": "1"}
    where = staff.send(selma, "/reports/glass", **form).headers["location"]
    assert "The glass is broken for this reference" in selma.get(where).text
    assert "The glass is broken" not in selma.get("/reports/read?urn=IR+404").text


def test_whoever_may_never_break_it_is_told_whom_to_call(staff, secret):
    for name in ("vera", "ivo"):
        page = staff.browser(name).get(f"/reports/read?urn={secret}").text
        assert 'action="/reports/glass"' not in page
        assert "call a supervisor" in page
