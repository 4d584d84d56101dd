"""How neighbours write the name of a town."""

from headwater.intake.reading.names.neighbours import albanian, bulgarian, macedonian


def test_an_albanian_paper_spells_a_foreign_town_by_its_sound() -> None:
    assert albanian("Foča", "BA") == ("Foça",)
    assert albanian("Loznica", "RS") == ("Lloznica",)
    assert albanian("Timişoara", "RO") == ("Timishoara",)
    assert "Nadllak" in albanian("Nădlac", "RO")
    assert albanian("Szeged", "HU") == ("Seged",)
    assert set(albanian("Bihać", "BA")) == {"Bihaq", "Bihaç"}


def test_a_country_whose_letters_are_not_known_is_left_alone() -> None:
    assert albanian("Calais", "FR") == ()


def test_cyrillic_neighbours_have_letters_of_their_own() -> None:
    assert macedonian("Бихаћ") == "Бихаќ"
    assert bulgarian("Пљевља") == "Плевля"
    assert bulgarian("Бихаћ") == "Бихач"
