"""The front page."""


def test_it_counts_what_is_here_and_leads_to_the_latest_report(enter):
    text = enter("ana").get("/").text
    assert "<dt>reports</dt><dd>2</dd>" in text
    assert "/reports/IR%202" in text
