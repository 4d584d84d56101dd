"""Which of several towns of one name a text means."""

import pytest

from headwater.intake.reading import place, propose


def country(text: str, words: str, language: str = "") -> str:
    """The country of the place that is read where the words stand."""
    start = text.index(words)
    for claim in propose(text, language=language).claims:
        if claim.schema == "Place" and claim.start == start:
            known = place(claim.mention)
            return known.country if known else ""
    return ""


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("14 persona u transportuan nga Plevla në Foça në këmbë.", "sq", "BA"),
        ("Çmimi nga Foça në Sarajevë është 50 euro për person.", "sq", "BA"),
        ("20 persona u transportuan nga Loon-Plage në Foça në këmbë.", "sq", "BA"),
        ("12 kişi Ayvalık'a yakın Foça'da yakalandı.", "tr", "TR"),
        ("Two men travelled from Foça, Turkey to Lesbos by boat.", "en", "TR"),
        ("A boat left from Foça. It was found near Lesbos and towed to Lesbos.", "en", "TR"),
    ],
)
def test_a_town_is_the_one_near_the_other_places_of_the_text(
    text: str, language: str, said: str
) -> None:
    assert country(text, "Foça", language) == said


def test_a_city_that_everybody_knows_is_never_its_small_namesake() -> None:
    text = "Petar Petrović je prevezao 8 osoba iz Beograda u Foču preko Sarajeva."
    assert country(text, "Beograda", "sr") == "RS"


@pytest.mark.parametrize(
    ("text", "language", "goal"),
    [
        ("8 persona u transportuan nga Timishoara deri në pikën kufitare Nadllak.", "sq", "RO"),
        ("9 особа је пребачено са граничног прелаза Ђурђу у Темишвар комбијем.", "sr", "RO"),
        ("7 persona u transportuan nga brezi kufitar Bački Vinogradi në Seged.", "sq", "HU"),
        ("Групата тръгна от Царево и отиде в Бургас с лодка.", "bg", "BG"),
    ],
)
def test_towns_are_known_as_neighbours_spell_them(text: str, language: str, goal: str) -> None:
    claims = propose(text, language=language).claims
    ends = {claim.property: place(claim.value) for claim in claims if claim.schema == "Leg"}
    assert ends["from"] is not None
    assert ends["to"] is not None
    assert ends["to"].country == goal
