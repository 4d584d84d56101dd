"""Queries: which columns they read."""

from headwater.intake.tables.mapping import parse_mapping


def test_a_query_knows_every_column_it_reads():
    raw = {
        "customers": "payer",
        "filters": {"status": ["ok"]},
        "report": {"information_date": {"column": "day"}},
        "entities": {
            "p": {
                "schema": "Person",
                "keys": ["id", "issuer"],
                "properties": {"name": {"columns": ["first", "last"], "join": " "},
                               "notes": {"template": "{{town}}, {{ street }}"}},
                "category": {"column": "cat", "author": {"column": "who"}, "reason": "r"},
            },
            "q": {"schema": "Person", "id_column": "other"},
        },
    }  # fmt: skip
    (query,) = parse_mapping(raw, "m").queries
    assert query.columns == {
        *("payer", "status", "day", "id", "issuer", "first", "last", "town", "street", "cat"),
        *("who", "other"),
    }
