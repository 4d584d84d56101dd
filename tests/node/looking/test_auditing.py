"""The auditor narrows the log by who, what, how, why and when."""

import pytest

from headwater.node.looking import Sought

ENTRY = {
    "who": "ana",
    "when": "2026-10-05T08:00:00+00:00",
    "operation": "consultation",
    "purpose": "case: Drava, boats",
    "reason": None,
    "recipient": "",
}


@pytest.mark.parametrize(
    ("sought", "fits"),
    [
        (Sought(), True),
        (Sought(who="ANA"), True),
        (Sought(who="vera"), False),
        (Sought(operation="erasure"), False),
        (Sought(words="BOATS"), True),
        (Sought(words="lorry"), False),
        (Sought(since="2026-10-05", until="2026-10-05"), True),
        (Sought(since="2026-10-06"), False),
        (Sought(until="2026-10-04"), False),
    ],
)
def test_an_entry_is_shown_where_all_that_is_sought_fits(sought, fits):
    assert sought.fits(ENTRY) is fits


def test_what_is_sought_is_told_in_words():
    assert Sought(who="ana", since="2026-10-05").told() == "who ana, since 2026-10-05"
