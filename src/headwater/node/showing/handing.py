"""Handing out: the rows of a finding as a file, without anybody who must not be named."""

import csv
import io
import json
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import Finding, WrongUse
from headwater.node.looking import words_in
from headwater.node.node import Node
from headwater.picture import Picture
from headwater.safeguard import Operation, must_mask

FORMS = ("csv", "json")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def hand_out(node: Node, picture: Picture, finding: Finding, form: str) -> bytes:
    """All rows of a finding as a CSV or JSON file; a disclosure.

    A row that mentions a person who must not be named for this purpose is left out. A cell that a
    spreadsheet would take for a formula begins with an apostrophe.

    Raises:
        WrongUse: If the form is neither.
    """
    if form not in FORMS:
        raise WrongUse(f"rows are not written as {form!r}", do=f"ask for {' or '.join(FORMS)}")
    hidden = _hidden(node, picture, finding)
    rows = [row for row in finding.rows if hidden.isdisjoint(words_in(row))]
    left_out = len(finding.rows) - len(rows)
    written = _csv(rows) if form == "csv" else _json(finding, rows)
    recipient = f"{form} file of {node.viewer.name}"
    reason = f"{finding.method}, {len(rows)} rows" + (f", {left_out} left out" if left_out else "")
    node.log(Operation.DISCLOSURE, ["picture", finding.picture], recipient=recipient, reason=reason)
    return written


def _hidden(node: Node, picture: Picture, finding: Finding) -> frozenset[str]:
    """People among those mentioned who must not be named for this purpose."""
    words = pa.array(sorted({*words_in(list(finding.rows))}), pa.string())
    things = picture.entities
    mentioned = things.filter(
        pc.and_(pc.not_equal(things["category"], ""), pc.is_in(things["id"], value_set=words))
    ).select(["id", "category", "public_office"])
    rows = mentioned.to_pylist()
    office = {row["id"] for row in rows if row["public_office"]}
    return must_mask({row["id"]: (row["category"],) for row in rows}, node.purpose, office)


def _csv(rows: list[dict[str, Any]]) -> bytes:
    lines = io.StringIO(newline="")
    names = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(lines, names)
    writer.writeheader()
    writer.writerows({name: _plain(value) for name, value in row.items()} for row in rows)
    return lines.getvalue().encode("utf-8")


def _plain(value: object) -> object:
    if value is None or isinstance(value, int | float):
        return value
    words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"'{words}" if words.startswith(_FORMULA) else words


def _json(finding: Finding, rows: list[dict[str, Any]]) -> bytes:
    document = finding.as_dict()
    if len(rows) < len(finding.rows):  # what they rest on, and what is told of all, goes with them
        document |= {"evidence": {}, "certificate": {}, "sensitivity": {}}
    document["rows"] = rows
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8")
