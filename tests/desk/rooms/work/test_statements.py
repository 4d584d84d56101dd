"""The sentence behind a line."""


def test_a_statement_leads_to_its_sentence_and_its_report(enter):
    text = enter("ana").get("/statements?id=IR%201%232.1").text
    assert '<mark class="mark proposed"><bdi dir="ltr">+381 60 1234567</bdi></mark>' in text
    assert "/reports/read?urn=IR%201" in text
    assert "It counts as an independent group of its own." in text


def test_what_is_not_there_and_what_is_not_for_the_viewer_are_one_page(enter):
    assert enter("ana").get("/statements?id=IR%201%232.99").status_code == 404
    assert enter("ivo").get("/statements?id=IR%201%232.1").status_code == 404
