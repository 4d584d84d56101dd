"""What all open pages share."""

from headwater.desk.live import feed_of, queues_of


def test_a_server_has_one_feed_and_one_set_of_queues(desk):
    state = desk[0].state
    assert feed_of(state) is feed_of(state)
    assert queues_of(state) is queues_of(state)
