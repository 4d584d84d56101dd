import pytest

from headwater.picture.independence.skeleton import skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Београд", "Beograda"),
        ("Чедомир", "CEDOMIR"),
        ("Ђорђевић", "Djordjevic"),
        ("Шишков", "Shishkov"),
        ("Битићи", "Bytyqi"),
    ],
)
def test_spellings_of_one_name_meet_across_scripts_and_cases(one, other):
    assert skeleton(one) == skeleton(other)


def test_other_names_stay_apart_and_vowels_alone_leave_nothing():
    assert skeleton("Taulant") != skeleton("Bogdan")
    assert skeleton("Eua") == ""
