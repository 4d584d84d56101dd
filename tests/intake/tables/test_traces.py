"""Of a row about a protected person the door tells who it is of, and nothing of it is kept."""

import pytest

from headwater.model import WrongUse

HEAD = "date,place,direction,name,birth_date,phone,document,persons\n"
LOG = HEAD + (
    "2025-03-01,Gate One,entry,Omar Hidden,1991-01-02,+381 64 555 01 42,N 1234567,1\n"
    "2025-03-01,Gate One,entry,Lina Hidden,02.03.1993,00381645550143,A7654321,\n"
    "2025-03-01,Gate One,exit,Sara Hidden,,not known,,some\n"
)


def told(taken) -> set[tuple[int, int, str, str]]:
    return {(t.item, t.row, t.identifier.kind, t.identifier.form) for t in taken.traces}


def test_rows_that_became_one_count_are_told_apart_and_held_by_its_item(take):
    taken = take({"log.csv": LOG})
    assert told(taken) == {
        (1, 1, "document", " N1234567"),
        (1, 1, "phone", "+381645550142"),
        (1, 1, "name and birth date", "mr tn 1991-01-02"),
        (1, 2, "document", " A7654321"),
        (1, 2, "phone", "+381645550143"),
        (1, 2, "name and birth date", "ln tn 1993-03-02"),
    }
    assert {trace.urn for trace in taken.traces} == {taken.reports[0].urn}


def test_a_row_whose_count_cannot_be_read_is_held_by_the_first_item(take):
    taken = take({"log.csv": HEAD + LOG[len(HEAD) :].replace("not known", "+381645550144")})
    assert (1, 3, "phone", "+381645550144") in told(taken)


@pytest.mark.parametrize(
    ("headers", "row"),
    [
        ("datum,mesto,smer,ime,prezime,datum rođenja,pasoš", "Омар,Хиден,1991-01-02,N1234567"),
        ("дата,място,посока,име,фамилия,дата на раждане,паспорт", "Omar,Hidden,2.1.1991,N1234567"),
    ],
)
def test_columns_are_known_by_their_headers_in_the_languages_of_the_region(take, headers, row):
    taken = take({"log.csv": f"{headers}\n2025-03-01,Horgoš,ulaz,{row}\n"})
    assert {(kind, form) for _, _, kind, form in told(taken)} == {
        ("document", " N1234567"),
        ("name and birth date", "mr tn 1991-01-02"),
    }


MAPPING = """
entities:
  seen:
    schema: Observation
    properties: {series: {literal: camp}, count: {column: heads}}
count_only: true
filters_not: {side: staff}
identity: {name: [who, family], birth_date: born, account: bank, document: paper, document_kind: of}
"""


def test_a_mapping_names_the_columns_that_headers_do_not_tell(take):
    table = (
        "who,family,born,bank,paper,of,heads,side\n"
        "Omar,Hidden,1991-01-02,RS35 2600 0560 1001,X1234567,passport,1,\n"
        "Guard,One,1980-01-01,,Y1234567,passport,1,staff\n"
    )
    assert told(take({"camp.csv": table}, mapping=MAPPING)) == {
        (1, 1, "document", "passport X1234567"),
        (1, 1, "account", "RS35260005601001"),
        (1, 1, "name and birth date", "mr tn 1991-01-02"),
    }


def test_a_column_that_is_not_there_is_refused_and_an_unknown_part_is_wrong_use(take):
    begin = MAPPING[: MAPPING.index("identity")]
    taken = take({"camp.csv": "heads,side\n1,\n"}, mapping=f"{begin}identity: {{name: nobody}}\n")
    assert not taken.reports
    assert "nobody" in taken.refusals[0].what
    with pytest.raises(WrongUse, match="'shoe' is no part"):
        take({"camp.csv": "heads,side\n1,\n"}, mapping=f"{begin}identity: {{shoe: size}}\n")


def test_of_whom_a_row_calls_victim_witness_or_being_moved_the_same_is_kept(take):
    table = (
        "person,category,case,author,reason,phone\n"
        "Omar Hidden,žrtva,A,Officer,seen,+381645550142\n"
        "Goran Invented,osumnjičen,A,Officer,seen,+381645550143\n"
        "Lina Hidden,no such word,A,Officer,seen,+381645550144\n"
    )
    assert told(take({"c.csv": table})) == {(1, 1, "phone", "+381645550142")}


def test_a_table_of_calls_or_a_list_of_suspects_tells_of_nobody(take):
    table = "id,name,birth_date,phone\nN-1,Ada Invented,1990-01-02,+447700900123\n"
    assert not take({"n.csv": table}).traces
