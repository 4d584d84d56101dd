"""An analyst's day: one man in two scripts is seen, decided on, undone; a table is resolved."""

import csv
from pathlib import Path

import pytest

LATIN = "id,name,birth_date,phone\nN1,Samir AL-QASABAWI,1984-05-17,+381 64 555 01 17\n"
ARABIC = "id,name,birth_date,phone\nA7,سامر القصباوي,17.05.1984,+355 69 555 0142\n"
FIRST, SECOND = "Samir AL-QASABAWI", "سامر القصباوي"

TABLE = """id,name,category,birth_date,phone,country
1,Samir AL-QASABAWI,suspect,1984-05-17,+381645550117,IQ
2,سامر القصباوي,suspect,17.05.1984,+381645550117,IQ
3,Горан Дреновац,suspect,1971-11-02,,RS
4,Goran DRENOVAC,suspect,2.11.1971,,RS
5,Samir AL-QASABAWI,victim,1984-05-17,+381645550117,IQ
6,Samer Qasabawy,,1984-05-17,+381645550117,IQ
7,unknown,suspect,,,
8,"too few
"""


@pytest.fixture
def two_lists(tmp_path, headwater, node) -> tuple[str, ...]:
    """A node that two agencies' lists came into; the options that name it."""
    paths = [tmp_path / "drava.csv", tmp_path / "tigris.csv"]
    for path, text in zip(paths, (LATIN, ARABIC), strict=True):
        path.write_text(text, encoding="utf-8")
    assert headwater("add", *paths, *node).code == 0
    return node


def pairs(headwater, node) -> list[dict]:
    queue = headwater("review", *node, "--json").json["queue"]
    return [entry for entry in queue if entry["kind"] == "pair"]


def fingerprint(headwater, node) -> str:
    return headwater("picture", *node, "--json").json["picture"]


def people(headwater, node) -> int:
    """Persons in the queue of those without a category: one each."""
    return len(headwater("review", "--people", *node, "--json").json["queue"])


def categorise(headwater, node, name: str, category: str) -> str:
    decision = (name, category, "--case", "Drava", "--reason", "known from the file")
    done = headwater("categorise", *decision, *node)
    assert done.code == 0, done.err
    return done.out


def test_one_man_in_two_scripts_is_put_before_the_analyst_letter_by_letter(headwater, two_lists):
    (pair,) = pairs(headwater, two_lists)
    shown = headwater("review", *two_lists).out
    assert FIRST in pair["what"]
    assert SECOND in pair["what"]
    assert "QASABAWI" in shown
    assert "\N{FIRST STRONG ISOLATE}ق\N{POP DIRECTIONAL ISOLATE}:q" in shown  # the letters met
    assert "birth_date: same day" in shown
    assert "among 100000 records" in shown  # as the look-up weighed, not as it suits a small node
    assert "altogether: +" in shown
    assert "A person has to decide" in shown


def test_a_decision_makes_one_person_and_undoing_it_the_same_picture(headwater, two_lists):
    before = fingerprint(headwater, two_lists)
    assert people(headwater, two_lists) == 2
    (pair,) = pairs(headwater, two_lists)
    done = headwater(
        "review", "same", pair["id"], "--reason", "both lists: one passport photograph",
        *two_lists, "--json",
    )  # fmt: skip
    assert done.code == 0, done.out
    assert fingerprint(headwater, two_lists) != before
    assert people(headwater, two_lists) == 1
    assert pairs(headwater, two_lists) == []
    (joined,) = headwater("review", "--joined", *two_lists, "--json").json["queue"]
    assert "one passport photograph" in str(joined)
    undo = headwater("review", "undo", joined["id"], "--reason", "two cousins", *two_lists)
    assert undo.code == 0, undo.err
    assert people(headwater, two_lists) == 2
    assert fingerprint(headwater, two_lists) == before


@pytest.mark.parametrize("category", ["being_moved", "victim", "witness"])
def test_nobody_who_is_protected_is_put_before_anybody_by_a_score(headwater, two_lists, category):
    said = categorise(headwater, two_lists, FIRST, category)
    assert "took back 1 judgement made earlier" in said
    assert pairs(headwater, two_lists) == []
    headwater("resolve", *two_lists)
    assert pairs(headwater, two_lists) == []
    shown = headwater("review", *two_lists).out
    assert "bits" not in shown


def test_the_order_of_arrival_and_resolving_again_change_nothing(headwater, two_lists):
    before, asked = fingerprint(headwater, two_lists), pairs(headwater, two_lists)
    again = headwater("resolve", *two_lists, "--json")
    assert again.code == 0
    assert pairs(headwater, two_lists) == asked
    assert fingerprint(headwater, two_lists) == before


def test_a_table_is_resolved_across_scripts_and_what_cannot_be_taken_is_named(headwater, tmp_path):
    path, out = tmp_path / "people.csv", tmp_path / "clusters.csv"
    path.write_text(TABLE, encoding="utf-8")
    answer = headwater("resolve", path, "--out", out, "--json")
    assert answer.code == 1
    cluster = clusters(out)
    assert (cluster["2"], cluster["4"]) == ("1", "3")
    for alone in "567":  # a victim, one about whom nobody decided, one without a name
        assert cluster[alone] == alone
    assert {refusal["position"] for refusal in answer.json["refusals"]} == {"line 8", "line 9"}


def test_a_table_without_categories_waits_for_one_to_be_assumed(headwater, tmp_path):
    path, out = tmp_path / "people.csv", tmp_path / "clusters.csv"
    path.write_text("id,name\n1,Samir AL-QASABAWI\n2,سامر القصباوي\n", encoding="utf-8")
    refused = headwater("resolve", path, "--out", out, "--json")
    assert refused.code == 2
    assert "--assume-category" in refused.json["error"]["do"]
    assert not out.exists()
    taken = headwater("resolve", path, "--out", out, "--assume-category", "suspect", "--json")
    assert taken.code == 0
    assert any("assumed" in caveat for caveat in taken.json["caveats"])


def clusters(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["cluster"] for row in csv.DictReader(file)}
