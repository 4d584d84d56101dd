import pytest

from headwater.model import WrongUse
from headwater.resolve.records import Tie
from headwater.resolve.records.table import read_ties


def test_contacts_count_for_both_ends_and_movements_for_one(tmp_path):
    contacts, movements = tmp_path / "contacts.csv", tmp_path / "movements.csv"
    contacts.write_text("source,target,kind,date\na,b,payment,3.2.2024\na,,contact,\n")
    movements.write_text("record,place\na,gn-1\n")
    ties, refusals = read_ties(contacts, movements)
    assert ties == (
        Tie("a", "payment", "b", "2024-02-03"),
        Tie("b", "payment", "a", "2024-02-03"),
        Tie("a", "seen", "gn-1"),
    )
    assert [refusal.position for refusal in refusals] == ["line 3"]


def test_contacts_without_two_ends_are_refused(tmp_path):
    path = tmp_path / "contacts.csv"
    path.write_text("who,whom\na,b\n")
    with pytest.raises(WrongUse, match="lacks a column"):
        read_ties(path, None)
