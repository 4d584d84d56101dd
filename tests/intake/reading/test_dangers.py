"""Words of a life at risk are seen in every language of the hub; the ordinary trade raises none."""

import pytest

from headwater.intake.reading import dangers

AT_RISK = [
    ("A boat with forty people on board is taking on water off Dunkirk.", "sinking"),
    ("There are no life jackets and they called for help.", "distress"),
    ("Forty people are locked in a lorry and cannot breathe.", "suffocation"),
    ("Two children show signs of hypothermia in the forest.", "cold"),
    ("They have been without food for three days.", "thirst"),
    ("One man is unconscious and not breathing.", "injury"),
    ("The driver threatened to kill him if the family does not pay.", "violence"),
    ("Čamac sa trideset ljudi tone kod Smedereva.", "sinking"),
    ("Чамац са тридесет људи тоне код Смедерева.", "sinking"),
    ("Ne mogu da dišu u kamionu.", "suffocation"),
    ("Чамецот со дваесет луѓе се преврте.", "sinking"),
    ("Хората не могат да дишат в камиона.", "suffocation"),
    ("Ata nuk mund të marrin frymë në kamion.", "suffocation"),
    ("L'embarcation prend l'eau au large de Calais.", "sinking"),
    ("Tekne batıyor, içinde otuz kişi var.", "sinking"),
    ("Das Schlauchboot mit dreißig Menschen sinkt.", "sinking"),
    ("القارب يغرق قرب الساحل", "sinking"),
]
ORDINARY = [
    "Dragan Marković drove eleven people from Subotica to Horgoš in a white van.",
    "The price for a place in a boat is 3,000 euros, payable in advance.",
    "Vozač je preuzeo grupu u Preševu i odvezao je do Subotice.",
    "Возилото премина кај Гевгелија во 5 часот.",
    "Grupi u nis nga Durrësi drejt Kakavijës me furgon.",
    "Im Februar wurden zwei Boote in Osnabrück gefunden.",
    "Ministers say that gangs put lives at risk for profit.",
    "The coastguard handed out water and food after the landing.",
]


@pytest.mark.parametrize(("text", "kind"), AT_RISK)
def test_a_life_at_risk_is_seen(text: str, kind: str) -> None:
    assert kind in {one.kind for one in dangers(text)}
    assert all(text[slice(*one.span)].strip() for one in dangers(text))


@pytest.mark.parametrize("text", ORDINARY)
def test_the_ordinary_trade_raises_no_alarm(text: str) -> None:
    assert dangers(text) == []
