import pytest

from headwater.resolve.columns import among, codes, rows, standing, statement_ids
from tests.resolve.scans import scan_of

LINES = [("a", "Person", "name", "Arben"), ("b", "Person", "name", "Boro", {"status": "rejected"})]


@pytest.mark.parametrize("encoded", [True, False])
def test_columns_are_read_the_same_whether_the_store_encoded_them_or_not(encoded):
    scan = scan_of(*LINES, encoded=encoded)
    numbers, texts = codes(scan, "entity")
    assert [texts[n] for n in numbers] == ["a", "b"]
    assert among(scan, "property", {"name"}).tolist() == [True, True]
    assert [row.value for row in rows(scan, standing(scan))] == ["Arben"]
    assert statement_ids(scan, {1}) == {1: "R1#2.1"}


def test_an_empty_scan_has_no_rows():
    scan = scan_of()
    assert list(rows(scan, standing(scan))) == []
    assert among(scan, "entity", {"a"}).tolist() == []


def test_what_is_said_not_to_be_so_does_not_stand():
    scan = scan_of(("a", "Person", "phone", "+38164", {"modality": "denied"}))
    assert standing(scan).tolist() == [False]
