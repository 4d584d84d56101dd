from headwater.analysis.organisers.evidence import gather
from headwater.analysis.organisers.ranking.position import position
from headwater.analysis.organisers.ranking.worlds import spread_of, worlds_within
from tests.analysis.organisers.ranking.test_method import STAR, picture_of, with_roles

GIVEN = {"layers": "", "include_proposed": False, "drop_weak": False}


def spread(evidence, worlds, seed):
    return spread_of(evidence, position(evidence, evidence.ties).whole, worlds, seed)


def test_the_same_seed_gives_the_same_worlds_and_another_gives_others():
    evidence = gather(picture_of(STAR * 2), GIVEN)
    one, same, other = (spread(evidence, 40, seed) for seed in (1, 1, 2))
    assert one.p_first.tolist() == same.p_first.tolist()
    assert one.high.tolist() == same.high.tolist()
    wide = gather(picture_of([(f"a{i}", f"b{i % 3}") for i in range(20)]), GIVEN)
    assert spread(wide, 5, 1).p_first.tolist() != spread(wide, 5, 2).p_first.tolist()
    assert other.low.size == one.low.size


def test_a_weak_grade_makes_a_rank_less_sure():
    pairs = [("hub", f"x{i}") for i in range(12)] + [("other", f"x{i}") for i in range(9)]
    sure = gather(picture_of(pairs), GIVEN)
    weak = gather(picture_of(pairs, grade=["2D"] * 12 + ["1A"] * 9), GIVEN)
    hub = sure.ids.index("hub")
    assert spread(weak, 200, 0).high[hub] >= spread(sure, 200, 0).high[hub]


def test_the_chances_of_the_first_five_places_add_up_to_five():
    evidence = gather(picture_of([(f"a{i}", f"b{i % 3}") for i in range(20)]), GIVEN)
    assert abs(spread(evidence, 30, 0).p_first.sum() - 5) < 1e-9


def test_where_roles_are_told_of_some_those_of_the_others_are_open():
    told = with_roles(picture_of(STAR * 2), [("hub", "driver", "X1", "G7", "accepted")])
    plain, open_roles = (
        spread(gather(picture, GIVEN), 200, 0) for picture in (picture_of(STAR * 2), told)
    )
    width = [(one.high - one.low).mean() for one in (plain, open_roles)]
    assert width[1] > width[0]


def test_of_a_large_network_fewer_worlds_are_drawn_and_of_any_at_least_one():
    assert worlds_within(30, 50) == 50
    assert worlds_within(30, 50, most=300) == 10
    assert worlds_within(1_000, 50, most=300) == 1


def test_of_the_people_whose_role_is_open_who_stands_high_is_rather_among_the_first():
    pairs = [(f"boss{i}", f"b{i}-{j}") for i in range(3) for j in range(6)]
    pairs += [("boss0", "boss1"), ("boss1", "boss2"), *((f"b0-{j}", f"c{j}") for j in range(4))]
    told = [("c0", "driver", "X1", "G7", "accepted"), ("c1", "organiser", "X2", "G8", "accepted")]
    evidence = gather(with_roles(picture_of(pairs), told), GIVEN)
    found = spread(evidence, 200, 0).p_first
    high = min(found[evidence.ids.index(f"boss{i}")] for i in range(3))
    assert high > 2 * max(found[evidence.ids.index(f"b2-{j}")] for j in range(6))
