"""By which means each stretch of a way was travelled."""

import pytest

from headwater.intake.reading import propose


def stretches(text: str) -> list[tuple[str, str, str]]:
    """From, to and means of each leg."""
    claims = propose(text).claims
    named = {c.mention: c.value for c in reversed(claims) if c.property == "name"}
    told: dict[str, dict[str, str]] = {}
    for claim in claims:
        if claim.schema == "Leg":
            told.setdefault(claim.mention, {})[claim.property] = named.get(claim.value, claim.value)
    return [(leg["from"], leg["to"], leg.get("mode", "")) for leg in told.values()]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("They went by car from Niš to Šid and by boat to Vukovar.", "car", "boat"),
        ("They went from Niš to Šid by car and then by boat to Vukovar.", "car", "boat"),
        (
            "They went from Lille to Calais by train and from Calais to Dover by ferry.",
            "train",
            "ship",
        ),
        ("By car from Niš to Šid, by boat from Calais to Dover.", "car", "boat"),
        ("Prevezeni su od Niša do Šida kombijem, a dalje čamcem do Vukovara.", "van", "boat"),
        ("Превезени су од Ниша до Шида комбијем, па пешице до Вуковара.", "van", "foot"),
        (
            "Kaluan nga Kukësi në Prizren me furgon dhe më pas në këmbë deri në Preshevë.",
            "van",
            "foot",
        ),
    ],
)
def test_each_stretch_has_the_means_beside_it(text: str, first: str, second: str) -> None:
    assert [mode for *_, mode in stretches(text)] == [first, second]


@pytest.mark.parametrize(
    "text",
    [
        "They travelled by boat from Thessaloniki to Calais via Belgrade.",
        "They travelled from Thessaloniki via Belgrade to Calais by boat.",
        "Prevezli su ih čamcem od Soluna preko Beograda do Novog Sada.",
    ],
)
def test_a_whole_journey_told_by_boat_gives_no_stretch_the_boat(text: str) -> None:
    assert [leg for leg in stretches(text) if leg[2]] == []


@pytest.mark.parametrize(
    "text",
    [
        "The journey from Vlorë to Brindisi, the last part by boat, took two days.",
        "Prebacili su ih od Niša do Vukovara, poslednju deonicu čamcem.",
        "Prebacili su ih delom čamcem od Niša do Vukovara.",
    ],
)
def test_a_journey_of_which_a_part_was_by_boat_is_no_stretch_by_boat(text: str) -> None:
    assert [mode for *_, mode in stretches(text)] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "They took 12 migrants from Calais to Dover by boat.",
        "The last leg from Calais to Dover is by boat.",
        "They went by boat from Turkey to Italy.",
    ],
)
def test_a_crossing_by_boat_stays_one(text: str) -> None:
    assert [mode for *_, mode in stretches(text)] == ["boat"]
