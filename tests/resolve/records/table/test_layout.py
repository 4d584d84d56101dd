import pytest

from headwater.model import WrongUse
from headwater.resolve.records.table.layout import understand


def test_headers_are_found_whatever_their_case_and_separators():
    layout = understand("p.csv", ["Unique ID", "Full-Name", "Date of birth", "Nationality", "Shoe"])
    assert layout.id == "Unique ID"
    assert layout.of("name") == ("Full-Name",)
    assert layout.of("birth_date", "country") == ("Date of birth", "Nationality")
    assert layout.unused == ("Shoe",)


def test_a_whole_name_makes_its_parts_superfluous():
    layout = understand("p.csv", ["id", "full_name", "first_name", "surname"])
    assert layout.of("name", "given", "family") == ("full_name",)
    assert layout.unused == ("first_name", "surname")


def test_a_column_that_tells_the_truth_is_neither_id_nor_compared():
    layout = understand("p.csv", ["rec_id", "entity", "cluster", "given_name", "surname"])
    assert layout.id == "rec_id"
    assert layout.unused == ("entity", "cluster")


@pytest.mark.parametrize("headers", [["name", "category"], ["id", "phone"]])
def test_ids_and_names_are_needed(headers):
    with pytest.raises(WrongUse, match="has no column of"):
        understand("p.csv", headers)
