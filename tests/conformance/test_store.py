"""What every store must do, told as what a user of a node would notice."""

import inspect
from dataclasses import replace
from hashlib import sha256
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.model import (
    Handling,
    Item,
    Judgement,
    NotPermitted,
    Refusal,
    Refused,
    Report,
    Review,
    Statement,
    Verdict,
    WrongUse,
    parse_grade,
)
from headwater.safeguard import AuditRecord, Operation, Viewer
from headwater.store import AccessRecord, Batch, IndexEntry, Store
from tests.conformance.stores import AGENCY, NOW, STORES, Kind, every, seen


def scanned(store: Store, allowed: frozenset[int] | None = None) -> list[Statement]:
    rows = store.scan(every(store) if allowed is None else allowed).to_pylist()
    return [Statement(**{name: row[name] for name in Statement._fields}) for row in rows]


def record(operation: Operation, *what: str, purpose: str = "looking around") -> AuditRecord:
    return AuditRecord(operation, "ana", NOW, purpose, what, recipient="Partner", reason="asked")


def test_a_store_has_everything_that_the_protocol_lists(store: Store) -> None:
    for name in (n for n in dir(Store) if not n.startswith("_")):
        promised = inspect.getattr_static(Store, name)
        assert hasattr(type(store), name), name
        if callable(promised):
            given_ = inspect.signature(getattr(type(store), name)).parameters
            assert list(given_) == list(inspect.signature(promised).parameters), name


def test_what_went_in_comes_out_of_every_reading(store: Store) -> None:
    batch = seen("U1", "Arben Krasniqi")
    receipt = store.add(batch, recorded=NOW)
    allowed = every(store)
    assert (receipt.reports, receipt.items, receipt.statements) == (1, 1, 3)
    assert store.agency == AGENCY
    assert store.report("U1", allowed) == batch.reports[0]
    assert scanned(store) == list(batch.statements)
    assert store.statements_of("U1#1@m1", allowed) == [batch.statements[0]]
    assert store.statement("U1#1.3", allowed) == batch.statements[2]
    assert store.counts(allowed) == {
        "reports": 1, "items": 1, "statements": 3, "entities": 3, "refusals": 0,
    }  # fmt: skip


def test_a_node_that_was_closed_holds_what_it_held(kind: Kind, tmp_path: Path) -> None:
    batch = seen("U1", "Arben Krasniqi", original=True)
    first = kind.create(tmp_path / "node", AGENCY)
    first.add(batch, recorded=NOW)
    first.close()
    again = kind.open(tmp_path / "node")
    assert again.agency == AGENCY
    assert scanned(again) == list(batch.statements)
    assert again.original(batch.reports[0].sha256) == next(iter(batch.originals.values()))
    again.close()


def test_items_and_reports_read_as_they_were_given(store: Store) -> None:
    items = (
        Item(1, "one", parse_grade("1B"), Handling("C", "A2", "S1"), False, "own eyes",
             parse_grade("2C"), "en"),
        Item(7, "seven", parse_grade("admiralty C3"), Handling(tlp="GREEN")),
    )  # fmt: skip
    store.add(Batch([Report("U1", "Coast Guard", items, origin_known=False)], []), recorded=NOW)
    table = store.items(every(store)).to_pylist()
    assert [(r["item"], r["grade"], r["grade_system"], r["handling"]) for r in table] == [
        (1, "1B", "3x5x2", "C/A2/S1"),
        (7, "admiralty C3", "admiralty", "P TLP:GREEN"),
    ]
    assert (table[0]["provenance"], table[0]["provenance_grade"]) == ("own eyes", "2C")
    found = store.report("U1", every(store))
    assert found is not None
    assert found.items == items
    row = store.reports(every(store)).to_pylist()[0]
    assert (row["items"], row["origin_known"], row["recorded"]) == (2, False, NOW)
    assert row["handling"] == found.handling.text


def test_the_same_report_twice_is_here_already(store: Store) -> None:
    batch = seen("U1", "Arben Krasniqi", original=True)
    store.add(batch, recorded=NOW)
    receipt = store.add(batch, recorded=NOW)
    assert (receipt.reports, receipt.already_here, receipt.refusals) == (0, 1, 0)
    assert scanned(store) == list(batch.statements)


def test_another_report_under_the_same_urn_is_refused_and_overwrites_nothing(store: Store) -> None:
    first, other = seen("U1", "Arben Krasniqi"), seen("U1", "Somebody Else")
    fresh = seen("U2", "Luan Berisha")
    store.add(first, recorded=NOW)
    both = Batch([*other.reports, *fresh.reports], [*other.statements, *fresh.statements])
    receipt = store.add(both, recorded=NOW)
    assert (receipt.reports, receipt.refused_urns) == (1, ("U1",))
    assert scanned(store) == [*first.statements, *fresh.statements]
    kept = store.refusals(every(store))
    assert [refusal.urn for refusal in kept] == ["U1"]
    assert "Somebody" not in str(kept[0])


def test_two_reports_of_one_batch_under_one_urn_are_both_refused(store: Store) -> None:
    one, other = seen("U1", "Arben Krasniqi"), seen("U1", "Somebody Else")
    both = Batch([*one.reports, *other.reports], [*one.statements, *other.statements])
    receipt = store.add(both, recorded=NOW)
    assert (receipt.reports, receipt.statements, receipt.refusals) == (0, 0, 2)
    assert receipt.refused_urns == ("U1",)


@pytest.mark.parametrize(
    "broken",
    [
        lambda s: s._replace(urn="ELSEWHERE"),
        lambda s: s._replace(item=9),
        lambda s: s._replace(value="x\ud800"),
        lambda s: s._replace(attribution="x\udfff"),
        lambda s: s._replace(entity="x\ud800"),
        lambda s: s._replace(n=2),
    ],
)
def test_a_batch_that_contradicts_itself_leaves_no_trace(store: Store, broken) -> None:
    batch = seen("U1", "Arben Krasniqi")
    bad = Batch(batch.reports, [broken(batch.statements[0]), *batch.statements[1:]])
    with pytest.raises(Refused):
        store.add(bad, recorded=NOW)
    assert store.counts(every(store))["reports"] == 0
    assert store.add(batch, recorded=NOW).statements == 3
    assert scanned(store) == list(batch.statements)


def test_an_original_that_is_not_what_its_digest_says_is_refused(store: Store) -> None:
    batch = seen("U1", "Arben Krasniqi", original=True)
    forged = Batch(batch.reports, batch.statements, originals={batch.reports[0].sha256: b"other"})
    with pytest.raises(Refused):
        store.add(forged, recorded=NOW)
    assert store.original(batch.reports[0].sha256) is None


def test_an_original_that_no_report_names_is_not_kept(store: Store) -> None:
    batch = seen("U1", "Arben Krasniqi")
    stray = sha256(b"stray").hexdigest()
    store.add(Batch(batch.reports, [], originals={stray: b"stray"}), recorded=NOW)
    assert store.original(stray) is None
    assert store.original("no digest") is None


def test_refusals_are_kept_word_for_word_under_the_importers_label(store: Store) -> None:
    refusal = Refusal("calls.csv", "row 12", "a date", "31.11. is not a day", "correct it")
    store.add(Batch([], [], [refusal], compartment="Heron", clearance=2), recorded=NOW)
    assert store.refusals(every(store)) == [refusal]
    assert store.refusals(frozenset()) == []
    (label,) = store.labels().values()
    assert (label.owner, label.compartment, label.clearance) == (AGENCY, "Heron", 2)


def test_what_is_not_allowed_changes_nothing_in_what_is_seen(kind: Kind, tmp_path: Path) -> None:
    mine, secret = seen("U1", "Arben Krasniqi"), seen("U2", "Luan Berisha")
    plain, full = (kind.create(tmp_path / name, AGENCY) for name in ("plain", "full"))
    for store in (plain, full):
        store.add(mine, recorded=NOW)
    allowed = every(full)
    hidden = Batch(secret.reports, secret.statements, compartment="Heron")
    full.add(hidden, recorded=NOW)
    for read in ("scan", "items", "reports"):
        one, other = getattr(plain, read)(allowed), getattr(full, read)(allowed)
        assert one.equals(other), read
        dictionaries = [
            c.combine_chunks().dictionary for c in other.columns if "dict" in str(c.type)
        ]
        assert not any(
            "Luan" in word or "U2" in word for d in dictionaries for word in d.to_pylist()
        )
    assert plain.counts(allowed) == full.counts(allowed)
    assert full.report("U2", allowed) is None
    assert full.statement("U2#1.1", allowed) is None
    assert full.statements_of("U2#1@m1", allowed) == []
    plain.close()
    full.close()


def test_a_report_shows_only_its_allowed_items(store: Store) -> None:
    items = (Item(1, "open"), Item(2, "closed", handling=Handling("C", "A1", "S2")))
    store.add(Batch([Report("U1", "Coast Guard", items)], []), recorded=NOW)
    label = store.label_of("U1", 1)
    assert label is not None
    found = store.report("U1", frozenset({label}))
    assert found is not None
    assert [item.number for item in found.items] == [1]
    assert store.reports(frozenset({label})).to_pylist()[0]["items"] == 1
    assert store.reports(frozenset({label})).to_pylist()[0]["handling"] == "P"
    assert store.label_of("U1", 3) is None


def test_the_last_review_decides_the_status_everywhere(store: Store) -> None:
    store.add(seen("U1", "Arben Krasniqi"), recorded=NOW)
    reviews = [
        Review("r1", "U1#1.1", "accepted", "ana", NOW, "known to us"),
        Review("r2", "U1#1.2", "rejected", "ana", NOW, "misread"),
        Review("r3", "U1#1.1", "proposed", "ben", NOW, "not so sure"),
    ]
    store.review(reviews)
    allowed = every(store)
    assert store.scan(allowed).column("status").to_pylist() == ["proposed", "rejected", "proposed"]
    assert [s.status for s in store.statements_of("U1#1@m2", allowed)] == ["rejected"]
    assert store.reviews() == reviews


def test_a_review_of_nothing_or_with_an_unknown_word_is_refused(store: Store) -> None:
    store.add(seen("U1", "Arben Krasniqi"), recorded=NOW)
    good = Review("r1", "U1#1.1", "accepted", "ana", NOW, "known to us")
    for bad in (
        Review("r2", "U1#1.9", "accepted", "ana", NOW, "x"),
        Review("r2", "no id", "accepted", "ana", NOW, "x"),
        Review("r2", "U1#1.1", "perhaps", "ana", NOW, "x"),
        good,
    ):
        with pytest.raises(WrongUse):
            store.review([good, bad])
    assert store.reviews() == []


def test_judgements_are_appended_and_taken_back_by_another(store: Store) -> None:
    made = [
        Judgement("j1", "a", "b", Verdict.SAME, "ana", NOW, "same phone", 12.5, "phone: 1",
                  ("U1#1.1",)),
        Judgement("j2", "a", "b", Verdict.UNKNOWN, "ben", NOW, "not sure", undoes="j1"),
    ]  # fmt: skip
    store.judge(made)
    store.judge(made[:1])
    assert store.judgements() == made
    with pytest.raises(WrongUse):
        store.judge([Judgement("j1", "a", "c", Verdict.SAME, "ana", NOW, "other")])
    assert store.judgements() == made


def test_what_is_around_an_entity_is_what_the_items_that_name_it_say(store: Store) -> None:
    batches = [seen(f"U{n}", f"Person {n}") for n in range(4)]
    about = Statement("U3", 1, 9, "U0#1@m1", "Person", "alias", "Beni", "Beni")
    batches[3] = Batch(batches[3].reports, [*batches[3].statements, about])
    for batch in batches:
        store.add(batch, recorded=NOW)
    every_label = every(store)
    whole = store.scan(every_label).to_pylist()
    around = store.scan_around(["U0#1@m1", "U1#1@m2", "nobody"], every_label)
    assert around.to_pylist() == [row for row in whole if row["urn"] != "U2"]
    assert around.schema == store.scan(every_label).schema
    assert store.scan_around(["U0#1@m1"], frozenset()).num_rows == 0


def test_judgements_are_found_by_either_end(store: Store) -> None:
    made = [
        Judgement(f"j{n}", left, right, Verdict.SAME, "ana", NOW, "same phone")
        for n, (left, right) in enumerate([("a", "b"), ("b", "c"), ("d", "e")])
    ]
    store.judge(made)
    assert store.judgements_on(["b"]) == made[:2]
    assert store.judgements_on(["e", "a"]) == [made[0], made[2]]


def test_the_index_and_what_follows_from_it_are_written_together(store: Store) -> None:
    store.reset_index("rules/1")
    first = Judgement("j1", "a", "b", Verdict.SAME, "resolve/score/1", NOW, "alike")
    store.put_in_index([IndexEntry("a", (1,), "A")], [first])
    with pytest.raises(WrongUse):
        store.put_in_index([IndexEntry("b", (1,), "B")], [replace(first, reason="other")])
    assert store.found_under([1], 9) == [[1]]
    assert store.indexed([1, 2]) == [(1, "a", "A")]
    assert store.index_rules() == "rules/1"


def test_users_are_known_by_name(store: Store) -> None:
    viewer = Viewer("ana", AGENCY, frozenset({"analyst"}), frozenset({"Heron"}), 2)
    assert store.user("ana") is None
    store.put_user(Viewer("ana", AGENCY, frozenset({"officer"})))
    store.put_user(viewer)
    store.put_user(Viewer("ben", AGENCY, frozenset({"auditor"})))
    assert store.user("ana") == viewer
    assert [user.name for user in store.users()] == ["ana", "ben"]


def test_every_operation_gives_one_line_in_the_log(store: Store) -> None:
    store.put_user(Viewer("ana", AGENCY, frozenset({"analyst"})))
    store.add(seen("U1", "Arben Krasniqi"), recorded=NOW)
    numbers = [store.log(record(operation, "U1", "elsewhere")) for operation in Operation]
    lines = list(store.audit())
    assert numbers == [line["seq"] for line in lines] == [1, 2, 3, 4, 5, 6]
    assert [line["operation"] for line in lines] == list(Operation)
    assert {line["who"] for line in lines} == {"ana"}
    assert {line["purpose"] for line in lines} == {"looking around"}
    assert all(line["what"][0] == "U1" and line["what"][1] != "elsewhere" for line in lines)
    assert len(list(store.audit(about="elsewhere"))) == 6
    assert list(store.audit(about="nobody")) == []
    check = store.verify_audit()
    assert (check.size, check.faults) == (6, ())


def test_an_erased_report_is_gone_from_every_reading(store: Store) -> None:
    doomed, other = seen("U1", "Arben Krasniqi", original=True), seen("U2", "Luan Berisha")
    for batch in (doomed, other):
        store.add(batch, recorded=NOW)
    store.review([Review("r1", "U1#1.1", "accepted", "ana", NOW, "known")])
    store.judge([Judgement("j1", "U1#1@m1", "U2#1@m1", Verdict.SAME, "ana", NOW, "looks alike")])
    done = store.erase_report("U1")
    assert (done.reports, done.items, done.statements, done.originals) == (1, 1, 3, 1)
    assert (done.judgements, done.reviews, done.entities) == (1, 1, 3)
    assert scanned(store) == list(other.statements)
    assert store.report("U1", every(store)) is None
    assert store.original(doomed.reports[0].sha256) is None
    assert store.judgements() == []
    assert store.reviews() == []
    with pytest.raises(WrongUse):
        store.erase_report("U1")
    assert store.add(doomed, recorded=NOW).reports == 1
    assert scanned(store) == [*other.statements, *doomed.statements]


def test_an_erased_person_is_blacked_out_wherever_a_text_repeats_the_name(store: Store) -> None:
    doomed = seen("U1", "Arben Krasniqi", original=True)
    text = "Luan Berisha works for Arben Krasniqi."
    repeats = Batch(
        [Report("U2", "Coast Guard", (Item(1, text),))],
        [
            Statement("U2", 1, 1, "U2#1@m1", "Person", "name", "Luan Berisha", "Luan Berisha",
                      "en", 0, 12),
            Statement("U2", 1, 2, "U2#1@m2", "Person", "name", "Arben Krasniqi", "Arben Krasniqi",
                      "en", 23, 37),
        ],
    )  # fmt: skip
    for batch in (doomed, repeats):
        store.add(batch, recorded=NOW)
    done = store.erase_entity(["U1#1@m1"])
    allowed = every(store)
    assert done.originals == 1
    assert store.items(allowed).column("text").to_pylist() == [
        doomed.reports[0].items[0].text.replace("Arben Krasniqi", "█████ ████████"),
        "Luan Berisha works for █████ ████████.",
    ]
    assert scanned(store) == [doomed.statements[1], repeats.statements[0]]
    assert store.original(doomed.reports[0].sha256) is None
    assert store.statements_of("U1#1@m1", allowed) == []
    later = seen("U3", "Besnik Hoxha")
    store.add(later, recorded=NOW)
    assert scanned(store)[2:] == list(later.statements)
    assert store.counts(every(store))["statements"] == 5


def test_what_is_under_a_legal_hold_is_not_erased(store: Store) -> None:
    batch = seen("U1", "Arben Krasniqi", original=True)
    store.add(batch, recorded=NOW)
    store.hold("U1", "trial pending", True)
    assert store.holds() == {"U1": "trial pending"}
    for erase in (lambda: store.erase_report("U1"), lambda: store.erase_entity(["U1#1@m1"])):
        with pytest.raises(NotPermitted):
            erase()
    assert scanned(store) == list(batch.statements)
    assert store.original(batch.reports[0].sha256) is not None
    store.hold("U1", "", False)
    assert store.erase_report("U1").reports == 1


def test_a_hold_needs_a_report_and_a_reason(store: Store) -> None:
    with pytest.raises(WrongUse):
        store.hold("U1", "trial", True)
    store.add(seen("U1", "Arben Krasniqi"), recorded=NOW)
    with pytest.raises(WrongUse):
        store.hold("U1", " ", True)


ANY_TEXT = st.text(max_size=12) | st.sampled_from(
    ["", "a\0b", "\u202egnp.exe", "+44 7700", "№", "█"]
)
CLAIMS = st.builds(
    Statement,
    urn=st.sampled_from(["U1", "U2#3", "Ž"]),
    item=st.integers(1, 2),
    n=st.integers(1, 6),
    entity=ANY_TEXT | st.sampled_from(["U1#1@m1", "U2#3#1@m1", "gn-1"]),
    schema=st.sampled_from(["Person", "Contact", "Unheard"]),
    property=st.sampled_from(["name", "source", "summary"]),
    value=ANY_TEXT | st.sampled_from(["U1#1@m1", "gn-1"]),
    text=ANY_TEXT,
    language=st.sampled_from(["", "sr"]),
    start=st.integers(-1, 4),
    end=st.integers(-1, 9),
    extractor=ANY_TEXT,
    author=ANY_TEXT,
    status=st.sampled_from(["proposed", "accepted", "rejected"]),
    attribution=ANY_TEXT,
    valid_from=ANY_TEXT,
    valid_to=st.sampled_from(["", "2025-01-01"]),
)


@settings(max_examples=60)
@given(
    claims=st.lists(CLAIMS, max_size=12, unique_by=lambda s: s[:3]),
    texts=st.lists(ANY_TEXT, min_size=6, max_size=6),
)
@pytest.mark.parametrize("kind", STORES, ids=lambda kind: kind.name)
def test_whatever_the_text_every_field_comes_back(
    kind: Kind, tmp_path_factory, claims: list[Statement], texts: list[str]
) -> None:
    pieces = iter(texts)
    reports = [
        Report(urn, "Coast Guard", tuple(Item(number, next(pieces)) for number in (1, 2)))
        for urn in ("U1", "U2#3", "Ž")
    ]
    spoken = {(r.urn, item.number): item.text for r in reports for item in r.items}
    claims = [
        c._replace(text=spoken[c[:2]][c.start : c.end]) if c.n % 2 and c.start >= 0 else c
        for c in claims
    ]
    store = kind.create(tmp_path_factory.mktemp("law") / "node", AGENCY)
    store.add(Batch(reports, claims), recorded=NOW)
    order = {report.urn: place for place, report in enumerate(reports)}
    assert scanned(store) == sorted(claims, key=lambda s: (order[s.urn], s.item, s.n))
    for entity in {claim.entity for claim in claims}:
        own = [s for s in scanned(store) if s.entity == entity]
        assert store.statements_of(entity, every(store)) == own
    store.close()


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_batches_changes_nothing_but_the_order(
    kind: Kind, tmp_path: Path, order: tuple[int, ...]
) -> None:
    batches = [seen(f"U{n}", name) for n, name in enumerate(("Arben K", "Luan B", "Besnik H"))]
    store = kind.create(tmp_path / "node", AGENCY)
    for place in order:
        store.add(batches[place], recorded=NOW)
    expected = {s for batch in batches for s in batch.statements}
    assert set(scanned(store)) == expected
    assert len(scanned(store)) == len(expected)
    store.close()


def test_whoever_keeps_what_was_read_is_told_when_it_is_old(store: Store) -> None:
    tides = [store.tide()]
    store.add(seen("R-1", "Agim Krasniqi"), recorded=NOW)
    tides.append(store.tide())
    store.review([Review("v1", "R-1#1.1", "accepted", "ana", NOW, "seen it")])
    tides.append(store.tide())
    store.erase_report("R-1")
    tides.append(store.tide())
    assert [one.items for one in tides[:3]] == [0, 1, 1]
    assert [one.decisions for one in tides[:3]] == [0, 0, 1]
    assert [one.erasures for one in tides] == [0, 0, 0, 1]
    assert store.tide() == tides[-1]


def test_another_spelling_of_a_users_name_is_refused(store: Store) -> None:
    store.put_user(Viewer("ana", AGENCY, frozenset({"officer"})))
    store.put_user(Viewer("ana", AGENCY, frozenset({"analyst"})))
    with pytest.raises(WrongUse, match="ana already"):
        store.put_user(Viewer("ANA", AGENCY, frozenset({"supervisor"})))
    assert [user.roles for user in store.users()] == [{"analyst"}]


@pytest.mark.parametrize("name", ["", "\ud800", "an", "ANA", "ana\0", "' OR 1=1 --"])
def test_a_user_is_found_by_the_very_name(store: Store, name: str) -> None:
    store.put_user(Viewer("ana", AGENCY, frozenset({"officer"})))
    assert store.user("ana") == store.users()[0]
    assert store.user(name) is None


def test_a_forgotten_user_leaves_no_byte_but_on_what_was_decided(
    kind: Kind, tmp_path: Path
) -> None:
    store = kind.create(tmp_path / "node", AGENCY)
    store.put_user(Viewer("ana.marianovic", AGENCY, frozenset({"officer"})))
    store.access.keep(AccessRecord("account", "ana.marianovic", "ana.marianovic", {"s": "x"}))
    store.forget_user("ana.marianovic")
    assert store.user("ana.marianovic") is None
    assert store.access.of("account") == []
    with pytest.raises(WrongUse):
        store.forget_user("ana.marianovic")
    store.close()
    files = [path for path in (tmp_path / "node").rglob("*") if path.is_file()]
    assert not [path for path in files if b"marianovic" in path.read_bytes()]
