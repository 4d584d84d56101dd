from headwater.analysis import run
from tests.analysis.organisers.ranking.test_layered import CALLS, CAMP
from tests.analysis.organisers.ranking.test_method import picture_of


def test_layers_that_count_differently_are_named():
    pairs = [*CAMP, *CALLS, ("x", "m3")]
    layer = ["camp"] * len(CAMP) + ["call"] * len(CALLS) + ["co_travel"]
    said = " ".join(
        run(picture_of(pairs, layer=layer), "organisers.ranking", {"worlds": 2}).caveats
    )
    assert "memberships" in said
    assert "size of its group: camp." in said
    assert "do not count for position: co_travel." in said


def test_a_picture_in_which_nobody_may_be_ranked_says_so():
    finding = run(picture_of([], people=[("v", False)]), "organisers.ranking")
    assert finding.rows == ()
    assert finding.caveats[0].startswith("Nobody in this picture may be ranked")
