import pyarrow as pa
import pytest

from headwater.picture import build
from headwater.picture.people import SEPARATOR, judge_people
from tests.fakes.store import ANALYST, GENERAL, FakeStore


def test_each_person_is_judged_by_all_decisions_signs_and_stops():
    facts = [
        ("suspect", False, False),
        ("", False, False),
        (SEPARATOR.join(["suspect", "witness"]), False, False),
        ("suspect", True, False),
        ("suspect", False, True),
        ("other", False, False),
        ("suspect", False, False),
    ]
    decisions, coerced, stopped = (pa.array(column) for column in zip(*facts, strict=True))
    category, rankable, protected = judge_people(decisions, coerced, stopped)
    assert category.to_pylist() == [
        *("suspect", "undecided", "witness", "suspect", "suspect", "other", "suspect")
    ]
    assert rankable.to_pylist() == [True, False, False, False, False, False, True]
    assert protected.to_pylist() == [False, True, True, False, False, False, False]


def test_nobody_is_nobody():
    empty = pa.array([], pa.string())
    flags = pa.array([], pa.bool_())
    assert [len(column) for column in judge_people(empty, flags, flags)] == [0, 0, 0]


def person(store):
    found = build(store, ANALYST, GENERAL).entities.to_pylist()
    return next(row for row in found if row["id"] == "A")


@pytest.fixture
def suspect():
    store = FakeStore()
    store.say("R1", "A", "Person", name="Ana")
    store.say("R1", "D", "CategoryDecision", subject="A", category="suspect", case="Drava")
    return store


def test_a_suspect_can_be_ranked(suspect):
    found = person(suspect)
    assert (found["category"], found["rankable"], found["protected"]) == ("suspect", True, False)


def test_a_victim_in_another_case_is_protected_in_all(suspect):
    suspect.say("R2", "E", "CategoryDecision", subject="A", category="victim", case="Sava")
    found = person(suspect)
    assert (found["category"], found["rankable"], found["protected"]) == ("victim", False, True)


def test_a_decision_that_nobody_accepted_is_none(suspect):
    suspect.say("R2", "B", "Person", name="Bo")
    suspect.say("R2", "E", "CategoryDecision", subject="B", category="suspect", status="proposed")
    picture = build(suspect, ANALYST, GENERAL)
    assert picture.categories["entity"].to_pylist() == ["A"]
    assert picture.categories["case"].to_pylist() == ["Drava"]


@pytest.mark.parametrize("sign", [{"possiblyCoerced": "true"}, {"role": "small_hand"}])
@pytest.mark.parametrize("status", ["accepted", "proposed"])
def test_a_sign_of_coercion_ends_ranking_even_before_it_is_accepted(suspect, sign, status):
    suspect.say("R2", "O", "NetworkRole", member="A", status=status, **sign)
    assert not person(suspect)["rankable"]


def test_a_rejected_or_denied_sign_does_not(suspect):
    suspect.say("R2", "O", "NetworkRole", member="A", role="small_hand", status="rejected")
    suspect.say("R3", "O", "NetworkRole", member="A", role="small_hand", modality="denied")
    assert person(suspect)["rankable"]


def test_a_humanitarian_stop_ends_ranking_until_a_named_person_lifts_it(suspect):
    suspect.say("R2", "S", "HumanitarianStop", subject="A", ground="rescue")
    assert not person(suspect)["rankable"]
    suspect.say("R2", "S", "HumanitarianStop", liftedBy="Eva Holm", reason="court", author="eva")
    assert person(suspect)["rankable"]


def test_a_machine_cannot_lift_a_stop(suspect):
    lift = {"liftedBy": "Eva Holm", "reason": "court", "status": "proposed"}
    suspect.say("R2", "S", "HumanitarianStop", subject="A", **lift)
    assert not person(suspect)["rankable"]


def test_decisions_follow_a_merge(suspect):
    suspect.say("R2", "A2", "Person", name="Ana")
    suspect.say("R2", "E", "CategoryDecision", subject="A2", category="witness")
    assert person(suspect)["rankable"]
    suspect.judged("A", "A2")
    assert person(suspect)["category"] == "witness"
