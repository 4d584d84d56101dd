"""Words beside a name that say somebody is moved, a child, kin, or acts for a public body."""

import pytest

from headwater.intake.reading import propose
from headwater.intake.reading.people import standing


def names(text: str) -> set[str]:
    return {c.value for c in propose(text).claims if c.property == "name" and c.schema == "Person"}


@pytest.mark.parametrize(
    "text",
    [
        "Sara Mohseni, 16, was carried from Bihać to Velika Kladuša in a lorry.",
        "The Syrian Adnan Khouri was taken from Niš to Horgoš by van.",
        "Farid Noori prevezen je kamionom od Niša do Horgoša.",
        "Адил Кадри превезен је камионом од Ниша до Хоргоша.",
        "Авганистанецот Карим Попал беше превезен од Гевгелија до Табановце со комбе.",
        "Афганистанецът Карим Попал е превезен от Свиленград до София с микробус.",
        "Adil Kadri u transportua nga Kukësi në Prizren me furgon.",
        "Prevezeni su Farid Noori i Adil Kadri od Niša do Horgoša.",
        "Farid Noori and Adil Kadri were carried from Niš to Horgoš.",
    ],
)
def test_who_is_carried_is_not_named_and_carries_nobody(text: str) -> None:
    claims = propose(text).claims
    assert names(text) == set()
    assert "to" in {c.property for c in claims if c.schema == "Leg"}
    assert "operator" not in {c.property for c in claims}


def test_who_is_named_after_by_is_the_one_who_carries() -> None:
    claims = propose("Adnan Khouri was driven from Niš to Horgoš by Ognjen Šolaja.").claims
    assert {c.value for c in claims if c.property == "name" and c.schema == "Person"} == {
        "Ognjen Šolaja"
    }
    assert "operator" in {c.property for c in claims}


@pytest.mark.parametrize(
    "text",
    [
        "Adil Kadri, 17, was found in Niš.",
        "The 14-year-old Navid Karimi was found in Niš.",
        "17-godišnji Navid Karimi je pronađen u Nišu.",
        "17-годишњи Навид Карими је пронађен у Нишу.",
        "17-годишният Навид Карими е намерен в София.",
        "17-vjeçari Navid Karimi u gjet në Prizren.",
        "Karim Wardaki, an Afghan national, was found in Niš.",
        "Dy afganët Karim Popal dhe Naser Wardak u gjetën në Prizren.",
        "Two Afghans, Karim Wardaki and Naser Popal, were found in Niš.",
        "Sirijac Adnan Huri je pronađen u Nišu.",
        "Сиријац Аднан Хури је пронађен у Нишу.",
        "Krijumčareni Adnan Huri je pronađen u Nišu.",
        "Прокријумчарени Аднан Хури је пронађен у Нишу.",
        "I vëllai i saj, Gëzim Hoxhallari, i pagoi shoferit 3.000 euro.",
        "Her brother, Gëzim Hoxhallari, paid the driver 3,000 euros.",
    ],
)
def test_children_people_moved_and_kin_who_pay_are_not_named(text: str) -> None:
    assert names(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "The driver Ognjen Šolaja, 34, was arrested in Niš.",
        "Ognjen Šolaja was taken into custody in Niš.",
        "The Afghan driver Ognjen Šolaja was arrested in Niš.",
    ],
)
def test_suspects_are_named_as_before(text: str) -> None:
    assert names(text) == {"Ognjen Šolaja"}


@pytest.mark.parametrize(
    "text",
    [
        "Policajac Jovan Lepir je vozio od Niša do Horgoša.",
        "Полицаецот Јован Лепир бил во Скопје.",
        "Officer Jovan Lepir called from Niš.",
        "Inspector Jovan Lepir was seen in Niš.",
    ],
)
def test_officers_are_no_persons_of_the_trade(text: str) -> None:
    assert names(text) == set()


@pytest.mark.parametrize(
    "words",
    [
        *("was carried", "were taken", "was driven", "been transported", "was smuggled"),
        *("was ferried", "was later moved", "were brought", "was transferred", "were shipped"),
        *("been trafficked", "was led", "were guided", "were sailed", "was then escorted"),
        *("prevezen", "prevožena", "prebačeni", "odvezen", "dovezena", "krijumčareni"),
        *("prokrijumčaren", "prevođeni", "transportovan", "transportirani", "prevežen"),
        *("превезен", "пребачени", "одвезен", "довезена", "кријумчарен", "прокријумчарени"),
        *("превођен", "транспортован", "пренесени", "префрлен", "криумчарени", "превозен"),
        *("транспортирани", "прекаран", "закарани", "откаран", "докарана", "прехвърлени"),
        *("преведени", "u transportua", "është transportuar", "janë çuar", "u çuan", "u dërguan"),
        *("u bartën", "u sollën", "u kontrabandua"),
    ],
)
def test_wherever_the_pattern_for_being_carried_fits_it_is_looked_for(words: str) -> None:
    assert standing.CARRIED.search(words)
    assert standing.Spoken(words).carrying


@pytest.mark.parametrize(
    "words",
    [
        *("smuggled ", "trafficked ", "krijumčarena ", "prokrijumčareni ", "prošvercovani "),
        *("кријумчарени ", "криумчарена ", "контрабандирани ", "i kontrabanduar "),
        *("të kontrabanduarit ", "trafikuara "),
    ],
)
def test_wherever_the_pattern_for_being_smuggled_fits_it_is_looked_for(words: str) -> None:
    assert standing.SMUGGLED.search(words)
    assert standing.Spoken(words).smuggled


@pytest.mark.parametrize(
    "words",
    ["a 15-year-old ", "12-godišnja ", "14-годишњи ", "9 годишно ", "13 vjeçare ", "16 vjeç "],
)
def test_wherever_the_pattern_for_the_age_of_a_child_fits_it_is_looked_for(words: str) -> None:
    assert standing.CHILD_BEFORE.search(words)
    assert standing.Spoken(words).ages
