"""Which proposals come first: those that would change a finding most."""

from headwater.resolve.review import Asked, queue
from headwater.resolve.review.people import People
from headwater.resolve.review.value import RANKS, Values
from tests.resolve.scans import category, scan_of

ACCEPTED = {"status": "accepted"}
SUSPECT = category("s", "suspect", **ACCEPTED)


def tie(entity, member, **more):
    return [
        (entity, "NetworkRole", "member", member, more),
        (entity, "NetworkRole", "role", "driver", more),
    ]


def rank(scan, entity):
    """The rank of what is proposed of an entity, in words."""
    values = Values(scan, People(scan, []))
    rows = [n for n, one in enumerate(scan.column("entity").to_pylist()) if one == entity]
    return RANKS[min(values.ranks[rows])]


def why(*lines):
    entries = queue(scan_of(*lines), [], Asked(99, kind="statement")).entries
    return [(entry.about[0], entry.why.split(".")[0]) for entry in entries]


def test_what_may_protect_somebody_comes_before_everything():
    for sign in (
        ("x", "HumanitarianStop", "ground", "rescue"),
        ("x", "NetworkRole", "role", "small_hand"),
        ("x", "NetworkRole", "possiblyCoerced", "true"),
        ("x", "CategoryDecision", "category", "victim"),
        ("x", "Incident", "cause", "sign of coercion: papers taken"),
    ):
        assert rank(scan_of(sign, *tie("t", "s"), *SUSPECT), "x") == RANKS[0]
    assert rank(scan_of(("x", "NetworkRole", "possiblyCoerced", "false")), "x") != RANKS[0]


def test_another_value_of_what_a_person_has_one_of_contradicts_and_a_part_of_it_does_not():
    birth = ("p", "Person", "birthDate", "1980-05-01", ACCEPTED)
    for said, contradicts in (("1981", True), ("1980-06-01", True), ("1980", False)):
        scan = scan_of(birth, ("p", "Person", "birthDate", said))
        assert (rank(scan, "p") == "it contradicts what is accepted") is contradicts
    assert rank(scan_of(birth, ("q", "Person", "birthDate", "1981")), "q") == "it adds a detail"


def test_the_denial_of_what_is_accepted_contradicts():
    denied = {"modality": "denied", "originator": "Other"}
    scan = scan_of(*tie("t", "p", **ACCEPTED), *tie("d", "p", **denied))
    assert rank(scan, "d") == "it contradicts what is accepted"


def test_a_tie_of_somebody_who_may_be_ranked_comes_before_other_ties_and_details():
    found = why(
        ("o", "Place", "name", "Drava"),
        ("f", "Fee", "amountLow", "4000"),
        *tie("other", "p"),
        ("s", "Person", "phone", "+38164111222"),
        *tie("tie", "s"),
        *SUSPECT,
    )
    assert [one for one, _ in found] == ["tie", "tie", "s", "other", "other", "f", "o"]


def test_a_victim_in_one_case_is_not_ranked_because_another_says_suspect():
    scan = scan_of(*tie("t", "s"), *SUSPECT, *category("s", "victim", **ACCEPTED))
    assert rank(scan, "t") == "it is a role or a tie"


def test_a_second_source_comes_before_a_third_and_before_the_same_source_again():
    first = tie("a", "p", originator="One", **ACCEPTED)
    second = tie("b", "p", originator="Two", **ACCEPTED)
    again, new = tie("x", "p", originator="One"), tie("x", "p", originator="Three")
    assert rank(scan_of(*first, *new), "x") == "it would be a second source of what rests on one"
    assert rank(scan_of(*first, *again), "x") == "it says again what is accepted"
    assert rank(scan_of(*first, *second, *new), "x") == "it says again what is accepted"
    other = [("x", "NetworkRole", "member", "p"), ("x", "NetworkRole", "role", "broker")]
    assert rank(scan_of(*first, *other), "x") == "it is a role or a tie"


def test_what_is_accepted_in_part_does_not_bear_itself_out():
    (*member, _), role = tie("t", "p")
    for status in ("accepted", "rejected"):
        scan = scan_of((*member, {"status": status}), role)
        assert rank(scan, "t") == "it is a role or a tie"


def test_an_empty_scan_has_no_ranks():
    assert len(Values(scan_of(), People(scan_of(), [])).ranks) == 0
