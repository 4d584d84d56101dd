"""The world as it is built: the same from the same seed, and whole."""

from headwater.exercise.world import SIZES, build_world


def test_a_world_of_the_same_seed_is_the_same():
    one, other = build_world(5, SIZES["small"]), build_world(5, SIZES["small"])
    assert one.people == other.people
    assert one.launches == other.launches
    assert one.people != build_world(6, SIZES["small"]).people


def test_every_network_has_who_runs_it_and_the_ties_stay_among_known_people():
    world = build_world(1, SIZES["small"])
    for network in world.networks:
        assert network.holding("organiser")
        assert network.holding("coordinator")
        assert network.legs
        for tie in world.ties_of[network.id]:
            assert tie.source in world.people
            assert tie.target in world.people


def test_arrests_hit_the_road_more_than_those_who_run_it():
    world = build_world(1, SIZES["medium"])
    roles = [world.people[arrest.person].role for arrest in world.arrests]
    assert roles.count("driver") > 5 * roles.count("organiser")


def test_what_is_asked_near_a_day_does_not_come_before_it():
    world = build_world(1, SIZES["small"])
    middle = world.size.first.replace(month=5)
    assert world.arrest_near(middle).day >= middle
    assert world.seizure_near(middle).day >= middle
