"""Places offered to whoever begins to write one."""

from headwater.node.searching import places_offered


def test_the_likeliest_places_are_offered_and_few_of_them():
    offered = places_offered("Be")
    assert "Belgrade" in [one.name for one in offered]
    assert len(offered) == 8


def test_what_is_no_name_is_offered_nothing():
    assert places_offered("%%") == ()
