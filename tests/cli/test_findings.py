"""A finding is printed as a table that fits, with its caveats beneath."""

import pytest

from headwater.cli.findings import finding_lines
from headwater.cli.program import run
from headwater.model import Finding


def finding(rows):
    return Finding("routes.map", "1", {}, "f", tuple(rows), {"n": 2}, {}, ("Read with care.",))


def test_rows_stand_in_columns_and_caveats_beneath():
    lines = finding_lines(finding([{"id": "a", "score": 0.123456}, {"id": "bb", "score": None}]))
    assert lines[1:4] == ["id  score", "a   0.123", "bb  -"]
    assert lines[-1] == "Note: Read with care."


def test_what_does_not_fit_is_counted_not_dropped_silently():
    lines = finding_lines(finding([{"id": str(n)} for n in range(30)]), limit=20)
    assert "and 10 more: see --json" in lines


@pytest.mark.parametrize("given", ["top", "top=many", "nothing=1"])
def test_a_parameter_that_will_not_do_is_refused(given, tmp_path, capsys):
    links = tmp_path / "links.csv"
    links.write_text("source,target\na,b\n", encoding="utf-8")
    line = ["analyse", "organisers.ranking", "--links", str(links), "--set", given]
    assert run(line) == 2
    assert "Do:" in capsys.readouterr().err


def test_a_category_is_assumed_on_plain_files_only(capsys):
    assert run(["analyse", "organisers.ranking", "--assume-category", "suspect"]) == 2
    assert "plain files only" in capsys.readouterr().err


def test_names_come_before_ids_and_what_is_too_wide_goes_on_beneath():
    row = {"id": "F-1", "from": "place:1", "from_name": "Foča", "mode": "van"}
    lines = finding_lines(finding([row]))
    assert lines[1].split() == ["from_name", "mode", "id"]
    wide = row | {f"column{n}": "x" * 40 for n in range(4)}
    lines = finding_lines(finding([wide]))
    assert all(len(line) <= 120 for line in lines)
    assert lines[1].split() == ["from_name", "mode", "column0", "column1"]
    assert lines[4].split() == ["from_name", "column2", "column3", "id"]
    assert lines[5].split()[0] == "Foča"
    assert "not shown: from; see --json" in lines


def test_money_and_other_nested_values_read_as_words():
    fee = {"currency": "EUR", "basis": "person", "low": 150.0, "high": 230.0, "groups": 3}
    apart = {
        "currency": "EUR",
        "basis": "person",
        "lower": {"low": 100.0, "high": 100.0, "statement": "s"},
        "higher": {"low": 200.0, "high": 3500.0, "statement": "s"},
    }
    lines = finding_lines(finding([{"fees": [fee], "apart": [apart], "n": {"low_end": 2}}]))
    assert "EUR 150-230 per person" in lines[2]
    assert "EUR 100 against 200-3,500 per person" in lines[2]
    assert "low end 2" in lines[2]
    assert "{" not in lines[2]


def test_a_file_that_the_method_does_not_read_is_named(tmp_path, capsys):
    links, series = tmp_path / "links.csv", tmp_path / "series.csv"
    links.write_text("source,target\na,b\n", encoding="utf-8")
    series.write_text("date,series,value\n2025-03-01,a,5\n", encoding="utf-8")
    line = ["analyse", "organisers.ranking", "--links", str(links)]
    assert run(line) == 0
    assert "left aside" not in capsys.readouterr().err
    assert run([*line, "--series", str(series)]) == 0
    assert "organisers.ranking does not read --series: left aside." in capsys.readouterr().err


def test_a_finding_about_organisers_is_drawn_into_a_file(tmp_path, capsys):
    links, out = tmp_path / "links.csv", tmp_path / "ranks.svg"
    links.write_text("source,target\na,b\nb,c\n", encoding="utf-8")
    line = ["analyse", "organisers.ranking", "--links", str(links), "--draw", str(out)]
    assert run([*line, "--assume-category", "suspect"]) == 0
    assert out.read_text(encoding="utf-8").startswith("<svg ")
    assert "organisers.ranking" in capsys.readouterr().out


def test_what_cannot_be_drawn_is_refused_before_anything_is_written(tmp_path, capsys):
    legs = tmp_path / "legs.csv"
    legs.write_text("from,to\na,b\n", encoding="utf-8")
    line = ["analyse", "routes.map", "--legs", str(legs), "--draw"]
    assert run([*line, str(tmp_path / "legs.svg")]) == 2
    assert run([*line, str(tmp_path / "legs.png")]) == 2
    assert "end it in .svg" in capsys.readouterr().err
    assert not list(tmp_path.glob("legs.[sp]*g"))
