"""Reports, as a list."""


def test_reports_are_listed_newest_first_in_any_script(enter):
    text = enter("ana").get("/reports").text
    assert text.index("Горан на реци") < text.index("Two vans at Horgos")


def test_who_may_read_nothing_is_shown_nothing(enter):
    text = enter("ivo").get("/reports").text
    assert "Horgos" not in text
    assert "No report fits." in text


def test_the_list_is_filtered_by_words_in_any_script(enter):
    text = enter("ana").get("/reports?words=горан").text
    assert "Горан на реци" in text
    assert "Two vans at Horgos" not in text


def test_what_could_not_be_taken_has_a_page(enter):
    assert enter("ana").get("/reports/refused").status_code == 200
