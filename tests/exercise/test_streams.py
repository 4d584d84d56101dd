"""Chance that can be repeated."""

from headwater.exercise.streams import Stream


def test_the_same_key_draws_the_same_and_another_key_does_not():
    one = [Stream(1, "a", 2).share() for _ in range(3)]
    assert one == [one[0]] * 3
    assert Stream(1, "a", 3).share() != one[0]
    assert Stream(2, "a", 2).share() != one[0]


def test_draws_keep_to_their_bounds():
    stream = Stream(1, "bounds")
    wholes = {stream.whole(2, 4) for _ in range(200)}
    assert wholes == {2, 3, 4}
    assert all(1.0 <= stream.between(1.0, 2.0) < 2.0 for _ in range(100))


def test_weights_count():
    stream = Stream(1, "weights")
    drawn = [stream.weighted(("a", "b", "c"), (8, 2, 0)) for _ in range(500)]
    assert drawn.count("a") > 2 * drawn.count("b") > 0
    assert "c" not in drawn


def test_some_draws_each_thing_once():
    assert sorted(Stream(1, "some").some([1, 2, 3], 5)) == [1, 2, 3]
