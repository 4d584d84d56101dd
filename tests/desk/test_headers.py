"""No answer lets foreign code in, whatever it is an answer to."""

import pytest


@pytest.mark.parametrize("path", ["/", "/reports", "/no-such-page", "/static/desk.css", "/enter"])
def test_every_answer_forbids_what_is_not_ours(enter, path):
    answer = enter("ana").get(path)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"


def test_what_somebody_saw_is_kept_by_no_browser(enter):
    ana = enter("ana")
    assert ana.get("/reports").headers["cache-control"] == "no-store"
    assert "no-store" not in ana.get("/static/desk.css").headers.get("cache-control", "")
