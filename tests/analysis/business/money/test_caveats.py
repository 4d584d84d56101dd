import pytest

from headwater.analysis.business.money import run
from tests.analysis.business.money.fixtures import paid, picture_of, settled


@pytest.mark.parametrize(
    ("payment", "words"),
    [
        (paid("a", "a", 5), "go from somebody to the same"),
        (paid("a", "b", -5), "below zero"),
        (paid("a", "b", None), "have no amount"),
        (paid("a", "b", 5, ""), "no date to the day"),
        (paid("a", "b", 5, "2025-03"), "no date to the day"),
        (paid("a", "b", 5, currency=""), "have no currency"),
        (paid("a", "b", 5, status="proposed"), "not yet accepted"),
        (paid("a", "b", 5, modality="alleged"), "alleged"),
        (paid("stranger", "b", 5), "have no category that anybody decided"),
        (paid("b", "stranger", 5), "in the review of people"),
        (paid("k", "b", 5), "customers, in aggregate"),
        (paid("a", "b", 5), "bear no memo"),
    ],
)
def test_what_is_wrong_with_a_payment_is_said(payment, words):
    said = run(picture_of(payment, paid("c", "d", 5, text="x"), people=[("k", "other")]), settled())
    assert any(words in caveat for caveat in said.caveats)
    assert not any("headwater " in caveat for caveat in said.caveats)  # pages show them too


def test_who_has_no_category_is_said_first_and_no_number_under_five_can_be_reckoned():
    undecided = [paid(f"k{n}", "a", 5) for n in range(7)]
    protected = [paid("a", name, 5) for name in ("v", "w")]
    people = [("v", "victim"), ("w", "witness")]
    first, *_ = run(picture_of(*undecided, *protected, people=people), settled()).caveats
    assert first.startswith("Some of the ends have no category")
    assert not any(letter.isdigit() for letter in first)
    first, *_ = run(picture_of(*undecided), settled()).caveats
    assert first.startswith("7 of the ends have no category")


def test_payments_told_twice_and_in_conflict_are_said():
    told = [paid("a", "b", 900, text="k17"), paid("a", "b", 950, text="k17", report="S")]
    said = run(picture_of(*told), settled()).caveats
    assert "1 payments are told more than once; each is counted once." in said
    assert any("different amounts" in caveat for caveat in said)


def test_a_clean_picture_says_only_what_holds_for_all_money():
    said = run(picture_of(paid("a", "b", 5, text="x")), settled()).caveats
    assert len(said) == 1
    assert "no crime" not in said[0]
    assert "pattern is a reason to look" in said[0]


def test_notes_and_certificate_give_no_withheld_payment_back():
    few = [paid(f"k{n}", "a", 5, n, text="") for n in range(2)]
    open_ = [paid(f"m{n}", "b", 5, n, text="") for n in range(6)]
    protected = [(f"{word}{n}", "victim") for word in "km" for n in range(6)]
    finding = run(picture_of(*few, *open_, people=protected), settled())
    assert finding.certificate["movements"] == 6
    assert finding.certificate["steps_of_chains"] is None
    notes = [note for note in finding.caveats if "memo" in note or "in aggregate" in note]
    assert [note.split()[0] for note in notes] == ["Some", "Some"]
    assert "8" not in "".join(finding.caveats)
