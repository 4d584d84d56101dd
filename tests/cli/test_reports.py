"""What the commands for reports print."""

from headwater.cli.program import run
from headwater.cli.reports import receipt_line, refusal_lines
from headwater.model import Refusal

COUNTS = {
    "files": 1,
    "reports": 2,
    "items": 3,
    "statements": 4,
    "already_here": 0,
    "merged": 0,
    "to_review": 0,
    "refusals": 1,
}


def test_a_receipt_fits_on_a_line():
    assert receipt_line(COUNTS) == "Taken: 2 reports, 3 items, 4 statements; 1 refusal."
    one = dict.fromkeys(COUNTS, 1)
    assert receipt_line(one) == (
        "Taken: 1 report, 1 item, 1 statement; 1 refusal; 1 report was here already; "
        "1 pair joined; 1 pair put to review."
    )
    assert "5 reports were here already" in receipt_line(COUNTS | {"already_here": 5})


def test_refusals_are_listed_with_file_place_and_reason():
    refusals = [Refusal(f"f{n}.txt", "item 3", "grade 4D", "it does not exist") for n in range(20)]
    lines = refusal_lines(refusals)
    assert "f0.txt, item 3: grade 4D (it does not exist)" in lines[0]
    assert lines[-1].strip().startswith("and 8 more")


def test_a_briefing_needs_a_format(tmp_path, capsys):
    report = tmp_path / "r.txt"
    report.write_text("A van was seen.", encoding="utf-8")
    assert run(["brief", str(report), "--out", str(tmp_path / "b.doc")]) == 2
    assert ".pdf or .html or .md" in capsys.readouterr().err


def test_a_grading_that_does_not_exist_is_refused_before_anything_is_read(tmp_path, capsys):
    report = tmp_path / "r.txt"
    report.write_text("A van was seen.", encoding="utf-8")
    assert run(["read", str(report), "--grading", "4Z-P"]) == 2
    assert "4Z" in capsys.readouterr().err
