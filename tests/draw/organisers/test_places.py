from headwater.draw.layout import Box
from headwater.draw.organisers.places import placed

AREA = Box(380, 300, 740, 580)


def test_people_of_a_group_stand_on_its_ground():
    groups = ["A"] * 6 + ["B"] * 20
    spots, discs = placed(groups, [(i, i + 1) for i in range(25)], AREA, [(17, 17)] * 26)
    by_name = {disc.name: disc for disc in discs}
    for own, (x, y) in zip(groups, spots, strict=True):
        disc = by_name[own]
        assert (x - disc.x) ** 2 + (y - disc.y) ** 2 <= disc.radius**2


def test_people_of_no_group_have_no_ground():
    spots, discs = placed(["", "A", "A"], [], AREA, [(17, 17)] * 3)
    assert [disc.name for disc in discs] == ["A"]
    assert len(spots) == 3


def test_people_of_no_group_stand_just_outside_the_group_they_are_tied_to():
    groups = ["A"] * 6 + ["B"] * 6 + ["", "", ""]
    pairs = [(0, 1), (6, 7), (0, 12), (12, 13), (7, 14)]
    spots, discs = placed(groups, pairs, AREA, [(17, 17)] * 15)
    ground = {disc.name: disc for disc in discs}
    for one, name in ((12, "A"), (13, "A"), (14, "B")):
        x, y = spots[one]
        disc = ground[name]
        away = ((x - disc.x) ** 2 + (y - disc.y) ** 2) ** 0.5
        assert disc.radius < away < disc.radius + 60


def test_nobody_needs_no_room():
    assert placed([], [], AREA, []) == ([], [])
