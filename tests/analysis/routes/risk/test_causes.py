import pytest

from headwater.analysis.routes.risk.causes import UNKNOWN, cause_of


@pytest.mark.parametrize(
    ("told", "cause"),
    [
        ("Drowning", "drowning"),
        ("utopio se u Tisi", "drowning"),
        ("Vehicle accident / death linked to hazardous transport", "vehicle"),
        (
            "Harsh environmental conditions / lack of adequate shelter, food, water",
            "cold, heat, hunger or thirst",
        ),
        ("Sickness / lack of access to adequate healthcare", "sickness"),
        ("Accidental death", "other accident"),
        ("shot", "violence"),
        ("задушили се в камион", "suffocation"),
        ("Drowning,Violence", UNKNOWN),
        ("Mixed or unknown", UNKNOWN),
        ("still", UNKNOWN),
        ("", UNKNOWN),
    ],
)
def test_a_cause_is_told_in_a_word_of_ours(told, cause):
    assert cause_of(told) == cause
