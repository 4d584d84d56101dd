"""Records: what is compared, and who never is."""

import pytest

from headwater.resolve.records import PersonRecord


@pytest.mark.parametrize("categories", [(), ("being_moved",), ("victim", "suspect"), ("nonsense",)])
def test_protected_people_are_known_as_such(categories: tuple[str, ...]) -> None:
    assert PersonRecord("a", {}, categories).protected


def test_a_suspect_may_be_compared() -> None:
    assert not PersonRecord("a", {}, ("suspect",)).protected


def test_one_case_as_somebody_never_matched_is_enough() -> None:
    for word in ("being_moved", "victim", "witness"):
        assert PersonRecord("a", {}, ("suspect", word)).never_matched
    assert not PersonRecord("a", {}, ("suspect", "undecided")).never_matched
