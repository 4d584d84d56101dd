"""Entities of a row: ids, spans, splits, joins, fees."""

from hypothesis import given
from hypothesis import strategies as st

from headwater.intake.tables.entity_rows import RowText

TABLE = "id,name,alias,mother\n1,Ada,A; Lady A,2\n2,Bea,,\n"
MAPPING = """
entities:
  person:
    schema: Person
    key: id
    properties:
      name: {column: name, required: true}
      alias: {column: alias, split: ";"}
      summary: {columns: [name, id], join: " / "}
      notes: {template: "{{name}} is number {{id}}"}
      topics: {literals: [crime, poi]}
  mother: {schema: Person, key: mother}
  tie:
    schema: Family
    properties:
      person: {entity: person, required: true}
      relative: {entity: mother, required: true}
      relationship: {literal: mother}
"""


def values(taken, prop):
    return [s.value for s in taken.statements if s.property == prop]


def test_every_way_of_the_dialect_gives_its_values(take):
    taken = take({"t.csv": TABLE}, mapping=MAPPING)
    assert values(taken, "name") == ["Ada", "Bea"]
    assert values(taken, "alias") == ["A", "Lady A"]
    assert values(taken, "summary") == ["Ada / 1", "Bea / 2"]
    assert values(taken, "notes") == ["Ada is number 1", "Bea is number 2"]
    assert values(taken, "topics") == ["crime", "poi"] * 2


def test_the_same_key_is_the_same_entity_in_whatever_column_it_stands(take):
    taken = take({"t.csv": TABLE}, mapping=MAPPING)
    bea = next(s.entity for s in taken.statements if s.value == "Bea")
    assert values(taken, "relative") == [bea]


def test_a_tie_without_its_other_end_is_told_and_the_person_is_taken(take):
    taken = take({"t.csv": TABLE}, mapping=MAPPING)
    assert [(r.position, r.what) for r in taken.refusals] == [
        ("row 2, mother", "tie was not taken")
    ]


def test_entities_belong_to_one_report_unless_the_mapping_shares_its_keys(take):
    files = {"a.csv": "id,name,alias,mother\n1,Ada,,\n", "b.csv": "id,name,alias,mother\n1,A,,\n"}
    apart = {s.entity for s in take(files, mapping=MAPPING).statements if s.property == "name"}
    shared = {
        s.entity
        for s in take(files, mapping="key_prefix: both" + MAPPING).statements
        if s.property == "name"
    }
    assert (len(apart), len(shared)) == (2, 1)
    assert next(iter(shared)).startswith("both-")


FEES = "low,basis\n500,person\n700,\n,\n900,sack\n"
FEE = """
entities:
  fee:
    schema: Fee
    properties: {amountLow: {column: low}, basis: {column: basis}, mode: {literal: boat}}
  seen: {schema: Arrest, properties: {outcome: {literal: x}}}
"""


def test_a_fee_without_a_basis_is_refused_and_the_rest_of_its_row_is_taken(take):
    taken = take({"t.csv": FEES + ",family\n"}, mapping=FEE)
    assert values(taken, "amountLow") == ["500"]
    assert [r.position for r in taken.refusals if "fee without" in r.what] == [
        *("row 2, basis", "row 3, basis"),
    ]
    assert {item.number for item in taken.reports[0].items} == {1, 2, 3, 4}


CELL = st.text("abč ش;:,", max_size=8).map(str.strip)


@given(st.lists(CELL, min_size=3, max_size=3))
def test_each_kept_cell_stands_verbatim_in_the_text_of_the_row(cells):
    text, offsets = RowText(("a", "b", "c"), {"a", "c"}).of(cells)
    assert offsets[1] == -1
    for at in (0, 2):
        if cells[at]:
            assert text[offsets[at] : offsets[at] + len(cells[at])] == cells[at]
        else:
            assert offsets[at] == -1
