"""Fields brought to one form and compared level by level."""

import pytest

from headwater.resolve.records import FIELDS
from headwater.resolve.scoring.fields import LEVELS, SCORED, START, levels, normal, unseen_share


def test_every_field_but_the_name_has_levels_and_chances_for_each():
    for field in SCORED:
        for chances in (START[field].same, START[field].other):
            assert len(chances) == len(LEVELS[FIELDS[field]])
            assert sum(chances) == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize(
    ("field", "text", "form"),
    [
        ("birth_date", "1980-02-03", "19800203"),
        ("place", "Лесковац ", "leskovats"),
        ("sex", " M", "m"),
        ("place", "---", ""),
    ],
)
def test_values_come_in_one_form(field, text, form):
    assert normal(field, text) == form


def test_the_same_value_is_the_closest_level_in_every_field():
    for field, value in {"birth_date": "19800203", "place": "nis", "phone": "+38970123456"}.items():
        assert levels(field, [value], [value]).tolist() == [0]


def test_the_first_of_january_is_no_rare_day():
    assert unseen_share("birth_date", "19800101") > 10 * unseen_share("birth_date", "19800203")
    assert unseen_share("birth_date", "1980") > unseen_share("birth_date", "19800101")
