import pytest

from headwater.analysis.business.economics.supply import supply_chain
from headwater.picture import Picture
from tests.analysis.business.fixtures import table


def picture(*events):
    """Each event: text, schema, and its properties."""
    said, items = [], []
    for at, (text, schema, properties) in enumerate(events):
        urn = f"R{at}"
        items.append({"urn": urn, "item": 1, "text": text})
        for n, (name, value) in enumerate(properties.items(), 1):
            row = {"id": f"{urn}#1.{n}", "urn": urn, "item": 1, "n": n, "group": urn}
            row |= {"schema": schema, "entity": f"E{at}", "property": name, "value": value}
            said.append(row | {"modality": "done"})
    return Picture.of({"statements": table("statements", said), "items": table("items", items)})


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("He bought 4 boats in Bursa.", "bought"),
        ("Four boats are kept in a warehouse in Osnabrück.", "stored"),
        ("Prevezli su četiri čamca.", "carried"),
        ("Четири лодки се съхраняват в склад.", "stored"),
        ("Four boats.", "not said"),
    ],
)
def test_what_was_done_with_equipment_is_read_from_its_sentence(text, stage):
    (row,) = supply_chain(picture((text, "EquipmentSupply", {"article": "boat"})))
    assert row["stage"] == stage


def test_quantities_of_several_reports_are_not_added_up():
    event = ("Kept in a store.", "EquipmentSupply", {"article": "boats", "place": "Essen"})
    one, other = ((*event[:2], event[2] | {"quantity": n}) for n in ("4", "12"))
    (row,) = supply_chain(picture(one, other))
    assert (row["least_at_once"], row["most_at_once"], row["independent_groups"]) == (4, 12, 2)
    assert row["statements"] == ["R0#1.1", "R1#1.1"]


def test_what_is_seized_is_taken_wherever_it_was_kept():
    (row,) = supply_chain(picture(("Seized in a warehouse.", "Seizure", {"article": "engine"})))
    assert (row["article"], row["stage"]) == ("engine", "taken")


@pytest.mark.parametrize(
    "article",
    [
        "life_jacket",
        "food",
        "tent",
        "blankets",
        "lifeboat",
        "rescue_boat",
        "flares",
        "passport",
        "phone",
    ],
)
def test_what_saves_life_shelters_or_is_somebodys_own_is_in_no_supply_chain(article):
    found = supply_chain(picture(("Kept.", "EquipmentSupply", {"article": article})))
    assert found == []
