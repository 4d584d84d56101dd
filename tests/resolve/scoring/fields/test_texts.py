import pytest

from headwater.resolve.scoring.fields.texts import (
    CODE_LEVELS,
    LEVELS,
    code_levels,
    normal_code,
    normal_text,
    text_levels,
)


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        ("Niš", "nis", "same"),
        ("Ниш", "Niš", "a slip apart"),
        ("Bristol", "Bristol, City of", "one holds the other"),
        ("Gravelines", "Gravelinse", "a slip apart"),
        ("Subotica", "Calais", "different"),
    ],
)
def test_places_agree_across_scripts_and_slips(left, right, said):
    pair = [normal_text(left)], [normal_text(right)]
    assert LEVELS[int(text_levels(*pair)[0])] == LEVELS[int(text_levels(*pair[::-1])[0])] == said


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        ("BS2 0EL", "bs20el", "same"),
        ("BS2 0EL", "BS2 OEL", "a slip apart"),
        ("BS2 0EL", "BS2 9XY", "same beginning"),
        ("RS", "RO", "different"),
        ("m", "f", "different"),
    ],
)
def test_codes_agree_wholly_or_in_their_beginning(left, right, said):
    pair = [normal_code(left)], [normal_code(right)]
    assert CODE_LEVELS[int(code_levels(*pair)[0])] == said
