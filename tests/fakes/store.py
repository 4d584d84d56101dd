"""A store in memory, with the columns of a real one, for tests of what is built on it."""

import pyarrow as pa

from headwater.model import Handling, Judgement, Statement, Verdict
from headwater.safeguard import Label, Purpose, Viewer
from tests.fakes.index import FakeIndex

_WORDS = (
    *("urn", "entity", "schema", "property", "language", "extractor", "author", "status"),
    *("basis", "modality", "attribution", "valid_from", "valid_to", "recorded", "grade"),
    *("grade_system", "handling", "originator"),
)
ANALYST = Viewer("ana", "Home Agency", frozenset({"analyst"}))
GENERAL = Purpose("who runs it", "general")


class FakeStore(FakeIndex):
    """Holds statements and reports; label 0 is seen by the agency, label 1 by nobody of it."""

    def __init__(self):
        super().__init__()
        self.statements = []
        self.items_held = {}
        self.reports_held = {}
        self.judgements_held = []
        self._counts = {}

    def report(self, urn, **columns):
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
            self.report(urn)
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

    def judge(self, left, right, verdict="same", **rest):
        number = len(self.judgements_held) + 1
        given = {"author": "ana", "made": f"2025-03-05T10:00:{number:02d}Z", "reason": "test"}
        judged = Judgement(
            id=f"J{number}", left=left, right=right, verdict=Verdict(verdict), **(given | rest)
        )
        self.judgements_held.append(judged)
        return judged

    def labels(self):
        return {
            0: Label("Home Agency", Handling()),
            1: Label("Home Agency", Handling(), compartment="closed"),
        }

    def judgements(self):
        return list(self.judgements_held)

    def judgements_on(self, entities):
        wanted = set(entities)
        return [j for j in self.judgements_held if {j.left, j.right} & wanted]

    def scan_around(self, entities, allowed):
        wanted = set(entities)
        named = {(s.urn, s.item) for s in self.statements if {s.entity, s.value} & wanted}
        return self.scan(allowed, named)

    def scan(self, allowed, among=None):
        rows = []
        for one in self.statements:
            item = self.items_held[(one.urn, one.item)]
            if item["label"] in allowed and (among is None or (one.urn, one.item) in among):
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
        table = pa.Table.from_pylist(rows, schema=_SCAN)
        for name in _WORDS:
            at = table.column_names.index(name)
            table = table.set_column(at, name, table[name].dictionary_encode())
        return table

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
            for (urn, number), item in self.items_held.items()
            if item["label"] in allowed
        ]
        return pa.Table.from_pylist(rows, schema=_ITEMS)


_HOW = {"status", "modality", "author", "valid_from", "language", "attribution"}
_NUMBERS = {"item", "n", "start", "end", "items", "label"}


def _schema(*names, **kinds):
    return pa.schema(
        [(n, kinds.get(n, pa.int32() if n in _NUMBERS else pa.string())) for n in names]
    )


_SCAN = _schema(
    *Statement._fields,
    *("recorded", "grade", "grade_system", "handling", "originator", "label"),
)
_REPORTS = _schema(
    *("urn", "originator", "title", "information_from", "information_to", "record_date"),
    *("dates_assumed", "format", "file", "sha256", "items", "cites", "origin_known"),
    *("recorded", "handling"),
    dates_assumed=pa.bool_(),
    origin_known=pa.bool_(),
    cites=pa.list_(pa.string()),
)
_ITEMS = _schema(
    *("urn", "item", "text", "grade", "grade_system", "handling", "graded_by_default"),
    *("provenance", "provenance_grade", "language", "label"),
    graded_by_default=pa.bool_(),
)
