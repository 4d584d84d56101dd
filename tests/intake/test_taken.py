"""What the door hands over, and how `headwater read --json` shows it."""

import json

from headwater.intake import as_read_json
from headwater.intake.taken import Original


def test_the_same_content_has_the_same_reference_under_any_name():
    one, other = Original("a/b.txt", b"words"), Original("x.zip > c/d.md", b"words")
    assert one.urn == other.urn
    assert (one.file, other.file, other.suffix) == ("b.txt", "d.md", ".md")


def test_read_prints_reports_statements_and_refusals(take):
    taken = take({"r.txt": "Originator: X\n\n1. Seen at Horgos. [2D-P]\n2. No. [9Z-P]"})
    shown = json.loads(json.dumps(as_read_json(taken)))
    assert shown["reports"][0]["file"] == "r.txt"
    assert shown["reports"][0]["items"][0]["text"] == "Seen at Horgos."
    asked = {"item", "schema", "property", "value", "text", "start", "end", "modality"}
    assert asked | {"attribution", "status"} <= shown["statements"][0].keys()
    assert set(shown["refusals"][0]) >= {"file", "position", "what", "why", "do"}


def test_the_shape_is_the_same_where_nothing_was_taken(take):
    assert as_read_json(take({"a.xyz": "?"})) | {"refusals": []} == {
        "reports": [],
        "statements": [],
        "refusals": [],
    }
