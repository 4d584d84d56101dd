from headwater.picture.coded import code_statements
from tests.fakes.store import FakeStore


def coded(store, clusters=None, groups=None):
    return code_statements(store.scan(frozenset({0})), clusters or {}, groups or {})


def test_every_entity_that_is_spoken_of_gets_a_number_even_as_a_mere_value():
    store = FakeStore()
    store.say("R1", "C", "Contact", source="A", target="B", kind="call")
    found = coded(store)
    assert found.ids.to_pylist() == ["A", "B", "C"]
    assert [found.ids[i].as_py() for i in found.entity] == ["C"] * 3
    assert found.value.tolist() == [0, 1, -1]


def test_a_value_is_an_entity_only_where_the_schema_says_so():
    store = FakeStore()
    store.say("R1", "A", "Person", name="B")
    store.say("R1", "B", "Person", name="Bo")
    assert coded(store, {"B": "A"}).statements["value"].to_pylist() == ["B", "Bo"]


def test_statement_ids_name_report_item_and_place():
    store = FakeStore()
    store.say("R#1", "A", "Person", name=["Ana", "Anna"], item=3)
    assert coded(store).statements["id"].to_pylist() == ["R#1#3.1", "R#1#3.2"]


def test_schemata_are_found_with_their_kinds():
    store = FakeStore()
    store.say("R1", "F", "Fee", currency="EUR")
    store.say("R1", "G", "PriceAdvert", currency="GBP")
    found = coded(store)
    assert found.rows_of(["Fee"])["entity"].to_pylist() == ["F", "G"]
    assert found.rows_of(["Fee"], heirs=False)["entity"].to_pylist() == ["F"]


def test_statements_bear_the_group_of_their_report():
    store = FakeStore()
    store.say("R1", "A", "Person", name="Ana")
    store.say("R2", "A", "Person", name="Ana")
    found = coded(store, groups={"R1": "R1", "R2": "R1"})
    assert found.statements["group"].to_pylist() == ["R1", "R1"]
