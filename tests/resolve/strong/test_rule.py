import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.model import Verdict
from headwater.resolve import clusters, decide_pair, standing_judgements, undo
from headwater.resolve.strong import strong_judgements
from tests.resolve.scans import category, person, scan_of

PHONE = "+38164111222"
OTHER = "+38164333444"


def judge(*lines, known=()):
    return strong_judgements(scan_of(*lines), "t1", known)


def verdicts(found):
    return {(j.left, j.right): j.verdict for j in found}


def test_two_who_hold_one_phone_are_one_with_the_statements_that_say_so():
    (found,) = judge(*person("b", phone=PHONE), *person("a", phone=PHONE))
    assert (found.left, found.right, found.verdict) == ("a", "b", Verdict.SAME)
    assert found.evidence == ("R1#2.1", "R1#1.1")
    assert found.author == "resolve/phone/1"


def test_nobody_is_joined_on_a_name():
    assert judge(*person("a", name="Arben Test"), *person("b", name="Arben Test")) == []


def test_a_call_record_is_joined_with_the_person_who_holds_the_number():
    call = [("c", "Call", "caller", "x"), ("c", "Call", "callerNumber", PHONE)]
    found = judge(*call, *person("p", phone=PHONE))
    assert verdicts(found) == {("p", "x"): Verdict.SAME}


def test_a_person_and_an_organisation_with_one_phone_stay_two():
    network = ("n", "Network", "phone", PHONE)
    assert judge(*person("p", phone=PHONE), network) == []
    both = judge(*person("p", phone=PHONE), network, ("x", "LegalEntity", "phone", PHONE))
    assert both == []


def test_holders_are_judged_against_the_smallest_id_and_not_all_against_all():
    found = judge(*(line for name in "dbac" for line in person(name, phone=PHONE)))
    assert set(verdicts(found)) == {("a", "b"), ("a", "c"), ("a", "d")}


def test_a_second_run_finds_nothing_new():
    lines = [*person("a", phone=PHONE), *person("b", phone=PHONE)]
    assert judge(*lines, known=judge(*lines)) == []


LINES = [
    line
    for n in range(12)
    for line in person(f"p{n}", phone=[PHONE, OTHER][n % 2], birthDate=f"19{80 + n % 3}")
]


@given(st.permutations(LINES))
def test_the_order_of_statements_does_not_matter(lines):
    assert verdicts(judge(*lines)) == verdicts(judge(*LINES))


def test_different_years_of_birth_put_the_pair_before_a_person():
    found = judge(
        *person("a", phone=PHONE, birthDate="1980-01-01"),
        *person("b", phone=PHONE, birthDate="1990-01-01"),
    )
    assert verdicts(found) == {("a", "b"): Verdict.UNKNOWN}
    assert "years of birth" in found[0].reason
    assert set(found[0].evidence) == {"R1#1.1", "R1#2.1", "R1#3.1", "R1#4.1"}
    assert "19" not in found[0].reason + found[0].explanation


def test_a_contradiction_holds_between_clusters_and_not_only_between_two():
    lines = [
        *person("a", phone=PHONE, birthDate="1980"),
        *person("b", phone=PHONE),
        *person("b", passportNumber="AB12345", nationality="rs"),
        *person("c", passportNumber="AB12345", nationality="rs", birthDate="1990"),
    ]
    found = judge(*lines)
    assert verdicts(found) == {("a", "b"): Verdict.UNKNOWN, ("b", "c"): Verdict.SAME}


def test_two_passports_of_one_issuer_put_the_pair_before_a_person():
    found = judge(
        *person("a", phone=PHONE, passportNumber="AB12345", nationality="rs"),
        *person("b", phone=PHONE, passportNumber="CD67890", nationality="rs"),
    )
    assert verdicts(found) == {("a", "b"): Verdict.UNKNOWN}


NAMES = (
    *("Arben Krasniqi", "Zoran Petrov", "Mehmet Yilmaz", "Jonas Weber", "Luan Hoxha"),
    *("Dragan Ilic", "Samir Haddad", "Goran Markov", "Yusuf Demir", "Piotr Nowak"),
    *("Karim Najjar", "Besnik Gashi", "Milan Jovanov", "Rashid Khan", "Erion Dema"),
    *("Stefan Lazarov", "Omar Fares", "Viktor Bondar", "Tarik Basic", "Faruk Celik"),
    "Nikola Tasev",
)


def crowd(size):
    names = NAMES[:size]
    return [x for n, name in enumerate(names) for x in person(f"p{n:02}", phone=PHONE, name=name)]


def test_a_number_held_under_many_names_joins_nobody_and_is_asked_about_once():
    assert set(verdicts(judge(*crowd(20))).values()) == {Verdict.UNKNOWN}
    (found,) = judge(*crowd(21))
    assert found.verdict is Verdict.UNKNOWN
    assert "more than 20 different names" in found.reason


def test_a_phone_joins_only_those_whose_names_allow_it_and_asks_about_the_others():
    found = judge(
        *person("a", phone=PHONE, name="Arben Krasniqi"),
        *person("b", phone=PHONE, name="Zoran Petrov"),
        *person("c", phone=PHONE, name="KRASNIQI Arben"),
        *person("d", phone=PHONE, name="Зоран Петров"),
    )
    assert verdicts(found) == {
        ("a", "c"): Verdict.SAME,
        ("b", "d"): Verdict.SAME,
        ("a", "b"): Verdict.UNKNOWN,
    }
    (asked,) = [one for one in found if one.verdict is Verdict.UNKNOWN]
    assert "handed on" in asked.reason
    assert {"R1#2.1", "R1#4.1"} <= set(asked.evidence)


def test_a_holder_without_a_name_is_joined_unless_the_phone_changed_hands():
    lines = [*person("a", phone=PHONE, name="Arben Krasniqi"), *person("b", phone=PHONE)]
    assert set(verdicts(judge(*lines)).values()) == {Verdict.SAME}
    found = judge(*lines, *person("c", phone=PHONE, name="Zoran Petrov"))
    assert set(verdicts(found).values()) == {Verdict.UNKNOWN}


def test_different_names_do_not_keep_a_document_from_joining():
    held = {"passportNumber": "AB12345", "nationality": "rs"}
    found = judge(
        *person("a", name="Arben Krasniqi", **held), *person("b", name="Zoran Petrov", **held)
    )
    assert verdicts(found) == {("a", "b"): Verdict.SAME}


PAIR = [*person("a", phone=PHONE), *person("b", phone=PHONE)]
NEVER = pytest.mark.parametrize("word", ["being_moved", "victim", "witness"])


@NEVER
def test_people_being_moved_victims_and_witnesses_are_joined_with_nobody(word):
    assert judge(*PAIR, *category("b", word)) == []
    assert len(judge(*PAIR, *category("b", word, status="rejected"))) == 1


@pytest.mark.parametrize("word", ["suspect", "convicted", "other", "undecided"])
def test_others_are_joined_so_that_what_protects_one_mention_protects_all(word):
    assert verdicts(judge(*PAIR, *category("b", word))) == {("a", "b"): Verdict.SAME}


@NEVER
def test_whoever_a_person_said_is_a_victim_or_witness_is_joined_with_nobody(word):
    lines = [*PAIR, *person("v", name="Ana Test"), *category("v", word)]
    same = decide_pair("v", "b", Verdict.SAME, "amy", "t0", "said so")
    assert judge(*lines, known=[same]) == []
    assert len(judge(*lines, known=[same, undo(same, "amy", "t1", "misheard")])) == 1


@NEVER
def test_a_join_or_question_about_somebody_who_becomes_one_of_them_is_withdrawn(word):
    differing = [*PAIR, *person("a", birthDate="1980"), *person("b", birthDate="1990")]
    for lines, verdict in ((PAIR, Verdict.SAME), (differing, Verdict.UNKNOWN)):
        (known,) = judge(*lines)
        later = [*lines, *category("b", word)]
        (back,) = judge(*later, known=[known])
        assert (known.verdict, back.undoes) == (verdict, known.id)
        assert standing_judgements([known, back]) == []
        assert judge(*later, known=[known, back]) == []


def test_the_others_of_a_number_stay_joined_when_one_becomes_a_victim():
    lines = [*PAIR, *person("c", phone=PHONE)]
    known = judge(*lines)
    found = judge(*lines, *category("a", "victim"), known=known)
    assert clusters([*known, *found]) == {"b": "b", "c": "b"}


def test_a_join_that_fell_with_a_decision_comes_back_when_the_decision_is_rejected():
    known = judge(*PAIR)
    for _ in range(2):
        known += judge(*PAIR, *category("b", "victim"), known=known)
        assert clusters(known) == {}
        known += judge(*PAIR, *category("b", "victim", status="rejected"), known=known)
        assert clusters(known) == {"a": "a", "b": "a"}
        assert judge(*PAIR, known=known) == []
    (join,) = standing_judgements(known)
    known.append(undo(join, "amy", "t2", "two brothers"))
    assert judge(*PAIR, known=known) == []


def test_taking_back_a_persons_join_leaves_nothing_that_followed_from_it():
    lines = [
        *person("a", phone=PHONE, name="Arben Krasniqi"),
        *person("b", phone=PHONE, name="Zoran Petrov"),
        *person("c", phone=PHONE),
    ]
    known = judge(*lines)
    assert set(verdicts(known).values()) == {Verdict.UNKNOWN}
    same = decide_pair("a", "b", Verdict.SAME, "amy", "t2", "an alias")
    known += [same, *judge(*lines, known=[*known, same])]
    assert clusters(known) == {"a": "a", "b": "a"}
    known.append(undo(same, "amy", "t3", "two men"))
    assert clusters([*known, *judge(*lines, known=known)]) == {}


def test_names_of_whom_a_document_joins_are_names_of_one_phone_holder():
    held = {"passportNumber": "AB12345", "nationality": "rs", "phone": PHONE}
    found = judge(
        *person("a", name="Arben Krasniqi", **held),
        *person("b", name="Zoran Petrov", **held),
        *person("c", phone=PHONE),
    )
    assert set(clusters(found)) == {"a", "b", "c"}


def test_a_persons_own_join_is_never_withdrawn_by_the_rule():
    same = decide_pair("a", "b", Verdict.SAME, "amy", "t0", "said so")
    assert judge(*PAIR, *category("b", "witness"), known=[same]) == []


def test_what_was_rejected_or_denied_joins_nobody():
    for more in ({"status": "rejected"}, {"modality": "denied"}):
        assert judge(*person("a", phone=PHONE), ("b", "Person", "phone", PHONE, more)) == []


def test_a_join_whose_statement_is_rejected_later_is_undone():
    lines = [*person("a", phone=PHONE), *person("b", phone=PHONE)]
    known = judge(*lines)
    lines[1] = (*lines[1], {"status": "rejected"})
    found = judge(*lines, known=known)
    assert clusters([*known, *found]) == {}
    assert judge(*lines, known=[*known, *found]) == []


def test_a_join_that_another_statement_bears_out_survives_the_rejection_of_one():
    lines = [*person("a", phone=PHONE), *person("b", phone=PHONE), *person("b", phone=PHONE)]
    known = judge(*lines)
    lines[1] = (*lines[1], {"status": "rejected"})
    found = judge(*lines, known=known)
    assert clusters([*known, *found]) == {"a": "a", "b": "a"}


HELD = st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 3)), max_size=12)


@given(HELD, st.frozensets(st.integers(0, 3)))
def test_what_a_viewer_may_not_see_changes_none_of_the_joins_they_see(held, allowed):
    lines = [(entity, "Person", "phone", PHONE, {"label": label}) for entity, label in held]
    scan = scan_of(*lines)
    part = scan.filter(pa.array([label in allowed for _, label in held], pa.bool_()))
    seen = {f"R1#{n}.1" for n, (_, label) in enumerate(held, start=1) if label in allowed}
    of_all = [j for j in strong_judgements(scan, "t1") if seen.issuperset(j.evidence)]
    assert clusters(of_all) == clusters(strong_judgements(part, "t1"))


def test_what_a_person_took_back_is_not_joined_again_over_a_third():
    lines = [*person("b", phone=PHONE), *person("c", phone=PHONE)]
    known = judge(*lines)
    known.append(undo(known[0], "amy", "t2", "two brothers"))
    assert judge(*lines, known=known) == []
    found = judge(*lines, *person("a", phone=PHONE), known=known)
    assert clusters([*known, *found]) == {}
    assert set(verdicts(found).values()) == {Verdict.UNKNOWN}


def test_what_a_person_called_different_stays_apart():
    lines = [*person("a", phone=PHONE), *person("b", phone=PHONE)]
    apart = decide_pair("a", "b", Verdict.DIFFERENT, "amy", "t0", "met both")
    assert judge(*lines, known=[apart]) == []


def test_a_scan_without_statements_gives_nothing():
    assert judge() == []
