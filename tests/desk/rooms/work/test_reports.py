"""Reports, as a list."""


def test_reports_are_listed_newest_first_in_any_script(enter):
    text = enter("ana").get("/reports").text
    assert text.index("Горан на реци") < text.index("Two vans at Horgos")


def test_who_may_read_nothing_is_shown_nothing(enter):
    assert "Horgos" not in enter("ivo").get("/reports").text
