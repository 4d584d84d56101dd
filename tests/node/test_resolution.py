"""A node keeps up with who is one person, and says what it did."""

from headwater.model import Verdict
from headwater.node import (
    add_reports,
    categorise,
    decide,
    erase,
    resolve_entities,
    see_picture,
)
from headwater.store import Batch

PHONE = "+381 64 1112223"
TEXT = "URN: {urn}\nOriginator: Drava Unit\n\n1. {name}, phone {phone}, was seen. [2D-P]\n"


def report(folder, urn, name, phone=PHONE):
    path = folder / f"{urn}.txt"
    path.write_text(TEXT.format(urn=urn, name=name, phone=phone), encoding="utf-8")
    return path


def joins(node):
    return [j for j in node.store.judgements() if j.verdict is Verdict.SAME]


def test_the_receipt_says_who_was_joined_and_who_was_put_to_review(node, tmp_path):
    add_reports(node, [report(tmp_path, "IR1", "Arben Krasniqi")])
    same = add_reports(node, [report(tmp_path, "IR2", "Arben Krasniqi")])
    other = add_reports(node, [report(tmp_path, "IR3", "Zoran Petrov")])
    assert (same.merged, other.merged) == (1, 0)
    assert other.to_review >= 1
    assert {"combination"} <= {entry["operation"] for entry in node.store.audit()}


def test_no_count_tells_whether_a_phone_stands_in_a_report_that_one_may_not_see(node, tmp_path):
    add_reports(node, [report(tmp_path, "IR1", "Arben Krasniqi")])
    _hide(node, "IR1")
    same = add_reports(node, [report(tmp_path, "IR2", "Arben Krasniqi")])
    other = add_reports(node, [report(tmp_path, "IR3", "Zoran Petrov", "+381 64 9998887")])
    assert (same.merged, same.to_review) == (other.merged, other.to_review) == (0, 0)
    assert len(joins(node)) == 1  # it is joined all the same, for whoever sees both


def _hide(node, urn):
    """Put a report into a compartment in which nobody is."""
    everything = frozenset(node.store.labels())
    told = node.store.report(urn, everything)
    said = [
        one
        for item in told.items
        for one in node.store.parts.said_in(urn, everything, [item.number])
    ]
    node.store.erase_report(urn)
    batch = Batch([told], said, compartment="mill", clearance=3)
    node.store.add(batch, recorded="2026-11-22T12:00:00+00:00")
    resolve_entities(node)


def test_looking_everybody_up_again_changes_nothing(node, tmp_path):
    names = ["Arben Krasniqi", "Arben Krasniqi", "Zoran Petrov", "Зоран Петров"]
    paths = [report(tmp_path, f"IR{n}", name) for n, name in enumerate(names)]
    for path in paths:
        add_reports(node, [path])
    before, seen = node.store.judgements(), see_picture(node).fingerprint
    told = []
    done = resolve_entities(node, anew=True, progress=lambda done, all_: told.append((done, all_)))
    assert (done.joined, done.to_review, done.withdrawn) == (0, 0, 0)
    assert node.store.judgements() == before
    assert see_picture(node).fingerprint == seen
    assert told[-1][0] == told[-1][1]


def test_undoing_every_join_brings_the_earlier_picture_back(node, tmp_path):
    apart = {"IR1": "+381 64 1112223", "IR2": "+381 64 4445556"}
    paths = [report(tmp_path, urn, "Arben Krasniqi", phone) for urn, phone in apart.items()]
    add_reports(node, paths)
    entities = [
        row["entity"]
        for row in node.store.scan(node.allowed()).to_pylist()
        if row["property"] == "name" and row["value"] == "Arben Krasniqi"
    ]
    before = see_picture(node).fingerprint
    (made,) = decide(node, "same", entities, "the same scar")
    assert see_picture(node).fingerprint != before
    decide(node, "undo", [made], "two cousins")
    assert see_picture(node).fingerprint == before


def test_a_join_falls_with_what_it_rests_on(node, tmp_path):
    paths = [report(tmp_path, urn, "Arben Krasniqi") for urn in ("IR1", "IR2")]
    add_reports(node, paths)
    (join,) = joins(node)
    decide(node, "reject", [join.evidence[0]], "misread")
    assert any(one.undoes == join.id for one in node.store.judgements())


def test_an_erasure_leaves_nothing_to_find(node, tmp_path):
    add_reports(node, [report(tmp_path, urn, "Arben Krasniqi") for urn in ("IR1", "IR2")])
    entity = joins(node)[0].left
    categorise(node, entity, "suspect", "Drava", "known")
    erase(node, "IR1", "order of a court")
    held = [text for _, name, text in node.store.indexed(range(1, 50)) if name.startswith("IR1")]
    assert held == []
    assert joins(node) == []
