"""A picture that is ready to be asked about one thing after another."""

from headwater.node import decide
from headwater.node.things import ThingIndex, rows_at
from tests.node.things.conftest import look

CYRILLIC, LATIN = "IR 2#1@m1", "IR 1#1@m1"


def test_everything_is_found_under_what_it_speaks_of(told):
    picture = look(told).picture
    index = ThingIndex(picture)
    for row, entity in enumerate(picture.entities["id"].to_pylist()):
        assert index.row(entity) == row
        said = rows_at(picture.statements, index.said(row), ["id", "entity", "urn"])
        every = [one["id"] for one in picture.statements.to_pylist() if one["entity"] == entity]
        assert [one["id"] for one in said] == every
        urns = picture.reports["urn"].take(index.reports(row).tolist()).to_pylist()
        assert urns == sorted({one["urn"] for one in said})
    assert index.row("nobody") == -1


def test_a_mention_that_was_joined_leads_to_what_it_was_joined_into(told):
    decide(told, "same", [CYRILLIC, LATIN], "one face")
    index = ThingIndex(look(told).picture)
    assert index.row(CYRILLIC) == index.row(LATIN) >= 0
    assert index.ids[index.row(CYRILLIC)].as_py() == min(CYRILLIC, LATIN)


def test_a_report_has_the_strictest_handling_of_what_is_seen_of_it(told):
    index = ThingIndex(look(told).picture)
    assert {index.handling.words[code] for code in index.handling.codes if code >= 0} == {"P"}
