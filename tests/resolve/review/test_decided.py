"""What was decided is listed with what takes it back."""

from headwater.model import Review
from headwater.resolve.review import Asked, decided, statements_told
from tests.resolve.scans import scan_of

IN_ONE = {"item": 1, "urn": "R1"}


def listed(scan, *reviews, **asked):
    return decided(scan, reviews, Asked(99, **asked)).entries


def test_a_decision_says_what_it_was_on_by_whom_and_why():
    scan = scan_of(("f", "Fee", "amountLow", "3500"))
    (entry,) = listed(scan, Review("r1", "R1#1.1", "rejected", "amy", "2025-03-01", "misread"))
    assert entry.id == "r1"
    assert entry.what == "Rejected: a fee: 3,500"
    assert entry.why == "misread. By amy, 2025-03-01."
    assert entry.evidence == ("R1#1.1",)


def test_a_correction_says_what_it_says_instead():
    scan = scan_of(
        ("f", "Fee", "amountLow", "3500", IN_ONE | {"n": 1}),
        ("f", "Fee", "amountLow", "4500", IN_ONE | {"n": 2}),
    )
    (entry,) = listed(scan, Review("r1", "R1#1.1", "rejected", "amy", "t", "heard", "R1#1.2"))
    assert entry.what == "Corrected: a fee: 3,500; instead: a fee: 4,500"


def test_a_stroke_is_one_entry_and_the_latest_comes_first():
    scan = scan_of(*[("f", "Fee", "amountLow", str(n)) for n in range(30)])
    many = [Review(f"r{n}", f"R1#{n}.1", "accepted", "amy", "t1", "table") for n in range(1, 30)]
    last = Review("z", "R1#30.1", "rejected", "amy", "t2", "misread")
    page = decided(scan, [*many, last], Asked(1))
    assert [entry.id for entry in page.entries] == ["z"]
    assert (page.more, page.waiting) == (True, {"decided": 2})
    (stroke,) = listed(scan, *many)
    assert stroke.id == "r1+"
    assert "19 statements more" in stroke.what


def test_what_a_viewer_does_not_see_was_not_decided_for_that_viewer():
    scan = scan_of(("f", "Fee", "amountLow", "3500"))
    hidden = Review("r1", "R9#1.1", "rejected", "amy", "t", "misread")
    assert listed(scan, hidden) == []


def test_what_was_denied_is_never_listed_as_if_it_were_said():
    scan = scan_of(("f", "Fee", "amountLow", "3500", {"modality": "denied"}))
    (entry,) = listed(scan, Review("r1", "R1#1.1", "accepted", "amy", "t", "seen"))
    assert entry.what == "Accepted: [denied] a fee: 3,500"
    assert statements_told(scan, ["R1#1.1", "R9#1.1"]) == ["[denied] a fee: 3,500"]
