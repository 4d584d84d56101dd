"""Reports that are written or handed in at the desk."""

import re

FORM = {
    "originator": "Drava Unit",
    "title": "Бродић",
    "information": "2026-03-02",
    "record": "2026-03-04",
    "count": "1",
    "text-1": "Горан вози комби од Суботице до Хоргоша.",
    "source-1": "2",
    "assessment-1": "D",
    "handling-1": "P",
}


def test_the_form_tells_what_every_code_means(enter):
    text = enter("ana").get("/reports/new").text
    assert "known indirectly to the source but corroborated" in text
    assert "take no action on it without asking the originator" in text


def test_who_may_bring_nothing_in_is_told_whom_to_ask(own):
    answer = own("leo").get("/reports/new")
    assert answer.status_code == 403
    assert "officer, analyst or supervisor" in answer.text


def test_one_more_item_keeps_what_was_written(own):
    text = own("ana").post("/reports/write", data=FORM | {"do": "more"}).text
    assert FORM["text-1"] in text
    assert 'name="text-2"' in text


def test_one_more_item_is_graded_by_itself_and_is_handled_no_less_strictly(own):
    strict = {"handling-1": "C", "action-1": "A1", "sanitisation-1": "S2", "do": "more"}
    text = own("ana").post("/reports/write", data=FORM | strict).text
    fields = dict(re.findall(r'<select id="([\w-]+)"(.*?)</select>', text))
    chosen = {name: re.findall(r'value="(\w+)" selected', told) for name, told in fields.items()}
    assert (chosen["source-1"], chosen["assessment-1"]) == (["2"], ["D"])
    assert chosen["source-2"] == chosen["assessment-2"] == []
    assert [chosen[f"{one}-2"] for one in ("handling", "action", "sanitisation")] == [
        ["C"],
        ["A1"],
        ["S2"],
    ]
    assert "Handling and its conditions are as in the item before." in text


def test_what_is_wrong_is_told_at_its_field_and_nothing_is_lost(own):
    answer = own("ana").post("/reports/write", data=FORM | {"information": "2026-02-31"})
    assert answer.status_code == 400
    assert 'id="wrong-information"' in answer.text
    assert FORM["text-1"] in answer.text


def test_a_written_report_gives_a_receipt_that_leads_to_it(own):
    ana = own("ana")
    text = ana.post("/reports/write", data=FORM).text
    assert "What is counted here is on disk" in text
    address = text.partition('<a href="/reports/read?urn=')[2].partition('"')[0]
    assert 'class="button">Read what was taken</a>' in text
    assert "Суботице" in ana.get(f"/reports/read?urn={address}").text


def test_a_report_whose_reference_is_taken_is_given_back_as_it_was_written(own):
    answer = own("ana").post("/reports/write", data=FORM | {"urn": "IR 1"})
    assert answer.status_code == 400
    assert 'id="wrong-urn"' in answer.text
    assert FORM["text-1"] in answer.text


def test_files_give_a_receipt_with_every_refusal(own):
    files = [
        ("files", ("x.txt", b"URN: X 1\n\n1. Two vans at Horgos. [9Z-P]\n2. One. [2D-P]\n")),
        ("files", ("<x>.exe", b"MZ")),
    ]
    data = {"csrf": "csrf of ana", "grading": ""}
    text = own("ana").post("/reports/files", data=data, files=files).text
    assert "9Z is not a grade of 3x5x2" in text
    assert "This kind of file is not read" in text
    assert "X 1" in text


def test_no_file_is_answered_in_words(own):
    answer = own("ana").post("/reports/files", data={"grading": ""}, files=[("files", ("", b""))])
    assert answer.status_code == 400
