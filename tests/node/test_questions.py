"""The question that comes first, its answer, and what the node's folder holds of the row."""

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from headwater.model import Item, Report, WrongUse
from headwater.node import (
    Settings,
    add_reports,
    categorise,
    erase,
    make_node,
    review_due,
)
from headwater.node.queue import retention
from headwater.node.review import Chosen, look_ahead, review_queue
from headwater.safeguard.traces import Identifier, Trace
from headwater.store import Batch
from tests.conformance.stores import NOW

MOVED = "date,place,direction,name,birth_date,phone,document\n"
LISTED = "person,category,case,author,reason,phone\n"


def bring(node, folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    add_reports(node, [path])


@pytest.fixture
def waiting(node, tmp_path):
    """A node of six suspects, all counted among people being moved."""
    numbers = [f"+3816455{n}{n}{n}{n}{n}" for n in range(6)]
    names = ["Omar Hidden", "Arben Kola", "Goran Tmurni", "Lina Zorić", "Besnik Dardha", "Ivo Peh"]
    both = list(zip(names, numbers, strict=True))
    rows = (f"{name},suspect,A,Officer,seen,{phone}\n" for name, phone in both)
    bring(node, tmp_path, "list.csv", LISTED + "".join(rows))
    rows = (f"2025-03-01,Gate One,entry,{name},,{phone},\n" for name, phone in both)
    bring(node, tmp_path, "log.csv", MOVED + "".join(rows))
    bring(node, tmp_path, "rest.csv", "id,name\nN-1,Goran Undecided\n")
    return node


def test_questions_come_before_all_else_and_are_paged_with_it(waiting):
    whole = review_queue(waiting, 50)
    asked = [entry for entry in whole.entries if "this suspect may be" in entry.what]
    assert whole.entries[:6] == asked
    assert len(asked) == 6
    assert whole.waiting["category"] == 7
    paged, after = [], ""
    for _ in range(20):
        page = review_queue(waiting, 2, after=after)
        paged += page.entries
        if not page.more:
            break
        after = page.entries[-1].id
    assert [entry.id for entry in paged] == [entry.id for entry in whole.entries]
    found = review_queue(waiting, 50, "ГОРАН tmurni")
    assert [entry.what[:12] for entry in found.entries] == ["Goran Tmurni"]
    assert review_queue(waiting, 50, kind="people").entries[:6] == asked
    assert not review_queue(waiting, 50, only="pair").entries
    assert review_queue(waiting, 50, only="category").entries == whole.entries


def test_the_question_shows_the_suspects_own_sentence_and_nothing_of_the_row(waiting):
    entry = review_queue(waiting, 1).entries[0]
    assert entry.what.partition(":")[0] in entry.sources[0].sentence.replace(">>", "").replace(
        "<<", ""
    )
    assert "Gate" not in str(entry)
    assert "log.csv" not in str(entry)


def test_an_answer_settles_it_until_another_row_comes(waiting, tmp_path):
    entry = review_queue(waiting, 1).entries[0]
    for _ in range(2):
        categorise(waiting, entry.id, "suspect", "A", "compared with the original")
        assert entry.id not in {one.id for one in review_queue(waiting, 50).entries}
    phone = next(s.value for s in waiting.store.statements_of(entry.id, waiting.allowed())
                 if s.property == "phone")  # fmt: skip
    bring(waiting, tmp_path, "log2.csv", f"{MOVED}2025-04-01,Gate Two,entry,X Y,,{phone},\n")
    assert entry.id in {one.id for one in review_queue(waiting, 50).entries}


def test_whoever_does_not_see_the_row_is_not_asked_and_answers_nothing(node, tmp_path):
    phone = "+381645550142"
    bring(node, tmp_path, "list.csv", f"{LISTED}Omar Hidden,suspect,A,Officer,seen,{phone}\n")
    report = Report("BP 1", "Border Post", (Item(1, "persons: 1"),))
    trace = Trace("BP 1", 1, 1, Identifier("phone", phone))
    node.store.add(Batch([report], [], traces=[trace], compartment="Heron"), recorded=NOW)
    member = replace(node, viewer=replace(node.viewer, compartments=frozenset({"Heron"})))

    (entry,) = asked_of(member)
    assert asked_of(node) == []
    categorise(node, entry.id, "suspect", "A", "known to us")
    assert asked_of(member) == [entry]
    categorise(member, entry.id, "suspect", "A", "compared with the original")
    assert asked_of(member) == []


def test_a_first_decision_on_somebody_who_meets_a_row_is_told_so_at_once(node, tmp_path):
    bring(node, tmp_path, "log.csv", f"{MOVED}2025-03-01,Gate One,entry,X Y,,+381645550142,\n")
    bring(node, tmp_path, "own.csv", "id,name,phone\nB1,Omar Hidden,+381645550142\n")
    bring(node, tmp_path, "other.csv", "id,name,phone\nB2,Ivo Peh,+381645550199\n")
    assert categorise(node, "Omar Hidden", "suspect", "A", "drove").asked == "phone"
    assert len(asked_of(node)) == 1
    assert categorise(node, "Omar Hidden", "suspect", "A", "compared").asked == ""
    assert categorise(node, "Ivo Peh", "suspect", "A", "drove").asked == ""


def test_whoever_has_no_category_and_meets_a_row_stands_first_and_once(node, tmp_path):
    rows = "".join(f"N-{n},Ana Kos{n},\n" for n in range(4))
    bring(node, tmp_path, "own.csv", f"id,name,phone\n{rows}Z-9,Omar Hidden,+381645550142\n")
    waited = review_queue(node, 50)
    bring(node, tmp_path, "log.csv", f"{MOVED}2025-03-01,Gate One,entry,X Y,,+381645550142,\n")
    whole = review_queue(node, 50)
    first = whole.entries[0]
    assert first.what.startswith("Omar Hidden: this person may be recorded by another agency")
    assert sorted(one.id for one in whole.entries) == sorted(one.id for one in waited.entries)
    assert whole.waiting == waited.waiting
    assert review_queue(node, 50, kind="people").entries[0] == first
    paged, after = [], ""
    for _ in range(9):
        page = review_queue(node, 2, after=after)
        paged += page.entries
        if not page.more:
            break
        after = page.entries[-1].id
    assert [entry.id for entry in paged] == [entry.id for entry in whole.entries]


def asked_of(node) -> list:
    return [entry for entry in review_queue(node, 9).entries if "may be recorded" in entry.what]


def oversight_urn(node) -> str:
    rows = node.store.reports(frozenset(node.store.labels())).to_pylist()
    return next(row["urn"] for row in rows if row["file"] == "log.csv")


def test_a_table_of_people_being_moved_is_reviewed_as_one_that_holds_them(waiting, monkeypatch):
    monkeypatch.setattr(retention, "today", lambda: date(2040, 1, 1))
    due = {row["urn"]: row["why"] for row in review_due(waiting)}
    assert due[oversight_urn(waiting)] == "protected people"


def test_statements_about_who_waits_are_decided_one_by_one(waiting):
    with pytest.raises(
        WrongUse, match="42 statements may protect somebody"
    ):  # names and phones too
        look_ahead(waiting, "reject", Chosen(file="list.csv"))


LETTERS = st.text(alphabet="bdfgklmnprštzаджклмрхجحدمن", min_size=5, max_size=9)
ROWS = st.lists(
    st.tuples(
        st.tuples(LETTERS, LETTERS).map(" ".join),
        st.dates(date(1950, 1, 1), date(2015, 1, 1)).map(date.isoformat),
        st.integers(600_000_000, 699_999_999).map("+381{}".format),
        st.integers(10**8, 10**9).map("Q{}".format),
    ),
    min_size=1,
    max_size=6,
)


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=ROWS)
def test_whatever_the_rows_no_byte_of_them_lies_in_the_folder_and_erasure_takes_the_digests(
    tmp_path_factory, rows
):
    folder = tmp_path_factory.mktemp("law")
    node = make_node(folder / "node", "Drava Hub", Settings("mira", None, 1), purpose="test")
    table = io.StringIO()
    csv.writer(table).writerows(
        [MOVED.strip().split(","), *(("2025-03-01", "Gate One", "entry", *row) for row in rows)]
    )
    bring(node, folder, "log.csv", table.getvalue())
    urn = oversight_urn(node)
    assert node.store.traced_reports(node.allowed()) == {urn}
    content = bytes_of(folder / "node")
    words = {part for name, *rest in rows for part in (*name.split(), *rest)}
    words |= {phone.lstrip("+") for *_, phone, _ in rows}
    assert [word for word in words if word.encode() in content] == []
    erase(node, urn, "sent in error")
    assert node.store.traced_reports(node.allowed()) == frozenset()
    left = node.store._reader.execute("SELECT count(*) FROM trace").fetchone()[0]
    assert left == 0
    node.close()
