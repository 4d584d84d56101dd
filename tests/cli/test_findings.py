"""A finding is printed as a table that fits, with its caveats beneath."""

import pytest

from headwater.cli.findings import finding_lines
from headwater.cli.program import run
from headwater.model import Finding


def finding(rows):
    return Finding("routes.legs", "1", {}, "f", tuple(rows), {"n": 2}, {}, ("Read with care.",))


def test_rows_stand_in_columns_and_caveats_beneath():
    lines = finding_lines(finding([{"id": "a", "score": 0.123456}, {"id": "bb", "score": None}]))
    assert lines[1:4] == ["id  score", "a   0.123", "bb  -"]
    assert lines[-1] == "Note: Read with care."


def test_what_does_not_fit_is_counted_not_dropped_silently():
    lines = finding_lines(finding([{"id": str(n)} for n in range(30)]), limit=20)
    assert "and 10 more rows: see --json" in lines


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
