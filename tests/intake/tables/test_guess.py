"""Guesses: common tables are known by their headers."""

import pytest

from headwater.intake.tables import decided_suspects, guess_mapping, read_csv
from headwater.intake.tables.cells import Form, cell_reader
from headwater.intake.tables.guess import _kinds
from headwater.model import schema

HEADERS = [
    ("calls", "Pozivalac;Pozvani;Početak;Trajanje_s;Vrsta"),
    ("calls", "A number;B number;Date time;Duration"),
    ("payments", "датум;уплатилац;прималац;износ;валута"),
    ("seizures", "data;vendi;sendi;sasia;njësia;organi"),
    ("crossings", "датум;место;насока;име;број на лица"),
    ("price_adverts", "datum;platforma;nalog;od;do;cijena od;cijena do;valuta;osnov"),
    ("category_decisions", "лице;качество;дело;взел решението;причина"),
    ("subscribers", "telefon;ime i prezime;adresa"),
    ("nominals", "id;name;date of birth;passport;issuer;nickname"),
]


@pytest.mark.parametrize(("kind", "header"), HEADERS)
def test_a_table_is_known_in_the_language_of_its_office(kind, header):
    guessed = guess_mapping(tuple(header.split(";")))
    assert guessed is not None
    assert guessed[0] == kind


@pytest.mark.parametrize(
    "header", ["a,b,c", "date,people,boats", "source,target,weight", "id", "name,age,shoe,hat,dog"]
)
def test_a_table_that_nobody_knows_is_not_guessed(header):
    assert guess_mapping(tuple(header.split(","))) is None


@pytest.mark.parametrize("kind", [kind.name for kind in _kinds()])
def test_every_guess_works_over_all_of_its_columns_and_over_the_needed_ones_alone(kind):
    (known,) = [k for k in _kinds() if k.name == kind]
    for columns in (sorted(known.needed), sorted(set(known.words.values()))):
        guessed = guess_mapping(tuple(columns))
        assert guessed is not None
        assert guessed[0] == kind
        assert guessed[1].queries[0].columns <= set(columns)


def test_every_word_a_guess_translates_is_a_word_of_the_schema():
    for kind in _kinds():
        for entity in kind.query["entities"].values():
            for name, entry in entity.get("properties", {}).items():
                prop = schema(entity["schema"]).properties[name]
                read = cell_reader(prop, Form(words=entry.get("words", {})))
                for word, meant in entry.get("words", {}).items():
                    assert read(word.upper()) == meant


def test_a_local_table_writes_its_decimals_with_a_comma(take):
    local = "datum;uplatilac;primalac;iznos;valuta\n1.3.2025.;A;B;1.250;KM\n"
    taken = take({"u.csv": local})
    found = {s.property: s.value for s in taken.statements if s.schema == "Payment"}
    assert (found["amount"], found["currency"], found["date"]) == ("1250", "BAM", "2025-03-01")


def test_calls_join_numbers_and_keep_them_unchanged(take):
    table = "caller,called,start,duration_s,kind\n"
    table += "+447700900123,+381 64 123 4567,2025-03-01T10:00:00,35,call\n"
    table += "unknown,+447700900123,2025-03-01T10:00:00,35,sms\n"
    taken = take({"c.csv": table})
    phones = [s.value for s in taken.statements if s.property == "phone"]
    assert phones == ["+447700900123", "+381641234567", "+447700900123"]
    assert next(s.text for s in taken.statements if s.property == "phone") == "+447700900123"
    assert [s.value for s in taken.statements if s.property == "kind"] == ["call", "message"]
    assert [r.position for r in taken.refusals] == ["row 2, caller"]


def test_nominals_carry_documents_plates_and_roles(take):
    table = (
        "id,name,alias,birth_date,phone,document,document_issuer,plate,plate_country,network,role\n"
    )
    table += "N-1,Ada Invented,Lady,1990-01-02,+447700900123,P123,RS,BG123AA,RS,North,vozač\n"
    taken = take({"n.csv": table})
    by_property = {(s.schema, s.property): s.value for s in taken.statements}
    assert by_property["Identification", "number"] == "P123"
    assert by_property["Vehicle", "country"] == "rs"
    assert by_property["NetworkRole", "role"] == "driver"
    assert not taken.refusals


def test_only_those_whom_every_decision_calls_suspect_are_named_as_suspects():
    table = read_csv(
        "person,category,case,author,reason\n"
        "A,suspect,X,o,r\nB,osumnjičeni,X,o,r\nC,suspect,X,o,r\nC,victim,Y,o,r\nD,witness,X,o,r\n"
    )
    assert decided_suspects(table) == {"a", "b"}
    assert decided_suspects(read_csv("caller,called\n1,2\n")) == frozenset()
