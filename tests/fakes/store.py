"""The part of a store that a picture is built from, in memory: nine readings and nothing else.

It stands for `labels`, `scan`, `items`, `reports`, `judgements`, `regroupings`, `traced`,
`traced_reports` and `answered`. It takes nothing in as a store does, has no index, no log and no
erasure, so it passes tests/conformance/test_readings.py alone. What needs more than a picture does
is tested on a real store, which takes a hundredth of a second.
"""

import pyarrow as pa

from headwater.model import Handling, Judgement, Statement, Verdict
from headwater.safeguard import Label, Purpose, Viewer
from headwater.safeguard.traces import Hit

ANALYST = Viewer("ana", "Home Agency", frozenset({"analyst"}))
GENERAL = Purpose("who runs it", "general")


class FakeStore:
    """Holds statements and reports; label 0 is seen by the agency, label 1 by nobody of it."""

    def __init__(self):
        self.statements = []
        self.items_held = {}
        self.reports_held = {}
        self.judgements_held = []
        self.regroupings_held = []
        self.traces_held = []
        self.answers_held = {}
        self._counts = {}

    def reported(self, urn, **columns):
        self.reports_held[urn] = {
            "urn": urn,
            "originator": f"Agency {urn}",
            "title": "",
            "information_from": "2025-03-01",
            "information_to": "2025-03-02",
            "record_date": "2025-03-03",
            "dates_assumed": False,
            "format": "text",
            "file": f"{urn}.txt",
            "sha256": "",
            "cites": [],
            "origin_known": True,
            "recorded": "2025-03-04T10:00:00Z",
            "handling": "P",
        } | columns

    def say(self, urn, entity, schema, *, item=1, grade="1A", label=0, text="", **rest):
        """One statement for each property given; `props` may also be a list of pairs."""
        how = {k: rest.pop(k) for k in list(rest) if k in _HOW}
        if urn not in self.reports_held:
            self.reported(urn)
        key = (urn, item)
        words = text or f"Item {item} of {urn}"
        self.items_held.setdefault(key, {"text": words, "grade": grade, "label": label})
        for name, values in rest.items():
            for value in values if isinstance(values, list) else [values]:
                n = self._counts[key] = self._counts.get(key, 0) + 1
                self.statements.append(
                    Statement(
                        **{
                            "urn": urn,
                            "item": item,
                            "n": n,
                            "entity": entity,
                            "schema": schema,
                            "property": name.rstrip("_"),
                            "value": value,
                            "text": value,
                            "status": "accepted",
                            "extractor": "test/1",
                        }
                        | how
                    )
                )

    def judged(self, left, right, verdict="same", **rest):
        number = len(self.judgements_held) + 1
        given = {"author": "ana", "made": f"2025-03-05T10:00:{number:02d}Z", "reason": "test"}
        judgement = Judgement(
            id=f"J{number}", left=left, right=right, verdict=Verdict(verdict), **(given | rest)
        )
        self.judgements_held.append(judgement)
        return judgement

    def labels(self):
        return {
            0: Label("Home Agency", Handling()),
            1: Label("Home Agency", Handling(), compartment="closed"),
        }

    def judgements(self):
        return list(self.judgements_held)

    def regroupings(self):
        return list(self.regroupings_held)

    def traced(self, asked, allowed):
        return [
            Hit(one, urn, item, hash((one.form, holder or (urn, item, row))), one.holder == holder)
            for one in asked
            for urn, item, row, (kind, form, holder) in self.traces_held
            if (one.kind, one.form) == (kind, form)
            and self.items_held[(urn, item)]["label"] in allowed
        ]

    def traced_reports(self, allowed):
        return frozenset(
            urn
            for urn, item, *_ in self.traces_held
            if self.items_held[(urn, item)]["label"] in allowed
        )

    def answered(self, decisions):
        return {urn: self.answers_held[urn] for urn in decisions if urn in self.answers_held}

    def scan(self, allowed):
        rows = []
        for one in sorted(self.statements, key=self._place):
            item = self.items_held[(one.urn, one.item)]
            if item["label"] in allowed:
                rows.append(
                    one._asdict()
                    | {
                        "recorded": "2025-03-04T10:00:00Z",
                        "grade": item["grade"],
                        "grade_system": "3x5x2",
                        "handling": "P",
                        "originator": self.reports_held[one.urn]["originator"],
                        "label": item["label"],
                    }
                )
        return pa.Table.from_pylist(rows, schema=_SCAN)

    def _place(self, statement):
        return list(self.reports_held).index(statement.urn), statement.item, statement.n

    def reports(self, allowed):
        rows = []
        for urn, report in self.reports_held.items():
            seen = sum(u == urn and i["label"] in allowed for (u, _), i in self.items_held.items())
            if seen:
                rows.append(report | {"items": seen})
        return pa.Table.from_pylist(rows, schema=_REPORTS)

    def items(self, allowed):
        rows = [
            {
                "urn": urn,
                "item": number,
                "text": item["text"],
                "grade": item["grade"],
                "grade_system": "3x5x2",
                "handling": "P",
                "graded_by_default": False,
                "provenance": "",
                "provenance_grade": "",
                "language": "en",
                "label": item["label"],
            }
            for report in self.reports_held
            for (urn, number), item in sorted(self.items_held.items())
            if urn == report and item["label"] in allowed
        ]
        return pa.Table.from_pylist(rows, schema=_ITEMS)


_HOW = {"status", "modality", "author", "valid_from", "language", "attribution"}
_NUMBERS = dict.fromkeys(("item", "n", "start", "end", "label"), pa.int32())
_FREE = dict.fromkeys(("value", "text"), pa.string())
_REPEATED = pa.dictionary(pa.int32(), pa.string())


def _columns(*names):
    return pa.schema([(n, _NUMBERS.get(n) or _FREE.get(n) or _REPEATED) for n in names])


_SCAN = _columns(
    *Statement._fields,
    *("recorded", "grade", "grade_system", "handling", "originator", "label"),
)
_ITEMS = _columns(
    *("urn", "item", "text", "grade", "grade_system", "handling", "graded_by_default"),
    *("provenance", "provenance_grade", "language", "label"),
)
_ITEMS = _ITEMS.set(6, pa.field("graded_by_default", pa.bool_()))
_REPORTS = pa.schema(
    [
        *((n, pa.string()) for n in ("urn", "originator", "title", "information_from")),
        *((n, pa.string()) for n in ("information_to", "record_date")),
        ("dates_assumed", pa.bool_()),
        *((n, pa.string()) for n in ("format", "file", "sha256")),
        ("items", pa.int32()),
        ("cites", pa.list_(pa.string())),
        ("origin_known", pa.bool_()),
        *((n, pa.string()) for n in ("recorded", "handling")),
    ]
)
