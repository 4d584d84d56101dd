"""Guesses: common tables are known by their headers."""

from pathlib import Path

import pytest

from headwater.intake.tables import decided_suspects, guess_mapping, read_csv
from headwater.intake.tables.cells import Form, cell_reader
from headwater.intake.tables.guess import _header, _kinds, accepted_headers
from headwater.model import schema

HEADERS = [
    ("calls", "Pozivalac;Pozvani;Početak;Trajanje_s;Vrsta"),
    ("calls", "A number;B number;Date time;Duration"),
    ("calls", "Calling party;Called party;Timestamp;Duration (s)"),
    ("payments", "Date;Sender;Receiver;Amount;Currency;Memo"),
    ("payments", "Date;From;To;Amount;Currency;Note"),
    ("payments", "datum plaćanja;nalogodavac;primatelj;iznos;valuta;napomena"),
    ("payments", "data e pagesës;urdhëruesi;pranuesi;shuma;monedha"),
    ("payments", "датум на плаќање;налогодавач;примач;износ;валута"),
    ("payments", "дата на плащане;изпращач;получател;сума;валута"),
    ("payments", "датум;уплатилац;прималац;износ;валута"),
    ("seizures", "data;vendi;sendi;sasia;njësia;organi"),
    ("crossings", "датум;место;насока;име;број на лица"),
    ("price_adverts", "datum;platforma;nalog;od;do;cijena od;cijena do;valuta;osnov"),
    ("category_decisions", "лице;качество;дело;взел решението;причина"),
    ("subscribers", "telefon;ime i prezime;adresa"),
    ("counts", "date;series;count;unit"),
    ("counts", "date;series;value;release"),
    ("counts", "datum;niz;broj;jedinica"),
    ("counts", "week;indicator;persons"),
    ("counts", "data;seria;numri;njësia"),
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
    assert [s.value for s in taken.statements if s.property == "kind"] == ["call"]
    assert [r.position for r in taken.refusals] == ["row 2, caller", "row 2, from"]


def test_nothing_points_to_a_number_that_could_not_be_read(take):
    taken = take({"c.csv": "caller,called,start\nhidden,+447700900123,2025-03-01\n"})
    subjects = {s.entity for s in taken.statements}
    assert {s.value for s in taken.statements if s.schema == "Contact"} <= subjects
    assert "Contact" not in {s.schema for s in taken.statements}


@pytest.mark.parametrize("head", ["Duration (s)", "DURATION_S", "duration [sec]", "Trajanje (s):"])
def test_a_unit_in_brackets_does_not_hide_a_column(take, head):
    table = f"Caller;Called;Start;{head}\n+447700900123;+447700900124;2025-03-01;35\n"
    taken = take({"c.csv": table})
    assert [s.value for s in taken.statements if s.property == "duration"] == ["35"]
    assert not taken.refusals


def test_minutes_are_not_taken_for_seconds_and_the_column_is_named(take):
    table = "Caller,Called,Start,Type,Cell,Duration (min),Tariff,Empty\n"
    taken = take({"c.csv": f"{table}+447700900123,+447700900124,2025-03-01,sms,X,35,peak,\n"})
    assert not [s for s in taken.statements if s.property == "duration"]
    assert [r.what for r in taken.refusals] == ["columns not taken: Duration (min), Tariff"]


def test_nobody_is_asked_to_map_the_names_of_people_being_moved(take):
    table = "Date,Place,Direction,Name,Birth date\n2025-03-01,Horgos,entry,Ana Izmišljen,1990\n"
    taken = take({"c.csv": table})
    assert not taken.refusals
    assert "Izmišljen" not in str(taken.statements) + str(taken.reports)


def test_a_currency_in_brackets_is_the_currency_of_the_amounts(take):
    taken = take({"p.csv": "Date,Payer,Payee,Amount (EUR)\n2025-03-01,A,B,900\n"})
    found = {s.property: s.value for s in taken.statements if s.schema == "Payment"}
    assert (found["amount"], found["currency"]) == ("900", "EUR")


def test_the_refusal_of_an_unknown_table_names_the_nearest_kind_and_what_it_lacks(take):
    (refusal,) = take({"p.csv": "Date,Sender,Amount,Shoe\n2025-03-01,A,9,1\n"}).refusals
    assert "the nearest kind is payments, which also needs payee" in refusal.why


def test_a_table_that_is_like_no_kind_is_said_to_be_near_none(take):
    (refusal,) = take({"x.csv": "alpha,beta\n1,2\n"}).refusals
    assert "nearest" not in refusal.why


def test_no_header_word_stands_for_two_columns_of_one_kind():
    for columns in accepted_headers().values():
        owners: dict[str, str] = {}
        for column, listed in columns.items():
            for word in map(_header, (column, *listed)):
                assert owners.setdefault(word, column) == column


def test_the_how_to_lists_every_header_that_is_recognised():
    page = Path(__file__).parents[3] / "docs" / "how-to" / "bring-in-a-table.md"
    rows = [line for line in page.read_text(encoding="utf-8").splitlines() if "|" in line]
    needed = {kind.name: kind.needed for kind in _kinds()}
    expected = [
        f"| {f'**{column}**' if column in needed[kind] else column} | {', '.join(words)} |"
        for kind, columns in accepted_headers().items()
        for column, words in columns.items()
    ]
    assert [row for row in rows if not row.startswith(("| column", "| ---"))] == expected


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


def test_a_table_of_counts_becomes_a_series_that_can_be_forecast(take):
    table = "date,series,count,unit\n2025-01-01,arrivals,177,people\n2025-01-02,arrivals,,people\n"
    taken = take({"arrivals.csv": table})
    told = {s.property: s.value for s in taken.statements if s.schema == "Observation"}
    assert told == {
        "series": "arrivals",
        "date": "2025-01-01",
        "period": "2025-01-01",
        "count": "177",
        "unit": "persons",
    }
    assert [r.position for r in taken.refusals] == ["row 2"]


def test_a_table_of_counts_without_a_name_of_the_series_is_told_what_it_lacks(take):
    (refusal,) = take({"c.csv": "date,count\n2025-01-01,177\n"}).refusals
    assert "the nearest kind is counts, which also needs series" in refusal.why


def test_only_those_whom_every_decision_calls_suspect_are_named_as_suspects():
    table = read_csv(
        "person,category,case,author,reason\n"
        "A,suspect,X,o,r\nB,osumnjičeni,X,o,r\nC,suspect,X,o,r\nC,victim,Y,o,r\nD,witness,X,o,r\n"
    )
    assert decided_suspects(table) == {"a", "b"}
    assert decided_suspects(read_csv("caller,called\n1,2\n")) == frozenset()
