from headwater.picture.independence.facts import Kind, read_facts
from headwater.picture.independence.texts import read_texts
from tests.picture.independence.telling import place, tables_of, told


def stated(tables):
    texts = read_texts(*tables[:2])
    facts = read_facts(texts, tables[2])
    return {(Kind(facts.kind[f]), facts.words[f]) for f in facts.fact.tolist()}


def test_numbers_are_read_without_separators_and_not_out_of_dates_and_phones():
    found = stated(told("On 01.02.2024. he paid 2 800 to 4.000 euros, phone +381 60 169 8350."))
    assert {word for kind, word in found if kind is Kind.NUMBER} == {"2800", "4000"}
    assert (Kind.DATE, "2024-02-01") in found


def test_places_are_those_of_statements_that_nobody_rejected():
    items = [("a", "From Edirne to Sofia.")]
    said = [place("a", "place:1", 5), place("a", "place:2", 15) | {"status": "rejected"}]
    found = stated(tables_of([{"urn": "a"}], items, said))
    assert {word for kind, word in found if kind is Kind.PLACE} == {"place:1"}


def test_a_report_without_a_date_stands_where_its_last_date_is():
    tables = told("Seen on 2024-03-01 and on 04.03.2024 again.")
    assert read_facts(read_texts(*tables[:2]), tables[2]).days == ["2024-03-04"]
