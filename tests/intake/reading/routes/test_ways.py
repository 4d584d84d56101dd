"""The words before a place."""

import pytest

from headwater.intake.reading.routes import part, way_words


@pytest.mark.parametrize(
    ("language", "before", "said"),
    [
        ("en", "they came from", "from"),
        ("en", "from the small village of", ""),
        ("en", "out of", "from"),
        ("en", "from the direction of", "from"),
        ("en", "sailed in the direction of", "to"),
        ("en", "close to", "at"),
        ("en", "from a house in", "from"),
        ("sr", "sa graničnog prelaza", "from"),
        ("sr", "са граничног прелаза", "from"),
        ("hr", "u blizini", "where"),
        ("mk", "преку селото", "via"),
        ("hr", "u smjeru", "to"),
        ("sr", "у правцу", "to"),
        ("mk", "во правец на", "to"),
        ("bg", "към", "to"),
        ("bg", "в посока", "to"),
        ("sq", "në drejtim të", "to"),
        ("sq", "deri në pikën kufitare", "to"),
        ("sq", "nga fshati", "from"),
    ],
)
def test_words_before_a_place_say_what_it_is(language: str, before: str, said: str) -> None:
    assert part(before.split(), way_words(language)) == said


def test_a_language_without_words_of_its_own_is_read_with_those_of_all() -> None:
    assert part(["nga"], way_words("")) == "from"
    assert part(["iz"], way_words("xx")) == "from"
