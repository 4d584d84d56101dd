"""Viewer without clearance: every page is the same, whether or not there is a sensitive report."""

import re

SENSITIVE = (
    "URN: IR 90\nOriginator: Drava Hub\nTitle: Behind the mill\nDate: 2026-10-11\n"
    "Handling: OFFICIAL-SENSITIVE\n\n"
    "1. Goran Izmišljeni and Besim Trilluar hide twelve outboard engines at the mill of Apatin and "
    "took EUR 900 per person for the way from Apatin to Horgos. [1A-P]\n\n"
    "2. A boat with forty people on board is taking on water off Apatin. [1A-P]\n"
)
PAGES = (
    "/", "/reports", "/reports/new", "/reports/read?urn=IR%2090", "/reports/read?urn=IR%201",
    "/alerts", "/watches", "/review?kind=pair", "/review?kind=category", "/search?q=Apatin",
    "/search?q=Izmišljeni", "/search?q=engines", "/things?id=IR%201%231%40m1",
    "/statements?id=IR%2090%231.1", "/network", "/routes", "/business", "/outlook", "/methods",
    "/briefing", "/settings", "/audit",
)  # fmt: skip
CHANGING = re.compile(
    r"[0-9a-f]{64}|findings/\d+|\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?(\+00:00)?|\d+(\.\d+)? s\b"
)
"""Tokens of forms, numbers of runs, times of the clock."""


def seen(page):
    """Every page as this viewer gets it, once what runs in the background has come to its end."""
    found = {}
    for path in PAGES:
        for _ in range(3000):
            answer = page.request.get(path)
            text = answer.text()
            if 'class="card running"' not in text and "being gathered" not in text:
                break
            page.wait_for_timeout(100)
        found[path] = f"{answer.status} {CHANGING.sub('', text)}"
    return found


def test_a_report_that_may_not_be_seen_changes_no_byte_of_any_page(sign_in):
    uncleared = sign_in("milos")
    seen(uncleared)  # what is computed once is computed now
    before = seen(uncleared)

    officer = sign_in("luka")
    officer.goto("/reports/new")
    file = {"name": "mill.txt", "mimeType": "text/plain", "buffer": SENSITIVE.encode()}
    officer.get_by_label("Files", exact=True).set_input_files(file)
    officer.get_by_role("button", name="Take the files in").click()
    officer.get_by_role("link", name="Read what was taken").click()
    assert officer.get_by_text("OFFICIAL-SENSITIVE").first.is_visible()

    after = seen(uncleared)
    changed = [path for path in PAGES if before[path] != after[path]]
    assert changed == []
