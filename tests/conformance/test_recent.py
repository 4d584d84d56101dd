"""What came in or was decided last, in every store: the latest first, and of what is allowed."""

from dataclasses import replace

import pytest

from headwater.model import Handling, Judgement, Refusal, Review, Verdict
from headwater.safeguard import AuditRecord, Operation
from headwater.store import Batch, LogAsked, Store
from tests.conformance.stores import every, seen

SECRET = Handling("C", "A1", "S2")


def day(number: int) -> str:
    return f"2026-11-{number:02d}T12:00:00+00:00"


@pytest.fixture
def told(store: Store) -> Store:
    for number, name in enumerate(("Arben Krasniqi", "Luan Berisha", "Goran Petrić"), 1):
        handling = SECRET if number == 2 else None
        store.add(seen(f"U{number}", name, handling=handling), recorded=day(number))
    return store


def open_to_all(store: Store) -> frozenset[int]:
    return frozenset(n for n, label in store.labels().items() if label.handling == Handling())


def review(id_: str, about: str, author: str, made: int) -> Review:
    return Review(id_, about, "accepted", author, day(made), "known to us")


def test_the_latest_reports_come_first_and_only_those_after_a_time(told: Store) -> None:
    (last, *_), names = told.recent.reports(every(told), "", 9), ["U3", "U2", "U1"]
    assert last == ("U3", "Sighting", "Coast Guard", day(3))
    assert [one.urn for one in told.recent.reports(every(told), "", 9)] == names
    assert [one.urn for one in told.recent.reports(every(told), "", 2)] == names[:2]
    assert [one.urn for one in told.recent.reports(every(told), day(1), 9)] == names[:2]
    assert told.recent.reports(every(told), day(3), 9) == []


def test_a_report_that_is_not_allowed_leaves_no_gap(told: Store) -> None:
    found = told.recent.reports(open_to_all(told), "", 2)
    assert [one.urn for one in found] == ["U3", "U1"]
    assert told.recent.reports(frozenset(), "", 2) == []


def test_a_decision_of_our_own_is_no_report_that_came_in(told: Store) -> None:
    batch = seen("C1", "Arben Krasniqi")
    decision = replace(batch.reports[0], format="decision")
    told.add(replace(batch, reports=[decision]), recorded=day(4))
    assert [one.urn for one in told.recent.reports(every(told), "", 1)] == ["U3"]


def test_it_is_told_when_each_report_came_in(told: Store) -> None:
    assert told.recent.recorded() == {f"U{number}": day(number) for number in (1, 2, 3)}


def test_the_last_reviews_are_told_by_whom_they_were_given(told: Store) -> None:
    given = [
        review("r1", "U1#1.1", "ana", 4),
        review("r2", "U2#1.1", "ben", 5),
        review("r3", "U3#1.1", "ana", 6),
    ]
    told.review(given)
    recent, allowed = told.recent, every(told)
    assert recent.reviews(allowed, 9) == given[::-1]
    assert recent.reviews(allowed, 1) == given[2:]
    assert recent.reviews(allowed, 9, by="ana") == [given[2], given[0]]
    assert recent.reviews(allowed, 9, beside="ana") == [given[1]]
    assert recent.reviews(allowed, 9, since=day(5)) == given[2:]
    assert recent.reviews(open_to_all(told), 9, beside="ana") == []


def test_the_reviews_of_a_statement_come_in_the_order_they_were_given(told: Store) -> None:
    given = [
        review("r1", "U1#1.1", "ana", 4),
        review("r2", "U1#1.2", "ana", 4),
        review("r3", "U1#1.1", "ben", 5),
        review("r4", "U3#1.1", "ben", 6),
    ]
    told.review(given)
    assert told.recent.reviews_on(["U1#1.1", "no id", "U9#1.1"]) == [given[0], given[2]]
    assert told.recent.reviews_on(["U1#1.1", "U3#1.1"]) == [given[0], given[2], given[3]]
    assert told.recent.reviews_on([]) == []


def test_refusals_come_a_part_at_a_time_the_latest_first(store: Store) -> None:
    batch = seen("U1", "Arben Krasniqi")
    some = [Refusal("calls.csv", f"row {n}", "a date", "no day", "correct it") for n in range(5)]
    own = Refusal("U1.txt", "item 2", "a grade", "unknown", "grade it", "U1")
    store.add(Batch(batch.reports, batch.statements, [*some, own]), recorded=day(1))
    latest = [own, *some[::-1]]
    assert store.recent.refusals(every(store), 0, 9) == latest
    assert store.recent.refusals(every(store), 2, 2) == latest[2:4]
    assert store.recent.refusals(frozenset(), 0, 9) == []
    assert store.recent.refusals_of("U1", every(store)) == [own]
    assert store.recent.refusals_of("U1", frozenset()) == []


def test_the_log_is_read_newest_first_and_narrowed(store: Store) -> None:
    for number, operation in enumerate(Operation, 1):
        what = ("U1",) if number % 2 else ("U2", "U1")
        store.log(
            AuditRecord(
                operation, f"user {number % 3}", day(number), "why", what, "Harbour", "asked"
            )
        )

    def found(**asked: object) -> list[int]:
        return [entry["seq"] for entry in store.newest_audit(LogAsked(**asked))]

    assert found() == [6, 5, 4, 3, 2, 1]
    assert found(who=["user 0", "nobody"]) == [6, 3]
    assert found(about=["U2"]) == [6, 4, 2]
    assert found(about=["user 1"]) == [4, 1]
    assert found(since="2026-11-02", until="2026-11-04") == [4, 3, 2]
    assert found(operation=str(list(Operation)[4])) == [5]
    assert found(before=3) == [2, 1]
    assert found(about=["U2"], before=6, who=["user 1"]) == [4]


def test_what_anybody_looked_at_is_told_by_its_name_and_what_only_came_in_is_not(
    told: Store,
) -> None:
    for operation, urn in ((Operation.COLLECTION, "U1"), (Operation.CONSULTATION, "U2")):
        told.log(AuditRecord(operation, "ana", day(4), "why", (urn, "gone")))
    assert told.recent.touched() == ["U2"]


def test_decisions_of_our_own_that_came_later_are_told_to_those_who_may_see_them(
    told: Store,
) -> None:
    known, batch = told.tide().items, seen("C1", "Arben Krasniqi", handling=SECRET)
    decision = replace(batch.reports[0], format="decision")
    told.add(replace(batch, reports=[decision]), recorded=day(4))
    told.add(seen("U4", "Besim Hoxha"), recorded=day(5))
    said = [(one.property, one.value) for one in told.recent.decisions(every(told), known)]
    assert said == [(one.property, one.value) for one in batch.statements]
    assert told.recent.decisions(open_to_all(told), known) == []
    assert told.recent.decisions(every(told), told.tide().items) == []


def test_one_decision_is_found_by_its_id_and_another_id_finds_none(told: Store) -> None:
    given = review("r1", "U1#1.1", "mira", 5)
    told.review([given])
    assert told.recent.review("r1") == given
    judged = Judgement("j1", "U1#1@m1", "U3#1@m1", Verdict.DIFFERENT, "mira", day(5), "seen both")
    told.judge([judged])
    assert told.recent.judgement("j1") == judged
    assert (told.recent.review("j1"), told.recent.judgement("r1")) == (None, None)
    assert (told.recent.review(""), told.recent.judgement("")) == (None, None)
