"""Draws: repeatable, independent of each other, even."""

from headwater.exercise.identities.draws import Draws


def test_a_key_gives_the_same_draws_and_another_key_others() -> None:
    first = [Draws(1, "person", 7).share() for _ in range(3)]
    assert len(set(first)) == 1
    assert Draws(1, "person", 8).share() != first[0]
    assert Draws(2, "person", 7).share() != first[0]


def test_draws_are_even_and_stay_below_one() -> None:
    stream = Draws(3, "even")
    shares = [stream.share() for _ in range(20_000)]
    assert 0.0 <= min(shares) < max(shares) < 1.0
    for low in range(10):
        inside = sum(low <= 10 * share < low + 1 for share in shares)
        assert 1800 < inside < 2200


def test_the_helpers_of_a_stream_work_on_draws() -> None:
    stream = Draws(4, "helpers")
    assert {stream.whole(1, 3) for _ in range(100)} == {1, 2, 3}
    assert sorted(stream.some("abc", 5)) == ["a", "b", "c"]
