from headwater.analysis import run
from headwater.analysis.organisers.evidence import gather
from headwater.analysis.organisers.ranking.caveats import caveats
from headwater.analysis.organisers.ranking.score import score_people
from tests.analysis.organisers.ranking.test_layered import CALLS, CAMP
from tests.analysis.organisers.ranking.test_method import picture_of

GIVEN = {"layers": "", "include_proposed": False, "drop_weak": False}


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


def test_a_ranking_from_fewer_worlds_than_asked_for_says_that_it_is_rough():
    evidence = gather(picture_of([*CAMP, *CALLS]), GIVEN)
    scores = score_people(evidence, evidence.lines)
    few, all_of_them = (
        " ".join(caveats(evidence, scores, GIVEN | {"worlds": 50}, worlds)) for worlds in (9, 50)
    )
    assert "9 worlds were drawn, not more. Intervals and chances are rough" in few
    assert "not more" not in all_of_them
