"""What comes in is looked up and judged, whatever the order in which it comes."""

from itertools import chain, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.model import Review, Verdict
from headwater.resolve import clusters, decide_pair, undo
from headwater.resolve.lookup import resolve_news
from headwater.store import Batch, create_store
from tests.resolve.lookup.reports import NOW, Frank, add, decided, person, suspect, told

AHMADI = {"name": "Mohammad Ahmadi", "birthDate": "1985-03-02"}
SAME_MAN = {"name": "محمد احمدی", "birthDate": "1985-03-02"}


def resolve(store, model):
    return list(chain.from_iterable(resolve_news(store, NOW, model)))


def together(store):
    """Who is one person, by the number of the report."""
    groups = {}
    for entity, smallest in clusters(store.judgements()).items():
        groups.setdefault(smallest, set()).add(entity.split("#")[0])
    return sorted(map(sorted, groups.values()))


def test_a_new_person_is_joined_with_one_of_another_script_and_the_statements_are_named(
    store, model
):
    add(store, *suspect("U1", **AHMADI), *suspect("U2", **SAME_MAN), *suspect("U3", name="Li Wei"))
    (found,) = resolve(store, model)
    assert together(store) == [["U1", "U2"]]
    assert found.author == "resolve/score/1"
    assert set(found.evidence) == {"U1#1.1", "U1#1.2", "U2#1.1", "U2#1.2"}
    assert {line.split(":")[0] for line in found.explanation.splitlines()} >= {"name", "birth_date"}
    assert f"model: {model.digest[:16]}" in found.explanation
    shown = found.reason + found.explanation
    assert not any(word in shown for word in ("Ahmadi", "1985", "احمدی"))


def test_a_second_look_finds_nothing_new(store, model):
    add(store, *suspect("U1", **AHMADI), *suspect("U2", **SAME_MAN))
    assert resolve(store, model)
    assert resolve(store, model) == []
    store.reset_index("")
    assert resolve(store, model) == []


@pytest.mark.parametrize("category", ["being_moved", "victim", "witness"])
def test_nobody_who_is_protected_is_scored(store, model, category):
    add(store, *suspect("U1", **AHMADI), told("U2", **SAME_MAN), decided("U2", category))
    assert resolve(store, model) == []
    held = {entity: record for _, entity, record in store.indexed(range(1, 9))}
    assert held[person("U1")]
    assert held[person("U2")] == ""


def test_who_is_only_named_beside_somebody_is_not_judged_again_on_half_of_the_holders(store, model):
    phone, other = "+38164111222", "+38164333444"
    for urn in ("U0", "U1", "U2"):
        call = told(urn, callerNumber=phone, receiverNumber=other)
        ends = [("caller", f"caller {urn}"), ("receiver", "the same receiver")]
        pointed = [
            call.statements[0]._replace(n=n, property=name, value=value)
            for n, (name, value) in enumerate(ends, 3)
        ]
        said = [s._replace(schema="Call") for s in (*call.statements, *pointed)]
        add(store, Batch(call.reports, said))
    found = {(one.left, one.right) for one in resolve(store, model)}
    assert found == {("caller U0", "caller U1"), ("caller U0", "caller U2")}
    for n, left in enumerate(("the same receiver", "caller U1")):
        apart = decide_pair(left, f"U{n}", Verdict.DIFFERENT, "amy", NOW, "met both")
        store.judge([apart])
        assert resolve(store, model) == []


def test_somebody_about_whom_nobody_decided_is_put_before_a_person(store, model):
    add(store, *suspect("U1", **AHMADI), told("U2", **SAME_MAN))
    (found,) = resolve(store, model)
    assert found.verdict is Verdict.UNKNOWN
    assert "nobody decided yet" in found.reason
    add(store, decided("U2"))
    assert [one.verdict for one in resolve(store, model)] == [Verdict.UNKNOWN, Verdict.SAME]
    assert together(store) == [["U1", "U2"]]


def test_what_is_not_sure_is_put_before_a_person(store):
    add(store, *suspect("U1", **AHMADI), *suspect("U2", **SAME_MAN))
    (found,) = resolve(store, Frank(sure_from=99))
    assert found.verdict is Verdict.UNKNOWN
    assert "not enough to be sure" in found.reason


def test_another_model_says_anew_what_an_earlier_one_said(store, model):
    add(store, *suspect("U1", **AHMADI), *suspect("U2", **SAME_MAN))
    (join,) = resolve(store, model)
    stricter = Frank(sure_from=99)
    stricter.digest = f"another than {model.digest}"
    back, asked = resolve(store, stricter)
    assert back.undoes == join.id
    assert asked.verdict is Verdict.UNKNOWN
    assert together(store) == []
    assert resolve(store, stricter) == []


class Counting(Frank):
    """Counts the pairs that are weighed."""

    def __init__(self):
        super().__init__()
        self.pairs = 0
        self.weigh_likely = self._counted

    def _counted(self, records, pairs, chance):
        self.pairs += len(pairs)
        return self._model.weigh_likely(records, pairs, chance)


def test_who_is_spoken_of_again_is_compared_again_only_if_something_new_is_known(store):
    counting = Counting()
    add(store, *suspect("U1", **AHMADI), *suspect("U2", **SAME_MAN))
    resolve(store, counting)
    assert counting.pairs == 1
    add(store, decided("U1", "suspect", "C U1 once more"))
    assert resolve(store, counting) == []
    assert counting.pairs == 1
    add(store, decided("U1", "convicted"))
    resolve(store, counting)
    assert counting.pairs == 2


def test_a_new_report_in_another_script_finds_somebody_who_is_known_under_many_reports(store):
    name = "Zmarak Tofan Wardakzoy"
    for n in range(30):
        add(store, *suspect(f"U{n}", name=name))
    model = Frank()
    resolve(store, model)
    add(store, *suspect("V1", name="زمرک طوفان وردکزوی"))
    found = {(one.left, one.right) for one in resolve(store, model)}
    assert found
    assert all(person("V1") in pair for pair in found)


def test_a_join_is_withdrawn_when_one_of_the_two_becomes_protected(store, model):
    add(store, *suspect("U1", **AHMADI), *suspect("U2", **SAME_MAN))
    (join,) = resolve(store, model)
    add(store, decided("U2", "victim"))
    (back,) = resolve(store, model)
    assert back.undoes == join.id
    assert together(store) == []


def test_a_contradiction_that_comes_later_withdraws_the_join(store, model):
    add(store, *suspect("U1", **AHMADI), *suspect("U2", **SAME_MAN))
    (join,) = resolve(store, model)
    later = told("U9", name="Omar Fares")
    sexes = [
        later.statements[0]._replace(entity=person(urn), n=n, property="gender", value=word)
        for n, (urn, word) in enumerate({"U1": "male", "U2": "female"}.items(), 2)
    ]
    add(store, Batch(later.reports, [*later.statements, *sexes]))
    found = resolve(store, model)
    assert [one.undoes for one in found if one.undoes] == [join.id]
    assert not any(one.verdict is Verdict.SAME for one in found)
    assert together(store) == []


def test_a_join_is_withdrawn_when_what_it_rests_on_is_rejected(store, model):
    add(store, *suspect("U1", **AHMADI), *suspect("U2", **SAME_MAN))
    resolve(store, model)
    store.review([Review("r1", "U2#1.1", "rejected", "amy", NOW, "misread")])
    resolve(store, model)
    assert together(store) == []


def test_a_join_goes_with_the_report_it_rests_on(store, model):
    add(store, *suspect("U1", **AHMADI), *suspect("U2", **SAME_MAN), *suspect("U3", **SAME_MAN))
    resolve(store, model)
    assert together(store) == [["U1", "U2", "U3"]]
    store.erase_report("U2")
    resolve(store, model)
    assert together(store) == [["U1", "U3"]]


def test_what_a_person_took_back_or_decided_is_left_to_that_person(store, model):
    add(store, *suspect("U1", **AHMADI), *suspect("U2", **SAME_MAN))
    (join,) = resolve(store, model)
    store.judge([undo(join, "amy", NOW, "two cousins")])
    assert resolve(store, model) == []
    apart = decide_pair(person("U1"), person("U3"), Verdict.DIFFERENT, "amy", NOW, "met both")
    store.judge([apart])
    add(store, *suspect("U3", **AHMADI))
    assert {(one.left, one.right) for one in resolve(store, model)} == {
        (person("U2"), person("U3"))
    }
    store.reset_index("")
    assert resolve(store, model) == []


def test_who_contradicts_a_member_is_not_drawn_into_a_cluster_by_a_third(store, model):
    one = {"name": "Mohammad Hussein Ahmadi", "nationality": "ir", "birthPlace": "Zaranj"}
    add(store, *suspect("U1", **one, birthDate="1985-03-02"), *suspect("U2", **one),
        *suspect("U3", **one, birthDate="1971-06-09"))  # fmt: skip
    found = resolve(store, Frank(sure_from=0))
    assert together(store) in ([["U1", "U2"]], [["U2", "U3"]])
    apart = [j for j in found if j.verdict is Verdict.DIFFERENT]
    assert [(j.left, j.right) for j in apart] == [(person("U1"), person("U3"))]
    assert set(apart[0].evidence) >= {"U1#1.4", "U3#1.4"}


PEOPLE = {
    "U1": AHMADI,
    "U2": SAME_MAN,
    "U3": {"name": "AHMADI Mohamad", "birthDate": "1985"},
    "U4": {"name": "Mohammad Ahmadi", "birthDate": "1962-11-30"},
    "U5": {"name": "Zoran Petrović", "phone": "+381601112223", "nationality": "rs"},
    "U6": {"name": "Зоран Петровић", "birthDate": "1990-05-06", "nationality": "rs"},
    "U7": {"name": "Zoran Petrovic", "birthDate": "1990-05-06", "phone": "+381601112223"},
    "U8": {"name": "Gjergj Hoxha", "birthDate": "1979-01-12"},
    "U9": {"name": "Ђерђ Хоџа", "birthDate": "1979-12-01"},
}
ARRIVING = [batch for urn, values in PEOPLE.items() for batch in suspect(urn, **values)]


@pytest.fixture(scope="module")
def in_one_go(tmp_path_factory):
    store = create_store(tmp_path_factory.mktemp("one") / "node", "Hub")
    add(store, *ARRIVING)
    resolve(store, Frank())
    return together(store)


@settings(max_examples=12, deadline=None)
@given(order=st.permutations(ARRIVING), cuts=st.sets(st.integers(1, len(ARRIVING) - 1), max_size=5))
def test_the_order_of_arrival_changes_nobodys_identity(tmp_path_factory, in_one_go, order, cuts):
    model = Frank()
    store = create_store(tmp_path_factory.mktemp("order") / "node", "Hub")
    edges = [0, *sorted(cuts), len(order)]
    for begin, end in pairwise(edges):
        add(store, *order[begin:end])
        resolve(store, model)
    assert together(store) == in_one_go
    assert ["U1", "U2", "U3"] in in_one_go or ["U1", "U2"] in in_one_go
    store.reset_index("")
    resolve(store, model)
    assert together(store) == in_one_go
    store.close()


def test_how_far_it_is_is_told_within_a_part_and_ends_with_all_of_it(store, model):
    add(store, *suspect("U1", **AHMADI), *suspect("U2", **SAME_MAN))
    heard = []
    list(resolve_news(store, NOW, model, progress=lambda *told: heard.append(told)))
    assert len(heard) == 4
    done, of = zip(*heard, strict=True)
    assert list(done) == sorted(done)
    assert done[-1] == of[-1]
    assert len(set(of)) == 1


def test_joins_on_identifiers_are_handed_over_before_anybody_is_scored(store, model):
    phone = {"phone": "+381601112223"}
    add(store, *suspect("U1", **AHMADI, **phone), *suspect("U2", **AHMADI, **phone))
    strong, *_ = resolve_news(store, NOW, model)
    assert {one.author for one in strong} == {"resolve/phone/1"}
