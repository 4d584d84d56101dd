"""Whose name may be shown."""

import pytest

from headwater.brief.view import View
from headwater.safeguard import NOT_NAMED
from tests.brief.fixtures import picture, tables


def _with(entity: str, **changes: object) -> View:
    rows = tables()["entities"]
    next(row for row in rows if row["id"] == entity).update(changes)
    return View(picture(entities=rows))


def test_suspects_and_office_holders_are_named_and_protected_people_are_not():
    view = View(picture())
    assert view.name("dragan") == "Dragan Izmišljen"
    assert view.name("petra") == "Petra Imaginova"
    assert view.name("milica") == NOT_NAMED
    assert view.name("someone") == NOT_NAMED


@pytest.mark.parametrize("category", ["victim", "witness", "being_moved"])
def test_office_does_not_lift_the_protection_that_a_person_decided(category: str):
    assert _with("petra", category=category).name("petra") == NOT_NAMED


def test_someone_the_picture_does_not_hold_cannot_be_named():
    view = View(picture())
    assert not view.may_name("nobody")
    assert view.name("nobody") == "nobody"


def test_the_phone_of_a_protected_person_is_masked_and_that_of_a_suspect_is_not():
    view = View(picture())
    assert "0199" not in view.mask.hide("She rang +381 64 555 0199.")
    assert view.mask.hide("Dragan Izmišljen rang.") == "Dragan Izmišljen rang."


def test_documents_held_by_a_protected_person_are_withheld_with_her():
    rows = tables()["statements"]
    rows += [
        rows[0] | {"id": "N-1#1.90", "n": 90, "entity": "pass", "schema": "Passport", "property": p,
                   "value": v, "text": "", "start": -1, "end": -1}
        for p, v in (("holder", "milica"), ("number", "XQ77001"))
    ]  # fmt: skip
    view = View(picture(statements=rows))
    assert "pass" in view.withheld
    assert "XQ77001" not in view.mask.hide("passport XQ77001 shown")


def test_a_proposed_line_is_marked_only_where_others_are_accepted():
    assert View(picture()).status_tag(["proposed"]) == ("proposed",)
    assert View(picture()).status_tag(["proposed", "accepted"]) == ()
    rows = [row | {"status": "proposed"} for row in tables()["statements"]]
    assert View(picture(statements=rows)).status_tag(["proposed"]) == ()


def test_one_statement_an_item_is_cited_for_an_entity():
    assert View(picture()).evidence(["petra"]) == ("P-1#1.2",)
    assert View(picture()).evidence(["petra"], ["position"]) == ("P-1#1.3",)


def test_a_name_that_the_reader_missed_is_hidden_in_sentences_and_titles():
    items = tables()["items"]
    items[1]["text"] += " The minor Samir Fictiv left Horgos with Dragan Izmišljen."
    view = View(picture(items=items))
    spans = view.hidden_spans("N-1", 1, items[1]["text"])
    hidden = [items[1]["text"][start:end] for start, end in spans]
    assert "Samir Fictiv" in hidden
    assert not {"Horgos", "Dragan", "Izmišljen"} & {w for h in hidden for w in h.split()}
    assert view.mask.hide("talk with Samir Fictiv.txt") == "talk with [withheld].txt"


def test_a_number_told_with_a_word_hides_the_number_and_not_the_word_everywhere():
    rows = tables()["statements"]
    phone = next(r for r in rows if r["property"] == "phone")
    rows += [phone | {"id": "N-1#1.91", "n": 91, "value": "0551234", "text": "phone 0551234"}]
    view = View(picture(statements=rows))
    assert view.mask.hide("phone: 0551234") == "phone: [withheld]"
