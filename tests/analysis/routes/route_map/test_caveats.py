"""What a reader must know before using the map; bad input is named, never silent."""

import pytest

from headwater.analysis import run
from headwater.picture import from_plain_files
from tests.analysis.routes.route_map.fixtures import leg, legs, place

THREE = [
    place(f"D{n}", 43.0 + n, 22.0, country=country) | {"name": "Dimitrovgrad"}
    for n, country in enumerate(("BG", "RS", "RU"))
]


def caveats(*rows, **tables):
    return run(legs(*rows, **tables), "routes.map").caveats


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({}, "2 places have no known position (ends of legs in brackets): Horgos (1), Szeged (1)"),
        ({}, "1 times a leg was seen without a date"),
        ({"persons": -3.0}, "1 numbers of persons or amounts of fees are below zero"),
        (leg("E", "x", from_name="Dimitrovgrad"), "one of them: Dimitrovgrad (BG, RS, RU)"),
    ],
)
def test_bad_input_is_named(row, says):
    found = caveats(row, places=THREE)
    assert any(says in caveat for caveat in found)


def test_places_known_only_roughly_are_named_with_how_roughly():
    river = place("Drina", 44.2, 19.3, kind="river") | {"id": "Drina"}
    (said,) = [c for c in caveats(leg("Drina", "x"), places=[river]) if "20 km or more" in c]
    assert said.endswith("Drina (50 km).")


@pytest.mark.parametrize(
    ("mode", "kind", "said"), [("boat", "town", 1), ("van", "town", 0), ("boat", "country", 0)]
)
def test_a_whole_journey_told_as_one_stretch_by_boat_is_named_and_has_no_means(mode, kind, said):
    ends = [
        place("Edirne", 41.7, 26.6, kind=kind) | {"id": "E"},
        place("Dover", 51.1, 1.3) | {"id": "D"},
        place("Calais", 50.9, 1.9) | {"id": "C"},
    ]
    rows = (leg("E", "D", mode=mode), leg("C", "D", mode=mode))
    found = run(legs(*rows, places=ends), "routes.map")
    told = [caveat for caveat in found.caveats if "by boat though their ends lie" in caveat]
    assert len(told) == said
    assert all(caveat.endswith(": Edirne to Dover.") for caveat in told)
    shown = {row["from"]: row["mode"] for row in found.rows if row["kind"] == "leg"}
    assert shown == {"E": "" if said else mode, "C": mode}


def test_no_more_than_ten_are_named():
    found = caveats(*(leg(f"Place {n}", "x") for n in range(30)))
    (said,) = [caveat for caveat in found if "no known position" in caveat]
    assert said.startswith("31 places")
    assert said.endswith("21 more.")


def test_a_picture_without_legs_says_so():
    assert caveats() == ("No leg of a journey is known in this picture.",)


def test_a_plain_file_full_of_slips_is_mapped_as_far_as_it_goes(tmp_path):
    (tmp_path / "legs.csv").write_text(
        "from,to,mode,date,persons,fee_min,fee_max,currency,fee_basis,report\n"
        "Nowhere,Szeged,van,,12,,,,,R1\n"
        "nowhere,SZEGED,van,2025-03-01,-5,500,700,,person,R2\n"
        "near Nowhere,Szeged,van,not a day,x,-1,7,EUR,,R3\n"
        ",,van,,,,,,,R4\n",
        encoding="utf-8",
    )
    finding = run(from_plain_files(legs=tmp_path / "legs.csv"), "routes.map")
    (row,) = finding.rows
    assert (row["from_name"], row["times_seen"], row["reports"]) == ("Nowhere", 3, 3)
    assert (row["undated"], row["persons_max"]) == (2, 12)
    assert [(fee["currency"], fee["high"]) for fee in row["fees"]] == [("", 700), ("EUR", 7)]
    said = " ".join(finding.caveats)
    for words in ("no known position", "without a date", "fees lack", "from and to are both empty"):
        assert words in said
