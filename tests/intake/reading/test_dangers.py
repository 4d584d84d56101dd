"""Words of a life at risk are seen in every language of the hub; the ordinary trade raises none."""

import pytest

from headwater.intake.reading import dangers
from headwater.intake.reading.phrases import find_phrases

DENIED = [
    "There is no danger to life.",
    "The boat is not sinking.",
    "Nobody is in mortal danger.",
    "No signs of hypothermia were seen.",
    "There was no risk of drowning.",
    "They are no longer in distress.",
    "No people in the water.",
    "Nije u životnoj opasnosti.",
    "Није у животној опасности.",
    "Nema opasnosti po život.",
    "Нема никакве опасности по живот.",
    "Opasnost po život ne postoji.",
    "Opasnosti po život nema.",
    "Čamac ne tone.",
    "Брод није потонуо.",
    "Putnici nisu pothlađeni.",
    "Нема опасност по живот.",
    "Не се во опасност по живот.",
    "Чамецот не тоне.",
    "Няма опасност за живота.",
    "Опасност за живота няма.",
    "Лодката не потъва.",
    "Nuk ka rrezik për jetën.",
    "S'ka rrezik për jetën.",
    "Nuk janë në rrezik për jetën.",
    "Varka nuk po mbytet.",
    "Askush nuk është në rrezik për jetën.",
    "Il n'y a pas de danger de mort.",
    "Le bateau ne coule pas.",
    "Es besteht keine Lebensgefahr.",
    "Lebensgefahr besteht nicht.",
    "Das Boot sinkt nicht.",
    "Hayati tehlikesi yok.",
    "Hayati tehlikesi bulunmuyor.",
    "ليس في خطر",
    "قایق در حال غرق شدن نیست",
]
IN_DOUBT = [
    "Danger to life.",
    "No, danger to life.",
    "No. Danger to life.",
    "There is no danger to life, the driver says.",
    "No danger to life if the weather holds.",
    "Is there no danger to life?",
    "No distress call was answered.",
    "No urgent medical help is available.",
    "The boat is not sinking yet.",
    "The boat is not sinking fast.",
    "The boat that did not stop is sinking.",
    "The boat has no engine, it is sinking.",
    "There is no doubt about the danger to life.",
    "There are no life jackets.",
    "They cannot breathe.",
    "Nobody can breathe; no air.",
    "He was not kidnapped.",
    "No ransom was paid.",
    "There was no danger to life, but now the boat is sinking.",
    "The boat is not sinking. People are in the water.",
    "Niko ne može da diše.",
    "Nije isključena opasnost po život.",
    "Nije samo opasnost po život.",
    "Nema sumnje da postoji opasnost po život.",
    "Nema opasnosti po život, kaže vozač.",
    "Nema vazduha.",
    "Nisu bez vode danima.",
    "Nije bez svesti.",
    "Za sada nema opasnosti po život.",
    "Никој не може да дише.",
    "Не е исклучена опасност по живот.",
    "Засега няма опасност за живота.",
    "Няма въздух.",
    "Askush nuk mund të marrë frymë.",
    "Nuk përjashtohet rreziku për jetën.",
    "Nuk ka rrezik për jetën, thotë shoferi.",
    "Nuk ka ajër, s'ka ajër.",
    "Personne ne respire plus.",
    "Pas de gilets, sans gilets de sauvetage.",
    "Keine Luft.",
    "Lebensgefahr ist nicht ausgeschlossen.",
    "Kimse nefes alamıyor.",
    "Hava yok.",
    "القارب يغرق ولا توجد سترات",
]
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


@pytest.mark.parametrize("text", DENIED)
def test_what_is_plainly_denied_raises_no_alarm(text: str) -> None:
    assert find_phrases(text, "danger_words.csv", "")
    assert dangers(text) == []


@pytest.mark.parametrize("text", IN_DOUBT)
def test_in_doubt_a_life_is_at_risk(text: str) -> None:
    assert dangers(text)


@pytest.mark.parametrize("more", ["The boat is sinking.", "Voda ulazi u čamac: čamac tone."])
@pytest.mark.parametrize("text", DENIED)
def test_a_denial_hides_no_other_danger(text: str, more: str) -> None:
    assert {one.kind for one in dangers(f"{text} {more}")} == {"sinking"}
    assert {one.kind for one in dangers(f"{more} {text}")} == {"sinking"}
