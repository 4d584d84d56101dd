"""Of some people alone the same is told as in the picture of everything."""

from dataclasses import replace

import pytest

from headwater.model import Handling, Item, Report, Statement
from headwater.node import Settings, add_reports, categorise, decide, make_node, see_picture
from headwater.node.looking import Around, Shelf
from headwater.node.reading import barred_from
from headwater.safeguard import Role
from headwater.store import Batch

REPORTS = {
    "a": "Goran Izmišljeni, born on 3 May 1981, drove from Subotica to Horgos; his phone is "
    "+381 60 1234567. His passport is 009876543.",
    "b": "Vesna Primer drove the van SU-123-AB to Horgos. Goran paid her.",
    "c": "Marko Ogledni, born on 4 May 1990, is the organiser of the group.",
    "d": "Ана Случајна was seen at Horgos.",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    folder = tmp_path_factory.mktemp("around")
    node = make_node(folder / "node", "Drava Hub", Settings("mira", None, 1), purpose="test")
    for name, text in REPORTS.items():
        path = folder / f"{name}.txt"
        path.write_text(f"URN: IR {name}\nOriginator: Drava Unit\n\n1. {text} [2D-P]\n")
        add_reports(node, [path])
    categorise(node, "Goran Izmišljeni", "being_moved", "Drava", "he was one of them")
    categorise(node, "Marko Ogledni", "suspect", "Drava", "runs it")
    categorise(node, "Vesna Primer", "witness", "Drava", "she told us")
    by_name = {r["caption"]: r["id"] for r in see_picture(node).entities.to_pylist()}
    decide(node, "same", [by_name["Ана Случајна"], by_name["Vesna Primer"]], "one woman")
    yield node
    node.close()


@pytest.mark.parametrize("role", [Role.ANALYST, Role.LIAISON])
@pytest.mark.parametrize("purpose", ["a general look", "case: Drava, who drives"])
def test_who_is_not_named_is_the_same_as_in_the_picture_of_everything(told, role, purpose):
    viewer = replace(told.viewer, roles=frozenset({role}))
    node = replace(told, viewer=viewer, stated=purpose)
    held = Shelf().look(node)
    whole, alone = barred_from(node, lambda: held), barred_from(node, lambda: Around(node))
    everybody = held.picture.statements["mention"].unique().to_pylist()
    hidden = {one for one in everybody if whole.entity(one)}
    assert hidden == {one for one in everybody if alone.entity(one)}
    assert bool(hidden) == (purpose == "a general look")


def test_what_somebody_holds_is_told_with_who_holds_it(told):
    holder = next(
        row["id"]
        for row in see_picture(told).entities.to_pylist()
        if row["caption"] == "Goran Izmišljeni"
    )
    paper = "IR p#1@d1"
    said = [
        Statement("IR p", 1, 1, paper, "Identification", "number", "009876543"),
        Statement("IR p", 1, 2, paper, "Identification", "holder", holder),
    ]
    report = Report("IR p", "Drava Unit", (Item(1, "A passport.", handling=Handling()),))
    told.store.add(Batch([report], said), recorded="2026-11-22T12:00:00+00:00")
    node = replace(told, stated="a general look")
    assert barred_from(node, lambda: Around(node)).entity(paper)
    named = replace(told, stated="case: Drava, who drives")
    assert not barred_from(named, lambda: Around(named)).entity(paper)
