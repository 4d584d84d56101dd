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
        (paid("stranger", "b", 5), "have no category that anybody decided, and 0 payments"),
        (paid("b", "stranger", 5), "and 1 payments go to them: who is paid stays hidden"),
        (paid("k", "b", 5), "customers, in aggregate"),
        (paid("a", "b", 5), "bear no memo"),
    ],
)
def test_what_is_wrong_with_a_payment_is_said(payment, words):
    said = run(picture_of(payment, paid("c", "d", 5, text="x"), people=[("k", "other")]), settled())
    assert any(words in caveat for caveat in said.caveats)


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
