"""The words that stand beside names are known in each language, with their endings."""

import pytest

from headwater.intake.reading.tagging.letters import folded, latin
from headwater.intake.reading.tagging.roles import roles


@pytest.mark.parametrize(
    ("language", "word", "role"),
    [
        ("sh", "ministra", "title"),
        ("sh", "Министарство", "body"),
        ("bg", "Министерството", "body"),
        ("mk", "градот", "site"),
        ("sq", "kryeministri", "title"),
        ("en", "Agency", "body"),
        ("en", "boat", ""),
        ("tr", "bakan", ""),
    ],
)
def test_a_word_has_its_role(language: str, word: str, role: str) -> None:
    assert roles(language).of(folded(latin(word))) == role
