"""What the reader missed, put down at the page of its report."""

import re

import pytest

from headwater.node.reading import adding

FORM = {"urn": "IR 1", "item": "1", "at": "0", "reason": "read there"}
TIE = FORM | {
    "says": "contact",
    "given-source": "Goran Izmišljeni",
    "given-target": "Horgos",
    "given-kind": "meeting",
}


def shown(browser, says, **more):
    return browser.get("/reports/add", params={"urn": "IR 1", "item": 1, "says": says, **more}).text


def test_beside_each_item_it_can_be_said_what_was_missed(enter):
    text = enter("ana").get("/reports/read?urn=IR%201").text
    links = re.findall(r'<a href="(/reports/add\?[^"]+)" data-add>Add what was missed</a>', text)
    assert [one.replace("&amp;", "&") for one in links] == [
        "/reports/add?urn=IR%201&item=1#item-1",
        "/reports/add?urn=IR%201&item=2#item-2",
    ]


@pytest.mark.parametrize("says", sorted(adding.forms()))
def test_every_form_asks_what_it_needs_with_a_name_for_each_field(enter, says):
    text = shown(enter("ana"), says)
    assert 'aria-current="true"' in text
    for field in adding.forms()[says].fields:
        assert f'<label for="given-{field.name}">' in text
        assert f'name="given-{field.name}"' in text
    assert '<option value="0" dir="auto" selected>1. Goran Izmi' in text


def test_the_report_s_own_names_are_offered_and_places_as_one_writes(enter):
    ana = enter("ana")
    text = shown(ana, "leg")
    assert '<datalist id="named-from"><option value="Subotica">' in text
    assert '<datalist id="named-operator"><option value="Goran Izmišljeni">' in text
    offered = ana.get("/reports/places", params={"given-to": "Илок"}).text
    assert offered.strip() == '<option value="Ilok">HR</option>'


def test_words_that_were_marked_are_taken_along_from_kind_to_kind(enter):
    text = shown(enter("ana"), "alias", words="<b>Goran", at=3)
    assert 'name="words" dir="auto" value="&lt;b&gt;Goran"' in text
    assert "says=phone&amp;words=%3Cb%3EGoran&amp;at=3#item-1" in text


def test_it_is_added_marked_and_taken_back_in_one(own):
    ana = own("ana")
    answer = ana.post("/reports/add", data=TIE)
    assert "Added." in answer.text
    (back,) = re.findall(r'value="(undo accepted IR 1#1\.\d+)" data-key="u"', answer.text)[-1:]
    assert '<q dir="auto">read there</q>' in answer.text
    assert '<a class="mark' in answer.text
    own_words = re.findall(r'<a class="tag accepted"', answer.text)
    sent = {"urn": "IR 1", "start": "0", "do": back, "reason": "not said there"}
    undone = ana.post("/reports/decide", data=sent).text
    assert "Taken back." in undone
    assert own_words
    assert '<a class="tag accepted"' not in undone


def test_what_cannot_be_added_comes_back_in_its_form_with_what_is_wrong(own):
    wrong = TIE | {"given-target": "Nikola <i>Nigde", "reason": "read twice", "modality": "planned"}
    answer = own("ana").post("/reports/add", data=wrong)
    assert answer.status_code == 400
    notice = answer.text.partition('role="alert"')[2].partition("</div>")[0]
    assert "does not stand in the item" in notice
    assert "headwater" not in notice
    assert 'value="Nikola &lt;i&gt;Nigde"' in answer.text
    assert 'value="read twice"' in answer.text
    assert '<option value="meeting" selected>' in answer.text
    assert '<option value="planned" selected>' in answer.text


def test_a_strange_item_or_kind_breaks_nothing(own):
    ana = own("ana")
    assert "What the item says" not in shown(ana, "tie", item=9)
    assert "Choose what the item says." in shown(ana, "nonsense")
    for odd in ({"item": "x"}, {"urn": "IR 99"}, {"says": "category"}, {"at": "-1"}):
        answer = ana.post("/reports/add", data=TIE | odd)
        assert answer.status_code in (303, 200, 400, 404)
        assert "Added." not in answer.text or odd == {"at": "-1"}


def test_a_page_of_a_reader_who_decides_nothing_offers_nothing_to_add(own):
    leo = own("leo")
    assert "data-add" not in leo.get("/reports/read?urn=IR%201").text
    assert "What the item says" not in shown(leo, "tie")


def test_a_very_long_item_does_not_make_a_list_without_end(own):
    ana = own("ana")
    report = {
        "originator": "Drava Unit",
        "title": "A long night",
        "urn": "IR 70",
        "information": "2026-03-02",
        "record": "2026-03-02",
        "text-1": " ".join(f"Van {n} left." for n in range(1, 301)),
        "source-1": "2",
        "assessment-1": "D",
        "handling-1": "P",
    }
    ana.post("/reports/write", data=report)
    asked = {"urn": "IR 70", "item": 1, "says": "organisation", "at": 3500}
    form = ana.get("/reports/add", params=asked).text.partition('<select id="at"')[2]
    options = re.findall(r"<option value=\"\d+\"[^>]*>", form.partition("</select>")[0])
    assert len(options) == 201
    assert "selected" in options[-1]
    late = {"urn": "IR 70", "item": "1", "says": "organisation", "given-name": "Van 299"}
    answer = ana.post("/reports/add", data=late | {"at": "0", "words": "Van 299", "reason": "r"})
    assert "Added." in answer.text


def test_who_the_item_names_is_offered_and_told_where_another_spelling_is_written(own):
    ana = own("ana")
    form = shown(ana, "alias", urn="IR 2")
    assert '<datalist id="named-who"><option value="Горан Измишљени">' in form
    wrong = FORM | {"urn": "IR 2", "says": "alias", "given-who": "Goran Izmisljeni"}
    answer = ana.post("/reports/add", data=wrong | {"given-alias": "Goša"}).text
    notice = answer.partition('role="alert"')[2].partition("</div>")[0]
    assert "in this item: Горан Измишљени" in notice
