import pytest

from headwater.resolve.scoring.fields.identifiers import (
    LEVELS,
    identifier_levels,
    normal_identifier,
)


def level(field: str, left: str, right: str) -> str:
    values = [normal_identifier(field, text) for text in (left, right)]
    return LEVELS[int(identifier_levels(field, values[:1], values[1:])[0])]


@pytest.mark.parametrize(
    ("field", "left", "right", "said"),
    [
        ("phone", "+381 64 123 4567", "00381641234567", "same"),
        ("phone", "+381641234567", "064 123 4567", "same"),
        ("phone", "+381641234567", "+381641234576", "one or two signs differ"),
        ("phone", "+381641234567", "+905321112233", "different"),
        ("document", "passport|RS|012345678", "||012345678", "same"),
        (
            "document",
            "passport|RS|012345678",
            "passport|BG|012345678",
            "same but for its country, issuer or host",
        ),
        ("document", "passport|RS|012345678", "|RS|012345687", "one or two signs differ"),
        (
            "document",
            "passport|RS|012345678",
            "passport|RS|998877665",
            "another number of the same series",
        ),
        ("document", "passport|RS|012345678", "identity card|RS|998877665", "different"),
        ("email", "j.doe@one.example", "J.Doe@one.example", "same"),
        (
            "email",
            "j.doe@one.example",
            "j.doe@two.example",
            "same but for its country, issuer or host",
        ),
        ("plate", "BG 123-AB", "bg123ab", "same"),
    ],
)
def test_identifiers_agree_as_far_as_they_are_known(field, left, right, said):
    assert level(field, left, right) == level(field, right, left) == said


def test_signs_without_a_number_are_no_identifier():
    assert normal_identifier("phone", "12") == ""
    assert normal_identifier("document", "passport|RS|") == ""
    assert normal_identifier("plate", " - ") == ""
