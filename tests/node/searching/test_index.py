"""What a search looks into."""

from headwater.node.searching.question import KINDS


def test_things_have_their_kind(index):
    kinds = {KINDS[number] for number in index.kind.tolist() if number >= 0}
    assert kinds >= {"people", "places"}
    assert KINDS[index.kind[index.row("place:hw-horgos")]] == "places"
    assert index.row("nobody") == -1


def test_grades_and_days_are_those_of_the_items(index):
    assert set(index.grades) >= {"1B", "2D", "3C"}
    assert index.of_grade("3C")[index.row("place:hw-horgos")]
    assert "2026-10-01" in index.first.to_pylist()
