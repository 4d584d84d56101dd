from headwater.analysis.organisers.evidence import gather
from headwater.analysis.organisers.ranking.worlds import spread_of, worlds_within
from tests.analysis.organisers.ranking.test_method import STAR, picture_of, with_roles

GIVEN = {"layers": "", "include_proposed": False, "drop_weak": False}


def test_the_same_seed_gives_the_same_worlds_and_another_gives_others():
    evidence = gather(picture_of(STAR * 2), GIVEN)
    one, same, other = (spread_of(evidence, 40, seed) for seed in (1, 1, 2))
    assert one.p_first.tolist() == same.p_first.tolist()
    assert one.high.tolist() == same.high.tolist()
    wide = gather(picture_of([(f"a{i}", f"b{i % 3}") for i in range(20)]), GIVEN)
    assert spread_of(wide, 5, 1).p_first.tolist() != spread_of(wide, 5, 2).p_first.tolist()
    assert other.low.size == one.low.size


def test_a_weak_grade_makes_a_rank_less_sure():
    pairs = [("hub", f"x{i}") for i in range(12)] + [("other", f"x{i}") for i in range(9)]
    sure = gather(picture_of(pairs), GIVEN)
    weak = gather(picture_of(pairs, grade=["2D"] * 12 + ["1A"] * 9), GIVEN)
    hub = sure.ids.index("hub")
    assert spread_of(weak, 200, 0).high[hub] >= spread_of(sure, 200, 0).high[hub]


def test_the_chances_of_the_first_five_places_add_up_to_five():
    evidence = gather(picture_of([(f"a{i}", f"b{i % 3}") for i in range(20)]), GIVEN)
    assert abs(spread_of(evidence, 30, 0).p_first.sum() - 5) < 1e-9


def test_where_roles_are_told_of_some_those_of_the_others_are_open():
    told = with_roles(picture_of(STAR * 2), [("hub", "driver", "X1", "G7", "accepted")])
    plain, open_roles = (
        spread_of(gather(picture, GIVEN), 200, 0) for picture in (picture_of(STAR * 2), told)
    )
    width = [(one.high - one.low).mean() for one in (plain, open_roles)]
    assert width[1] > width[0]


def test_of_a_large_network_fewer_worlds_are_drawn_and_of_any_at_least_one():
    assert worlds_within(30, 50) == 50
    assert worlds_within(30, 50, most=300) == 10
    assert worlds_within(1_000, 50, most=300) == 1
