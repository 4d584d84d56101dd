import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.model import WrongUse
from headwater.safeguard import Category, Purpose, must_mask
from headwater.safeguard.exports import EXPORTS, Carries, for_export
from tests.architecture.house import our_house

GENERAL = Purpose("weekly picture", "general")
PEOPLE = {f"e-{category}": [category] for category in Category} | {"e-nobody": []}
NAMEABLE = {"e-suspect", "e-convicted", "e-other"}


def test_there_is_no_export_that_is_not_listed():
    with pytest.raises(WrongUse, match="no export"):
        for_export("list of names", [], [], {}, GENERAL)
    assert len({export.name for export in EXPORTS}) == len(EXPORTS)


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_no_export_yields_a_row_about_a_protected_person(export):
    assert export.protection
    if export.carries in (Carries.ECHO, Carries.INVENTED, Carries.INSIDE):
        return  # nothing of a node goes out: shown by the next test
    rows = [{"id": person, "source": "e-suspect"} for person in PEOPLE]
    rows += [{"id": "link", "source": person} for person in PEOPLE]
    got = for_export(export.name, rows, ["id", "source"], PEOPLE, GENERAL)
    named = {row[column] for row in got for column in ("id", "source")}
    assert named == NAMEABLE | {"link"}


def test_what_passes_unfiltered_never_comes_out_of_a_node_to_others():
    unfiltered = {e.name: e.protection for e in EXPORTS if e.carries not in ("people", "opaque")}
    assert set(unfiltered) == {
        "reading",
        "report groups",
        "groups of a node",
        "name comparison",
        "resolved table",
        "review queue",
        "exercise",
    }


def test_a_named_case_may_name_people_and_a_victim_of_one_case_stays_withheld_for_others():
    people = {"e1": ["suspect", "victim"]}
    assert must_mask(people, GENERAL) == {"e1"}
    assert must_mask(people, Purpose("case: Drava", "case")) == frozenset()


def test_a_holder_of_public_office_may_be_named_unless_a_human_made_one_a_victim():
    people = {"minister": [], "mayor": ["victim"]}
    assert must_mask(people, GENERAL, {"minister", "mayor"}) == {"mayor"}


@given(st.dictionaries(st.text(max_size=3), st.lists(st.sampled_from(list(Category)))))
def test_whoever_may_not_be_named_is_in_no_row(people):
    rows = [{"id": person} for person in people]
    got = {row["id"] for row in for_export("picture tables", rows, ["id"], people, GENERAL)}
    assert got == set(people) - must_mask(people, GENERAL)


WRITERS = {"write_text", "write_bytes", "write_table", "write_parquet", "write_csv", "save"}
# They write what rests in a node, or hand paths on; nothing of it leaves by them.
RESTS_INSIDE = {"store", "node", "cli"}


def test_every_package_that_writes_files_has_a_listed_export():
    writers = {
        module.package
        for module in our_house().modules
        if any(called in WRITERS for _, called in module.contents.calls)
    }
    assert writers - RESTS_INSIDE <= {export.package for export in EXPORTS}
