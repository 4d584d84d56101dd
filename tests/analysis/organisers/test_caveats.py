from headwater.analysis.organisers.caveats import evidence_caveats
from headwater.analysis.organisers.evidence import gather
from tests.analysis.organisers.groups.test_method import picture_of

ASKED = {"layers": "", "include_proposed": False, "drop_weak": False}


def told(picture, **asked):
    return " ".join(evidence_caveats(gather(picture, ASKED | asked), ASKED | asked))


def test_left_out_people_are_counted_with_their_links():
    assert "1 person, and 1 link that ends at one" in told(picture_of([("a", "b")], hidden="b"))


def test_evidence_of_one_source_is_called_that():
    assert "one independent group" in told(picture_of([("a", "b")]))
    assert "one independent group" not in told(picture_of([("a", "b"), ("b", "c")]))


def test_statements_that_nobody_accepted_are_said_to_be_in_it():
    assert "nobody has accepted" in told(picture_of([("a", "b")]), include_proposed=True)


def test_a_picture_without_ties_or_people_says_so():
    assert "No tie between two" in told(picture_of([], people="a"))
    assert "Nobody in this picture" in told(picture_of([]))
