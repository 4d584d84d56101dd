"""A report governs its items, and a report without items is refused."""

import pytest

from headwater.model import Item, Refused, Report, parse_marking


def test_the_strictest_item_governs_the_report():
    free = Item(1, "a")
    bound = Item(2, "b", *parse_marking("1B-C/A1/S2"))
    assert Report("IR-1", "Agency", (free, bound)).handling.text == "C/A1/S2"


def test_a_report_without_items_or_reference_is_refused():
    with pytest.raises(Refused):
        Report("IR-1", "Agency", ())
    with pytest.raises(Refused):
        Report("", "Agency", (Item(1, "a"),))
