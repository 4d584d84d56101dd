from headwater.analysis import run
from tests.analysis.routes.flow.fixtures import chain, monthly, picture_of


def test_each_row_leads_to_its_count_or_to_those_beside_it():
    counts = monthly("A > B", [40, 50])
    finding = run(picture_of(chain("A", "B", "C"), counts), "routes.flow", {"draws": 30})
    assert finding.evidence["A > B|2025-02"] == ("series#1.1",)
    assert finding.evidence["B > C|2025-02"] == ("legs#1.1", "series#1.1")


def test_what_no_declared_share_means_is_said():
    finding = run(picture_of(chain("A", "B"), monthly("A > B", [4])), "routes.flow", {"draws": 30})
    assert any("No share is declared" in caveat for caveat in finding.caveats)
    assert any("nothing is learned from neighbours" in caveat for caveat in finding.caveats)
