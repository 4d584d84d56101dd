"""The how-to on resolving a table: its example comes out as the page says."""

import csv
import re
from pathlib import Path

from headwater.cli.program import run

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "match-names-and-resolve-a-table.md"


def test_the_example_table_is_resolved_as_the_page_says(tmp_path, capsys):
    block = re.search(r"```csv people\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert block
    people, out, questions = (tmp_path / name for name in ("people.csv", "c.csv", "q.csv"))
    people.write_text(block.group(1), encoding="utf-8")
    command = ["resolve", str(people), "--out", str(out), "--review", str(questions)]
    assert run(command) == 1
    assert "line 6" in capsys.readouterr().out
    with out.open(encoding="utf-8", newline="") as file:
        cluster = {row["id"]: row["cluster"] for row in csv.DictReader(file)}
    assert cluster == {"1": "1", "2": "1", "3": "3", "4": "4", "5": "5"}
    assert questions.read_text(encoding="utf-8").startswith("left,right,")


def test_the_names_of_the_page_are_one_name(capsys):
    compared = re.search(r'names compare "(.*?)" "(.*?)"', PAGE.read_text(encoding="utf-8"))
    assert compared
    assert run(["names", "compare", *compared.groups()]) == 0
    assert "Strong evidence" in capsys.readouterr().out
