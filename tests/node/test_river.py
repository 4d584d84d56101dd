"""Reports in, a picture, a finding, a briefing out."""

import pytest

from headwater.analysis import run
from headwater.model import BadGrading
from headwater.node import add_reports, analyse, export_picture, see_picture, write_briefing

TEXT = "URN: IR 1\nOriginator: Drava Unit\n\n1. A van went from Subotica to Horgos. [2D-P]\n"


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "r.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_what_the_receipt_says_is_in_the_picture(node, report):
    receipt = add_reports(node, [report])
    assert (receipt.reports, receipt.items) == (1, 1)
    picture = see_picture(node)
    assert picture.reports.num_rows == 1
    assert picture.statements.num_rows == receipt.statements


def test_a_grading_that_does_not_exist_stops_everything(node, report):
    with pytest.raises(BadGrading):
        add_reports(node, [report], grading="9Z-P")
    assert see_picture(node).reports.num_rows == 0


def test_a_finding_names_the_picture_it_rests_on(node, report):
    add_reports(node, [report])
    assert analyse(node, "routes.map", {}).picture == see_picture(node).fingerprint


def test_rates_are_read_beside_the_picture_of_a_node(node, report, tmp_path):
    report.write_text(TEXT.replace("Horgos.", "Horgos. The fee was 500 EUR per person."), "utf-8")
    add_reports(node, [report])
    rates = tmp_path / "rates.csv"
    rates.write_text("date,currency,rate\n2025-01-01,GBP,1.2\n", "utf-8")
    finding = analyse(node, "business.fees", {"currency": "GBP"}, beside={"rates": rates})
    assert finding.rows
    assert finding.picture != see_picture(node).fingerprint


def test_a_briefing_asks_every_method_as_analyse_does_by_default(node, tmp_path, monkeypatch):
    asked = []

    def told(picture, method, given):
        asked.append((method, given))
        return run(picture, method, given)

    monkeypatch.setattr("headwater.node.river.ENOUGH", 0)
    monkeypatch.setattr("headwater.analysis.run", told)
    write_briefing(node, [tmp_path / "b.md"])
    assert {method for method, _ in asked} > {"organisers.groups", "organisers.removal"}
    assert all(given == {} for _, given in asked)


def test_every_file_that_leaves_is_logged_as_a_disclosure(node, report, tmp_path):
    add_reports(node, [report])
    outs = [tmp_path / "b.md", tmp_path / "b.html"]
    assert write_briefing(node, outs)
    export_picture(node, tmp_path / "tables")
    told = [entry for entry in node.store.audit() if entry["operation"] == "disclosure"]
    assert len(told) == 3
    assert all(out.stat().st_size for out in outs)


def test_a_drawing_that_leaves_is_logged_as_a_disclosure(node, report, tmp_path):
    add_reports(node, [report])
    analyse(node, "organisers.ranking", {}, tmp_path / "ranks.svg")
    told = [entry for entry in node.store.audit() if entry["operation"] == "disclosure"]
    assert len(told) == 1
    assert (tmp_path / "ranks.svg").stat().st_size
