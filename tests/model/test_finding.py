"""A finding goes out in the shape that scripts depend on."""

import json

from headwater.model import Finding


def test_a_finding_is_plain_json_with_every_part():
    finding = Finding("routes.map", "1", {"top": 3}, "f00d", ({"id": "a"},), evidence={"a": ("x",)})
    document = json.loads(json.dumps(finding.as_dict()))
    assert list(document) == [
        "method",
        "version",
        "parameters",
        "picture",
        "rows",
        "certificate",
        "sensitivity",
        "caveats",
        "evidence",
        "seconds",
    ]
    assert document["evidence"] == {"a": ["x"]}
