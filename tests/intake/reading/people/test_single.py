"""Names of one word are read where a role or a nickname's word marks them, and nowhere else."""

import pytest

from headwater.intake.reading import propose


def people(text: str, language: str) -> set[str]:
    found = propose(text, language=language).claims
    return {c.value for c in found if (c.schema, c.property) == ("Person", "name")}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The organiser Baki meets the drivers in Sombor.", "Baki"),
        ("en", 'The organiser known as "Baki" meets the drivers in Sombor.', "Baki"),
        ("en", "A man known only as Baki organises the trips.", "Baki"),
        ("sr", "Organizator zvani Baki je iz Sombora.", "Baki"),
        ("sr", "Izvesni Baki, vozač, prevezao je 5 osoba iz Niša u Šid.", "Baki"),
        ("mk", "Организаторот Баки ги пречекува во Скопје.", "Баки"),
        ("bg", "Организаторът с прякор Баки ги посреща в София.", "Баки"),
        ("sq", "Organizatori me nofkën Baki i pret në Tiranë.", "Baki"),
    ],
)
def test_a_name_of_one_word_is_read_where_words_mark_it(
    language: str, text: str, name: str
) -> None:
    assert people(text, language) == {name}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The driver Niš police stopped had no papers."),
        ("sr", "Vođa grupe Lasta naplaćuje 3.000 evra po osobi."),
        ("en", "The camp known as Jungle was cleared."),
        ("en", "Organisers in Serbia meet the drivers."),
        ("en", "The driver Frontex stopped had no papers."),
    ],
)
def test_places_bodies_and_groups_are_no_people(language: str, text: str) -> None:
    assert people(text, language) == set()


def test_a_surname_behind_a_role_is_the_person_named_in_full_before() -> None:
    text = "Goran Vukčević was arrested in Niš. The organiser Vukčević denied it."
    assert people(text, "en") == {"Goran Vukčević"}
