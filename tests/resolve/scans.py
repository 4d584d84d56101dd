"""Small scans with the columns of the store's, written as a few words a statement."""

import pyarrow as pa

COLUMNS = (
    *("entity", "schema", "property", "value", "status", "modality", "text", "urn", "originator"),
)


def scan_of(*lines, encoded=True):
    """One statement a line: `entity schema property value`, with more columns by name.

    Each line is a tuple of four words and, optionally, a dictionary of other columns.
    """
    rows = []
    for number, line in enumerate(lines, start=1):
        words, more = line[:4], (line[4] if len(line) > 4 else {})
        row = dict(zip(COLUMNS, [*words, "proposed", "done", words[3], "R1", "Unit"], strict=True))
        row |= more
        rows.append({"item": number, "n": 1, "label": 0} | row)
    columns = {name: pa.array([row[name] for row in rows], pa.string()) for name in COLUMNS}
    if encoded:
        columns = {name: column.dictionary_encode() for name, column in columns.items()}
    for name in ("item", "n", "label"):
        columns[name] = pa.array([row[name] for row in rows], pa.int32())
    return pa.table(columns)


def person(entity, **values):
    """Lines about a person."""
    return [(entity, "Person", name, value) for name, value in values.items()]


def category(entity, word, **more):
    """Lines of a category decision about somebody."""
    decision = f"d-{entity}-{word}"
    return [
        (decision, "CategoryDecision", "subject", entity, more),
        (decision, "CategoryDecision", "category", word, more),
    ]
