"""Erasure down to the bytes of every file in the node's directory."""

import pytest

from headwater.model import Handling, Item, Judgement, Refusal, Report, Review, Statement, Verdict
from headwater.safeguard import AuditRecord, Operation
from headwater.store import Batch
from tests.conformance.stores import NOW, every, seen

NAME = "Zoran Ćirković"
PHONE = "+381607654321"
CODES = ("utf-8", "utf-16-le", "utf-16-be")


def left_on_disk(node, *words):
    files = {path: path.read_bytes() for path in node.rglob("*") if path.is_file()}
    assert len(files) >= 3
    return [
        f"{word} in {path.name} as {code}"
        for path, content in files.items()
        for word in words
        for code in CODES
        if word.encode(code) in content
    ]


def padding(first: int, count: int) -> Batch:
    """Other people's reports, so that the erased rows lie in the middle of pages."""
    batches = [seen(f"P{n}", f"Person {n}") for n in range(first, first + count)]
    return Batch([b.reports[0] for b in batches], [s for b in batches for s in b.statements])


def interview(urn: str, *, original: bytes = b"") -> Batch:
    from hashlib import sha256

    digest = sha256(original).hexdigest() if original else ""
    text = f"{NAME} gave the number {PHONE}. " + "He spoke of the Heron landing at length. " * 200
    end = len(NAME)
    person = f"{urn}#1@m1"
    start = text.index(PHONE)
    return Batch(
        [Report(urn, "Coast Guard", (Item(1, text, provenance=f"from {NAME}"),),
                title=f"Interview of {NAME}", file=f"{NAME}.txt", sha256=digest)],
        [
            Statement(urn, 1, 1, person, "Person", "name", NAME, NAME, "sr", 0, end),
            Statement(urn, 1, 2, person, "Person", "phone", PHONE, PHONE, "", start,
                      start + len(PHONE)),
            Statement(urn, 1, 3, person, "Person", "notes", "spoke of the Heron landing",
                      attribution=NAME),
        ],
        [Refusal(f"{NAME}.txt", "line 9", "a date", f"{NAME} gave no year", urn=urn)],
        originals={digest: original} if original else {},
    )  # fmt: skip


def consult(store, purpose):
    store.log(AuditRecord(Operation.CONSULTATION, "ana", NOW, purpose, ("U1",)))


def test_no_byte_of_an_erased_report_is_left(store, node):
    store.add(padding(0, 200), recorded=NOW)
    store.add(interview("U1", original=f"Interview of {NAME}".encode("utf-16")), recorded=NOW)
    store.add(padding(200, 200), recorded=NOW)
    store.review([Review("r1", "U1#1.1", "accepted", "ana", NOW, f"{NAME} is known")])
    store.judge([Judgement("j1", "P1#1@m1", "U1#1@m1", Verdict.SAME, "ana", NOW, f"{NAME}!")])
    consult(store, f"who is {NAME}")
    assert left_on_disk(node, NAME, PHONE)
    done = store.erase_report("U1")
    assert left_on_disk(node, NAME, PHONE, "Heron landing") == []
    assert (done.log_texts, done.refusals, done.judgements, done.reviews) == (1, 1, 1, 1)
    assert store.counts(every(store))["statements"] == 1_200
    assert store.verify_audit().faults == ()


def test_no_byte_of_an_erased_person_is_left(store, node):
    store.add(padding(0, 200), recorded=NOW)
    store.add(interview("U1", original=f"Interview of {NAME}".encode()), recorded=NOW)
    other = Batch(
        [Report("U2", "Customs", (Item(1, f"the van of {NAME}, {PHONE}"),), title=f"Re {NAME}")],
        [Statement("U2", 1, 1, "U2#1@m1", "Vehicle", "summary", f"van of {NAME}", "the van",
                   attribution=f"a cousin of {NAME}")],
        [Refusal("calls.csv", f"row of {NAME}", "a date", "no year")],
    )  # fmt: skip
    store.add(other, recorded=NOW)
    store.review([Review("r1", "U2#1.1", "accepted", "ana", NOW, f"{NAME} owns it")])
    store.judge(
        [
            Judgement("j1", "P1#1@m1", "U1#1@m1", Verdict.SAME, "ana", NOW, "same phone"),
            Judgement("j2", "P1#1@m1", "P2#1@m1", Verdict.SAME, "ana", NOW, f"{NAME} says so"),
        ]
    )
    consult(store, f"who is {NAME}")
    consult(store, "something else")
    done = store.erase_entity(["U1#1@m1"])
    assert left_on_disk(node, NAME, PHONE) == []
    assert (done.statements, done.originals, done.log_texts, done.judgements) == (3, 1, 1, 1)
    allowed = every(store)
    assert [j.reason for j in store.judgements()] == ["█████ ████████ says so"]
    assert [line["purpose"] for line in store.audit()] == [None, "something else"]
    (left,) = store.statements_of("U2#1@m1", allowed)
    assert (left.value, left.attribution) == (
        "van of █████ ████████",
        "a cousin of █████ ████████",
    )
    report = store.report("U1", allowed)
    assert report is not None
    assert report.sha256 == ""
    assert report.items[0].text.count("at length") == 200
    assert store.verify_audit().faults == ()
    assert store.add(interview("U1"), recorded=NOW).refused_urns == ("U1",)


def test_what_others_said_stays_in_its_place(store):
    batch = seen("U1", "Arben Krasniqi")
    store.add(batch, recorded=NOW)
    store.erase_entity(["U1#1@m1"])
    (companion,) = store.statements_of("U1#1@m2", every(store))
    assert companion == batch.statements[1]


def test_an_original_that_several_reports_share_goes_with_the_first_of_them(store):
    one, other = interview("U1", original=b"both"), interview("U2", original=b"both")
    for batch in (one, other):
        store.add(batch, recorded=NOW)
    store.hold("U2", "trial", True)
    with pytest.raises(Exception, match="legal hold"):
        store.erase_report("U1")
    assert store.original(one.reports[0].sha256) == b"both"
    store.hold("U2", "", False)
    store.erase_report("U1")
    assert store.original(one.reports[0].sha256) is None
    found = store.report("U2", every(store))
    assert found is not None
    assert found.sha256 == ""


def test_an_original_that_only_repeats_the_name_is_destroyed_too(store):
    store.add(interview("U1"), recorded=NOW)
    crossing = interview("U2", original=f"name\n{NAME}\n".encode())
    table = Report("U2", "Customs", (Item(1, "persons: 4"),), sha256=crossing.reports[0].sha256)
    store.add(Batch([table], [], originals=crossing.originals), recorded=NOW)
    assert store.erase_entity(["U1#1@m1"]).originals == 1
    assert store.original(table.sha256) is None


def test_labels_and_kinds_that_nothing_uses_are_forgotten(store, node):
    words = Handling("C", conditions="ask Inspector Quillfeather")
    store.add(seen("U1", "Arben Krasniqi", handling=words), recorded=NOW)
    store.erase_report("U1")
    assert store.labels() == {}
    assert left_on_disk(node, "Quillfeather", "a fisherman") == []


def test_a_mention_that_other_reports_speak_of_is_erased_there_too(store):
    named = seen("U1", "Arben Krasniqi")
    elsewhere = [
        Statement("U2", 1, 1, "U1#1@m1", "Person", "alias", "Beni", "Beni"),
        Statement("U2", 1, 2, "U2#1@m1", "Contact", "source", "U1#1@m1", "his friend"),
        Statement("U2", 1, 3, "U2#1@m1", "Contact", "target", "U1#1@m2", "the other"),
    ]
    store.add(named, recorded=NOW)
    store.add(Batch([Report("U2", "Customs", (Item(1, "a word"),))], elsewhere), recorded=NOW)
    done = store.erase_entity(["U1#1@m1"])
    allowed = every(store)
    assert (done.statements, done.entities) == (4, 2)
    assert store.statements_of("U1#1@m1", allowed) == []
    assert store.statements_of("U2#1@m1", allowed) == [elsewhere[2]]
    assert store.statements_of("U1#1@m2", allowed) == [named.statements[1]]
