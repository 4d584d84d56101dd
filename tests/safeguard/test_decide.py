import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.model import Handling
from headwater.safeguard import Label, Purpose, Role, Viewer, allowed
from headwater.safeguard.decide import RESTRICTIONS, RULES, decide, may_leave
from headwater.safeguard.label import Decision

PURPOSE = Purpose("weekly picture", "general")
A1S2 = Handling("C", "A1", "S2")
ORDER = [Decision.NO, Decision.REDACT, Decision.YES]


def viewer(*roles, agency="North", **more):
    return Viewer("amy", agency, frozenset(roles), **more)


def by_hand(who, purpose, label):
    """The oracle: the same rules as plain sentences, written apart from the table."""
    h = label.handling
    readers = {"analyst", "officer", "supervisor", "safeguarding"} & who.roles
    level = {"": 0, "OFFICIAL": 0, "OFFICIAL-SENSITIVE": 1, "SECRET": 2}.get(h.marking, 3)
    asked = purpose.text and purpose.kind in ("general", "case", "safeguarding")
    inside = not label.compartment or label.compartment in who.compartments
    cleared = who.clearance >= max(level, label.clearance)
    own = bool(label.owner) and who.agency == label.owner
    if "case_officer" in who.roles and purpose.kind == "case":
        readers |= {"case_officer"}
    if "liaison" in who.roles and not label.compartment and (own or by_hand_unmarked(h)):
        readers |= {"liaison"}
    if not (readers and asked and inside and cleared) or "H9" in h.europol:
        return Decision.NO
    return Decision.YES if own else by_hand_of_another(readers, h)


def by_hand_open(h):
    return h.code == "P" or (h.action_code in ("A2", "A3") and h.sanitisation_code == "S1")


def by_hand_unmarked(h):
    coded = {"H2", "H3", "H9"} & set(h.europol.split())
    return by_hand_open(h) and not coded and h.tlp not in ("RED", "AMBER+STRICT")


def by_hand_of_another(readers, h):
    open_c = by_hand_open(h)
    assessor = Decision.YES if readers & {"analyst", "supervisor"} else Decision.NO
    if h.tlp == "RED" or "H3" in h.europol:
        return Decision.YES if "supervisor" in readers else Decision.NO
    if h.tlp == "AMBER+STRICT":
        return assessor
    if "H2" in h.europol or not open_c:
        return assessor if assessor is Decision.YES else Decision.REDACT
    return Decision.YES


HANDLINGS = st.builds(
    lambda codes, tlp, europol, marking: Handling(
        codes[0], codes[1], codes[2], "ask first" if codes[0] == "C" else "", tlp, europol, marking
    ),
    st.sampled_from(
        [("P", "", ""), ("C", "", ""), *itertools.product("C", ("A1", "A2", "A3"), ("S1", "S2"))]
    ),
    st.sampled_from(["", "RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR"]),
    st.sampled_from(["", "H0", "H1", "H2", "H1 H3", "H9"]),
    st.sampled_from(["", "OFFICIAL", "OFFICIAL-SENSITIVE", "SECRET", "COSMIC"]),
)
LABELS = st.builds(
    Label,
    st.sampled_from(["North", "East", ""]),
    HANDLINGS,
    st.sampled_from(["", "k1"]),
    st.integers(0, 3),
)
VIEWERS = st.builds(
    Viewer,
    st.just("amy"),
    st.sampled_from(["North", "East", ""]),
    st.frozensets(st.sampled_from(list(Role))),
    st.frozensets(st.sampled_from(["k1", "k2"])),
    st.integers(0, 3),
)
PURPOSES = st.builds(
    Purpose, st.sampled_from(["", "x"]), st.sampled_from(["general", "case", "curiosity"])
)


@given(VIEWERS, PURPOSES, LABELS)
def test_every_decision_is_what_the_plain_sentences_say(who, purpose, label):
    assert decide(who, purpose, label) is by_hand(who, purpose, label)


@given(VIEWERS, PURPOSES, LABELS, st.data())
def test_a_viewer_with_less_never_gets_more(who, purpose, label, data):
    less = Viewer(
        who.name,
        who.agency,
        data.draw(st.frozensets(st.sampled_from(sorted(who.roles)))) if who.roles else who.roles,
        data.draw(st.frozensets(st.sampled_from(sorted(who.compartments))))
        if who.compartments
        else who.compartments,
        data.draw(st.integers(0, who.clearance)),
    )
    got, before = decide(less, purpose, label), decide(who, purpose, label)
    assert ORDER.index(got) <= ORDER.index(before)


@pytest.mark.parametrize("role", ["admin", "auditor"])
def test_administrators_and_auditors_read_no_content(role):
    label = Label("North", Handling())
    assert decide(viewer(role), PURPOSE, label) is Decision.NO


def test_a_case_officer_reads_for_a_named_case_only():
    label = Label("North", Handling())
    assert decide(viewer("case_officer"), PURPOSE, label) is Decision.NO
    assert decide(viewer("case_officer"), Purpose("case: Drava", "case"), label) is Decision.YES
    assert decide(viewer("case_officer"), Purpose("case: Drava", "case"), Label("East", A1S2)) is (
        Decision.REDACT
    )


def test_liaison_reads_what_may_leave_the_node():
    labels = [Label("North", A1S2), Label("East", Handling()), Label("East", A1S2),
              Label("East", Handling(tlp="RED")), Label("North", Handling(), "k1")]  # fmt: skip
    liaison = viewer("liaison", compartments=frozenset({"k1"}))
    read = [label for label in labels if decide(liaison, PURPOSE, label) is Decision.YES]
    assert read == [label for label in labels if may_leave(label, "North")] == labels[:2]


def test_an_officer_sees_anothers_protected_material_with_people_masked():
    label = Label("East", A1S2)
    assert decide(viewer("officer"), PURPOSE, label) is Decision.REDACT
    assert decide(viewer("analyst"), PURPOSE, label) is Decision.YES
    assert decide(viewer("officer", agency="East"), PURPOSE, label) is Decision.YES


def test_labels_are_sorted_into_those_read_in_full_and_those_masked():
    labels = {1: Label("East", Handling()), 2: Label("East", A1S2), 3: Label("East", A1S2, "k1")}
    assert allowed(viewer("officer"), PURPOSE, labels) == ({1}, {2})
    assert allowed(viewer("admin"), PURPOSE, labels) == (set(), set())


def test_material_that_is_not_ours_leaves_only_where_its_owner_let_it():
    assert may_leave(Label("East", Handling()), "North")
    assert may_leave(Label("North", A1S2), "North")
    assert may_leave(Label("East", Handling("C", "A2", "S1")), "North")
    for handling in (A1S2, Handling(tlp="RED"), Handling(europol="H2"), Handling(europol="H9")):
        assert not may_leave(Label("East", handling), "North")
    assert not may_leave(Label("North", Handling(), "k1"), "North")


def test_every_rule_names_its_source():
    assert all(rule.source for rule in (*RULES, *RESTRICTIONS))
