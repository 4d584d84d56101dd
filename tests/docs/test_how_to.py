"""The how-to on writing a report: its example is read as the page says."""

import json
import re
from pathlib import Path

from headwater.cli.program import run
from headwater.intake.header import _KEYS

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "write-a-report.md"


def test_the_example_report_is_read_as_the_page_says(tmp_path, capsys):
    block = re.search(r"```text report\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert block
    path = tmp_path / "ir_004712.txt"
    path.write_text(block.group(1), encoding="utf-8")
    assert run(["read", str(path), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["refusals"] == []
    (report,) = document["reports"]
    assert (report["urn"], report["originator"]) == ("IR 004712", "Drava Border Unit")
    items = report["items"]
    assert [item["grade"] for item in items] == [
        "1B", "2D", "admiralty C3", "5x5x5 B2", "4x4 B2",
    ]  # fmt: skip
    assert items[0]["handling"] == "C/A1/S2"
    assert items[0]["provenance"] == "told by a person who rode in the van"
    assert {"Fee", "Person"} <= {row["schema"] for row in document["statements"]}


def test_every_key_that_a_header_may_have_is_on_the_page():
    page = PAGE.read_text(encoding="utf-8")
    missing = [word for words in _KEYS.values() for word in words if f"`{word}`" not in page]
    assert missing == []
