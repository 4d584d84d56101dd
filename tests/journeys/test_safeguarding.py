"""One agency counts a person among those being moved; another calls the same person a suspect."""

from pathlib import Path

import pytest

MOVED = """date,place,direction,name,nationality,birth_date,phone,document,persons
2025-03-01,Gate One,entry,Mahmud Halilov,SY,1991-04-07,+381 64 555 01 42,N 1234567,1
2025-03-01,Gate One,entry,Sara Nevidljiva,SY,1993-05-08,+381 64 555 01 43,N 7654321,1
"""
SUSPECTS = """id,name,birth_date,document,with,category
S-1,Махмуд Халилов,,n1234567,S-2,suspect
S-2,Goran Izmišljeni,1980-01-02,RS555666,S-3,suspect
S-3,Petar Neznani,1981-02-03,RS555777,S-1,suspect
"""
MAPPING = """
key_prefix: tisa
report: {originator: Tisa Police, urn: TP 7}
entities:
  other: {schema: Person, key: with}
  person:
    schema: Person
    key: id
    properties: {name: {column: name}, birthDate: {column: birth_date}}
    category: {column: category, case: Tisa, author: K. Tisa, reason: seen driving}
  document:
    schema: Identification
    key: document
    properties: {holder: {entity: person}, number: {column: document}}
  contact:
    schema: Contact
    properties: {source: {entity: person}, target: {entity: other}}
"""
NAME = "Махмуд Халилов"
REST = {"Goran Izmišljeni", "Petar Neznani"}


@pytest.fixture
def moved(tmp_path: Path) -> Path:
    path = tmp_path / "crossings.csv"
    path.write_text(MOVED, encoding="utf-8")
    return path


@pytest.fixture
def suspects(tmp_path: Path) -> Path:
    path = tmp_path / "suspects.csv"
    path.write_text(SUSPECTS, encoding="utf-8")
    Path(f"{path}.mapping.yml").write_text(MAPPING, encoding="utf-8")
    return path


def ranked(headwater, node) -> set[str]:
    rows = headwater("analyse", "organisers.ranking", *node, "--json").json["rows"]
    return {row["name"] for row in rows}


def first(headwater, node) -> dict:
    return headwater("review", *node, "--json").json["queue"][0]


def fingerprint(headwater, node) -> str:
    return headwater("picture", *node, "--json").json["picture"]


def categorise(headwater, node, who: str, category: str) -> str:
    """Decide, and give back the URN of the decision."""
    reason = ("--case", "Tisa", "--reason", "the two agencies compared their originals")
    done = headwater("categorise", who, category, *reason, *node, "--json")
    assert done.code == 0, done.err
    return done.json["report"]


def test_who_is_recorded_as_being_moved_leaves_the_ranking_until_a_human_decides(
    headwater, node, moved, suspects, tmp_path
):
    assert headwater("add", suspects, *node).code == 0
    before = fingerprint(headwater, node)
    assert ranked(headwater, node) == {NAME, *REST}

    receipt = headwater("add", moved, *node, "--json").json["receipt"]
    assert receipt["refusals"] == 0
    assert ranked(headwater, node) == REST
    asked = first(headwater, node)
    assert f"{NAME}: this suspect may be recorded by another agency as being moved" in asked["what"]
    assert "the document agrees" in asked["why"]
    for told in (str(asked), headwater("review", *node).out):
        assert "Gate One" not in told
        assert "crossings" not in told
        assert "Mahmud" not in told

    decision = categorise(headwater, node, asked["id"], "suspect")
    assert ranked(headwater, node) == {NAME, *REST}
    assert "recorded by another agency" not in headwater("review", *node).out

    headwater("review", "reject", f"{decision}#1.2", "--reason", "too quick", *node)
    assert ranked(headwater, node) == REST
    assert first(headwater, node)["id"] == asked["id"]
    headwater("review", "undo", f"{decision}#1.2", "--reason", "it was right", *node)
    assert ranked(headwater, node) == {NAME, *REST}

    for urn in (decision, *urns_of(headwater, node, "crossings.csv")):
        assert headwater("erase", urn, "--reason", "sent in error", *node).code == 0
    assert ranked(headwater, node) == {NAME, *REST}
    assert fingerprint(headwater, node) == before


def urns_of(headwater, node, file: str) -> list[str]:
    import pyarrow.parquet as pq

    out = Path(node[1]).parent / "out"
    assert headwater("picture", "--out", out, *node).code == 0
    rows = pq.read_table(out / "reports.parquet").to_pylist()
    return [row["urn"] for row in rows if row["file"] == file]


def test_a_decision_from_before_the_question_does_not_answer_it(headwater, node, moved, suspects):
    headwater("add", suspects, *node)
    categorise(headwater, node, NAME, "suspect")
    before = fingerprint(headwater, node)
    headwater("add", moved, *node)
    assert ranked(headwater, node) == REST
    (urn,) = urns_of(headwater, node, "crossings.csv")
    assert headwater("erase", urn, "--reason", "recalled by its agency", *node).code == 0
    assert ranked(headwater, node) == {NAME, *REST}
    assert fingerprint(headwater, node) == before


def test_the_order_in_which_the_two_come_in_does_not_matter(headwater, node, moved, suspects):
    headwater("add", moved, *node)
    headwater("add", suspects, *node)
    assert ranked(headwater, node) == REST
    categorise(headwater, node, first(headwater, node)["id"], "being_moved")
    assert ranked(headwater, node) == REST
    assert "recorded by another agency" not in headwater("review", *node).out


def test_no_export_names_who_waits_for_the_answer(headwater, node, moved, suspects, tmp_path):
    headwater("add", suspects, moved, *node)
    aside = (*node[:4], "--purpose", "general: overview")
    assert headwater("picture", "--out", tmp_path / "out", *aside).code == 0
    brief = tmp_path / "brief.md"
    assert headwater("brief", "--out", brief, *aside).code == 0
    for path in (*(tmp_path / "out").iterdir(), brief):
        content = path.read_bytes()
        assert NAME.encode() not in content, path.name
        assert "Халилов".encode() not in content, path.name
    assert b"Goran" in brief.read_bytes()
