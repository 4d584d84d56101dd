"""Where the names of a gazetteer stand in a text."""

import pytest

from headwater.intake.reading.names.finding import Names


def takes(written: str, form: str, name: str) -> bool:
    return bool(written and form and name)


NAMES = Names(
    [
        ("Rijeka~", "rijeka"),
        ("Novi Pazar~", "pazar"),
        ("Pazar~", "other"),
        ("Shkodër^", "shkoder"),
        ("Luka~", "luka"),
        ("Šid~", "sid"),
        ("Đala~", "djala"),
        ("northern France", "north"),
        ("بلغراد", "belgrade"),
        ("بغداد", "baghdad"),
        ("Kula", "first"),
        ("Kula", "second"),
        ("Külâ", "third"),
    ]
)


def found(text: str, *, small: bool = False) -> list[tuple[str, str]]:
    return [(text[f.start : f.end], f.name) for f in NAMES.find(text, takes, small=small)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("u Rijeci", "rijeka"),
        ("у Ријеци", "rijeka"),
        ("iz Novog Pazara", "pazar"),
        ("në Shkodër", "shkoder"),
        ("Shkodra", "shkoder"),
        ("u Luci", "luka"),
        ("kod Šida", "sid"),
        ("kod Sida", "sid"),
        ("kod Djale", "djala"),
        ("kod Dale", "djala"),
        ("код Ђале", "djala"),
        ("in northern France", "north"),
    ],
)
def test_a_name_is_found_in_its_forms(text: str, name: str) -> None:
    assert found(text)[0][1] == name


def test_a_name_is_found_in_cyrillic_after_a_text_in_latin_letters() -> None:
    names = Names([("Rijeka~", "rijeka"), ("Ријечани", "people"), ("Yyrij~", "no alphabet")])
    texts = ("Rijeka Yyrij", "Ријека", "Ријечани", "Rijeka Yyrij")
    assert [[f.name for f in names.find(text, takes)] for text in texts] == [
        ["rijeka", "no alphabet"],
        ["rijeka"],
        ["people"],
        ["rijeka", "no alphabet"],
    ]


def test_the_longest_name_is_given_and_what_stands_within_it() -> None:
    assert found("Novi Pazar") == [("Novi Pazar", "pazar"), ("Pazar", "other")]


def test_a_name_is_a_whole_word() -> None:
    assert found("Lukavica, xLuka, Luka_2") == []


def test_words_in_small_letters_are_looked_at_only_if_asked() -> None:
    assert found("u rijeci") == []
    assert found("u rijeci", small=True) == [("rijeci", "rijeka")]


def test_particles_that_hang_on_to_an_arabic_word_are_left_off() -> None:
    assert found("في بلغراد وبغداد") == [("بلغراد", "belgrade"), ("بغداد", "baghdad")]
    assert found("وببلغراد") == [("بلغراد", "belgrade")]


def test_of_two_bearers_the_first_and_of_two_spellings_the_one_written_is_given() -> None:
    assert found("Kula") == [("Kula", "first")]
    assert found("Külâ") == [("Külâ", "third")]


def test_who_takes_none_gets_none() -> None:
    def never(*_: str) -> bool:
        return False

    assert list(NAMES.find("Rijeka", never)) == []
