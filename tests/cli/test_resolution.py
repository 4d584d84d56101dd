import csv
import json

import pytest

from headwater.cli.program import run
from headwater.cli.resolution import resolved_line
from headwater.node import Resolved

TABLE = """id,name,category,birth_date,phone
1,Goran Perić,suspect,1980-02-03,+38164123456
2,Горан Перић,suspect,3.2.1980,+38164123456
3,Ana Lukić,victim,1990-01-02,
4,N.N.,suspect,,
5,too,few
"""


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def test_a_plain_table_becomes_clusters_and_bad_rows_are_named(table, tmp_path, capsys):
    out, questions = tmp_path / "clusters.csv", tmp_path / "review.csv"
    command = ["resolve", str(table), "--out", str(out), "--review", str(questions)]
    assert run(command) == 1
    said = capsys.readouterr().out
    assert "people.csv, line 5" in said
    assert "people.csv, line 6" in said
    found = rows(out)
    assert list(found) == ["1", "2", "3", "4"]
    assert found["2"]["cluster"] == "1"
    assert float(found["2"]["weight"]) > 0
    assert (found["2"]["probability"], found["2"]["sure"]) == ("0.9999", "yes")
    assert found["3"] == dict.fromkeys(found["2"], "") | {"id": "3", "cluster": "3"}
    with questions.open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file))[:4] == ["left", "right", "left_name", "right_name"]


def test_the_json_document_holds_refusals_notes_and_caveats(table, tmp_path, capsys):
    assert run(["resolve", str(table), "--out", str(tmp_path / "c.csv"), "--json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert (document["records"], document["persons"]) == (4, 3)
    assert [refusal["position"] for refusal in document["refusals"]] == ["line 5", "line 6"]
    assert any("comes back alone" in caveat for caveat in document["caveats"])


def test_a_contradiction_within_a_cluster_stands_beside_its_members(tmp_path, capsys):
    path, out = tmp_path / "people.csv", tmp_path / "clusters.csv"
    path.write_text(
        "id,name,category,birth_date,phone\n"
        "1,Goran Perić,suspect,1980-02-03,+38164123456\n"
        "2,Горан Перић,suspect,1990-02-03,+38164123456\n"
        "3,Ana Lukić,suspect,1990-01-02,\n",
        encoding="utf-8",
    )
    assert run(["resolve", str(path), "--out", str(out)]) == 0
    found = rows(out)
    assert found["1"]["cluster"] == found["2"]["cluster"]
    for record in ("1", "2"):
        assert found[record]["contradictions"] == "the years of birth lie more than one apart"
        assert found[record]["sure"] == "no"
    assert found["3"]["contradictions"] == ""
    assert "1 cluster held together against a contradiction" in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_named_before_anything_is_compared(table, tmp_path, capsys):
    assert run(["resolve", str(table), "--out", str(tmp_path / "gone" / "c.csv")]) == 2
    assert "no such folder" in capsys.readouterr().err


def test_a_table_without_categories_is_refused_until_one_is_assumed(tmp_path, capsys):
    path = tmp_path / "people.csv"
    path.write_text("id,name\n1,Goran Perić\n2,Goran Peric\n", encoding="utf-8")
    command = ["resolve", str(path), "--out", str(tmp_path / "c.csv")]
    assert run(command) == 2
    assert "--assume-category" in capsys.readouterr().err
    assert run([*command, "--assume-category", "suspect"]) == 0
    assert "assumed to be suspect" in capsys.readouterr().out


def test_a_category_is_never_assumed_where_the_file_names_people_to_protect(tmp_path, capsys):
    path = tmp_path / "people.csv"
    path.write_text("id,name,role\n1,Goran Perić,victim\n", encoding="utf-8")
    command = ["resolve", str(path), "--out", str(tmp_path / "c.csv")]
    assert run([*command, "--assume-category", "suspect"]) == 3
    assert "column role" in capsys.readouterr().err


def test_a_table_needs_somewhere_to_go(table, capsys):
    assert run(["resolve", str(table)]) == 2
    assert "--out" in capsys.readouterr().err


@pytest.mark.parametrize(
    "named",
    [
        ["--out", "people.csv"],
        ["--out", "c.csv", "--review", "people.csv"],
        ["--out", "c.csv", "--review", "c.csv"],
        ["--out", "ties.csv", "--links", "ties.csv"],
        ["--out", "ties.csv", "--movements", "ties.csv"],
    ],
)
def test_nothing_that_is_read_is_written_over(table, tmp_path, monkeypatch, capsys, named):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ties.csv").write_text("source,target\n1,2\n", encoding="utf-8")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert run(["resolve", "people.csv", *named]) == 2
    assert "name another" in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_the_questions_name_both_people_and_nobody_protected(tmp_path):
    path, out, questions = (tmp_path / f"{name}.csv" for name in ("people", "out", "questions"))
    path.write_text(
        "id,name,category\n1,Goran Perić,suspect\n2,Goran Peric,suspect\n3,Goran Perić,victim\n",
        encoding="utf-8",
    )
    assert run(["resolve", str(path), "--out", str(out), "--review", str(questions)]) == 0
    assert rows(out)["2"]["sure"] == "no"
    with questions.open(encoding="utf-8", newline="") as file:
        (asked,) = csv.DictReader(file)
    assert (asked["left"], asked["left_name"]) == ("1", "Goran Perić")
    assert (asked["right"], asked["right_name"]) == ("2", "Goran Peric")


def test_what_a_resolution_did_is_said_in_plain_numbers():
    assert resolved_line(Resolved(1, 0, 2)) == (
        "Joined 1 pair; put 0 pairs to review; took back 2 judgements made earlier."
    )
    assert "took back 1 judgement made earlier" in resolved_line(Resolved(withdrawn=1))


def test_of_names_that_may_be_two_of_like_letters_no_probability_is_written(tmp_path):
    path, out, questions = (tmp_path / f"{name}.csv" for name in ("people", "out", "questions"))
    path.write_text(
        "id,name,category,birth_date,country\n"
        "1,Dragan Kostić,suspect,1980-02-03,rs\n"
        "2,Dragan Krstić,suspect,1980-02-03,rs\n",
        encoding="utf-8",
    )
    assert run(["resolve", str(path), "--out", str(out), "--review", str(questions)]) == 0
    with questions.open(encoding="utf-8", newline="") as file:
        (asked,) = csv.DictReader(file)
    assert "like letters" in asked["contradictions"]
    assert asked["probability"] == ""
