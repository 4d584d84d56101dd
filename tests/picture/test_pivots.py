import pytest

from headwater.picture import build
from tests.fakes.store import ANALYST, GENERAL, FakeStore

STRETCH = {"from_": "place:a", "to": "place:b"}
FEE = {"amountLow": "500", "amountHigh": "700", "currency": "EUR", "basis": "person"}


@pytest.fixture
def store():
    return FakeStore()


def see(store):
    return build(store, ANALYST, GENERAL)


def test_every_kind_of_edge_becomes_a_link_in_its_layer(store):
    store.say("R1", "C", "Contact", source="A", target="B", kind="meeting", date="2025-02-01")
    store.say("R1", "F", "Family", person="A", relative="B", relationship="brother")
    store.say("R1", "N", "NetworkRole", member="A", network="G", role="driver")
    store.say("R1", "P", "Payment", payer="A", beneficiary="B", amount="900", currency="EUR")
    links = {row["id"]: row for row in see(store).links.to_pylist()}
    assert {one: row["layer"] for one, row in links.items()} == {
        **{"C": "meeting", "F": "kinship", "N": "membership", "P": "money"}
    }
    assert (links["C"]["kind"], links["C"]["date"]) == ("meeting", "2025-02-01")
    assert (links["N"]["kind"], links["F"]["kind"]) == ("driver", "brother")
    assert (links["F"]["directed"], links["P"]["directed"]) == (False, True)


def test_a_link_leads_to_its_statement_and_its_grade(store):
    store.say("R1", "C", "Contact", source="A", target="B", item=4, grade="3E")
    link = see(store).links.to_pylist()[0]
    assert (link["statement"], link["grade"], link["report"]) == ("R1#4.1", "3E", "R1")


def test_several_ends_are_all_paired(store):
    store.say("R1", "C", "Contact", source=["A", "B"], target="C1")
    assert see(store).links["source"].to_pylist() == ["A", "B"]


def test_a_link_without_both_ends_is_none(store):
    store.say("R1", "N", "NetworkRole", member="A", role="driver")
    assert see(store).links.num_rows == 0


def test_a_link_is_accepted_only_when_both_its_ends_are(store):
    store.say("R1", "C", "Contact", source="A", kind="call")
    store.say("R1", "C", "Contact", target="B", status="proposed")
    assert see(store).links["status"].to_pylist() == ["proposed"]


def test_the_same_link_in_two_reports_is_two_rows(store):
    for urn in ("R1", "R2"):
        store.say(urn, "C", "Contact", source="A", target="B")
    assert see(store).links["report"].to_pylist() == ["R1", "R2"]


def test_a_fee_of_the_same_stretch_in_the_same_item_belongs_to_the_leg(store):
    store.say("R1", "L", "Leg", **STRETCH, mode="van", persons="12")
    store.say("R1", "F", "Fee", **STRETCH, **FEE)
    store.say("R1", "G", "Fee", item=2, **STRETCH, **FEE | {"amountLow": "9"})
    leg = see(store).legs.to_pylist()
    assert len(leg) == 1
    assert (leg[0]["fee_min"], leg[0]["fee_max"], leg[0]["fee_basis"]) == (500, 700, "person")
    assert (leg[0]["persons"], leg[0]["fee_statement"]) == (12, "R1#1.5")


def test_a_fee_that_names_its_leg_belongs_to_that_one(store):
    store.say("R1", "L", "Leg", **STRETCH)
    store.say("R1", "K", "Leg", **STRETCH, mode="foot")
    store.say("R1", "F", "Fee", leg="K", **FEE)
    legs = {row["id"]: row["fee_min"] for row in see(store).legs.to_pylist()}
    assert legs == {"L": None, "K": 500}


def test_a_leg_with_two_fees_has_a_row_for_each(store):
    store.say("R1", "L", "Leg", **STRETCH)
    store.say("R1", "F", "Fee", leg="L", **FEE)
    store.say("R1", "G", "Fee", leg="L", **FEE | {"basis": "family", "amountHigh": "2000"})
    legs = see(store).legs.to_pylist()
    assert sorted(row["fee_basis"] for row in legs) == ["family", "person"]
    assert {row["statement"] for row in legs} == {"R1#1.1"}


def test_a_place_is_called_as_reports_call_it(store):
    store.say("R1", "L", "Leg", from_="S", to="place:b")
    store.say("R1", "S", "Place", name="Szeged", latitude="46.25", longitude="20.1")
    picture = see(store)
    assert picture.legs["from_name"].to_pylist() == ["Szeged"]
    assert {row["id"]: row["lat"] for row in picture.places.to_pylist()} == {
        **{"S": 46.25, "place:b": None}
    }


def test_all_kinds_of_money_stand_in_one_table(store):
    store.say("R1", "P", "Payment", payer="A", beneficiary="B", amount="900", currency="EUR")
    store.say("R1", "F", "Fee", **STRETCH, **FEE)
    store.say("R1", "W", "PriceAdvert", amountLow="3000", currency="GBP", wording="safe trip")
    store.say("R1", "E", "EquipmentSupply", supplier="A", article="boats", quantity="3")
    store.say("R1", "S", "Seizure", article="engines", quantity="2", agency="K")
    money = {row["kind"]: row for row in see(store).money.to_pylist()}
    assert set(money) == {"payment", "fee", "price_advert", "supply", "seizure"}
    assert (money["payment"]["from"], money["payment"]["low"]) == ("A", 900)
    assert (money["price_advert"]["high"], money["price_advert"]["text"]) == (None, "safe trip")
    assert money["supply"]["text"] == "3 boats"
    assert money["fee"]["basis"] == "person"


def test_an_amount_that_is_no_number_is_a_gap_not_a_failure(store):
    store.say("R1", "P", "Payment", payer="A", beneficiary="B", amount="plenty")
    assert see(store).money["low"].to_pylist() == [None]


def test_counts_become_series_with_their_release(store):
    store.say(
        "R1", "O", "Observation", series="arrivals", count="31", period="2025-02", release="2025-03"
    )
    row = see(store).series.to_pylist()[0]
    assert (row["series"], row["date"], row["value"]) == ("arrivals", "2025-02", 31)
    assert row["release"] == "2025-03"


def test_a_count_keeps_its_place_and_mode_and_has_none_where_none_is_told(store):
    store.say("R1", "O", "Observation", count="3", period="2024-06", place="place:a", mode="foot")
    store.say("R2", "Q", "Observation", count="4", period="2024-06")
    series = see(store).series
    assert series["place"].to_pylist() == ["place:a", ""]
    assert series["mode"].to_pylist() == ["foot", ""]


def test_a_date_that_cannot_be_read_is_none_and_stops_nothing(store):
    store.say("R1", "L", "Leg", **STRETCH, date="Pazar on 29 June 2024")
    store.say("R2", "O", "Observation", series="seen", count="3", period="soon")
    store.say("R3", "Q", "Observation", series="seen", count="4", period="2024-06")
    assert see(store).legs["date"].to_pylist() == [""]
    assert see(store).series["date"].to_pylist() == ["", "2024-06"]


def test_counts_without_a_series_are_one_apart(store):
    store.say("R1", "O", "Observation", count="3", period="2024-06")
    store.say("R2", "Q", "Observation", series="seen", count="4", period="2024-06")
    assert see(store).series["series"].to_pylist() == ["seen", "unnamed"]
