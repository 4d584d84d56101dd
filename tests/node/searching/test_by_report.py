"""Rows of one report in a table sorted by report."""

import pyarrow as pa

from headwater.node.searching.by_report import ByReport

URNS = pa.array(["A", "A", "C", "B", "B"]).dictionary_encode()
TABLE = ByReport(pa.table({"urn": URNS, "item": [1, 2, 1, 1, 2], "text": list("vwxyz")}))


def test_the_row_of_a_report_is_found_and_of_no_other():
    assert TABLE.row("A", "item", 2)["text"] == "w"
    assert TABLE.row("C", "item", 1)["text"] == "x"
    assert TABLE.row("B", "text", "z")["item"] == 2


def test_what_is_not_there_is_not_found():
    assert TABLE.row("C", "item", 2) is None
    assert TABLE.row("D", "item", 1) is None
