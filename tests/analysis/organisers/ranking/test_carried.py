from headwater.analysis import run
from tests.analysis.organisers.ranking.test_method import STAR, picture_of, with_roles


def test_a_stated_role_that_decides_carries_a_place_before_any_tie():
    picture = with_roles(picture_of(STAR), [("hub", "organiser", "X1", "G7", "accepted")])
    row = run(picture, "organisers.ranking", {"worlds": 2}).rows[0]
    assert row["carried_by"][0] == "X1#9.2"
    assert len(row["carried_by"]) == 3
    assert (row["statements"], row["groups"]) == (4, 3)
