"""The briefing as it is printed: one tree of plain strings that PDF, HTML and Markdown share."""

import re
from typing import Any

from headwater.brief.briefing import Briefing, Exhibit, Line, Row, Table, Topic
from headwater.brief.wording import inert, steady, steady_numbers

WORDS = {
    "front": "In short",
    "evidence": "Evidence",
    "key": "Key to the grades",
    "methods": "Methods",
    "none": "No finding of a method is in this briefing.",
}


def printed(briefing: Briefing) -> dict[str, Any]:
    """Everything a template needs, as strings, lists and dictionaries; JSON can hold it."""
    return {
        "title": briefing.title,
        "agency": inert(briefing.occasion.agency),
        "made": _moment(briefing.occasion.made),
        "viewer": briefing.viewer,
        "purpose": briefing.purpose,
        "fingerprint": briefing.fingerprint,
        "marking": briefing.marking,
        "notice": [line.text for line in briefing.notice],
        "topics": [_topic(briefing, topic) for topic in briefing.topics],
        "exhibits": [_exhibit(exhibit) for exhibit in briefing.exhibits],
        "key": [line.text for line in briefing.key],
        "methods": [line.text for line in briefing.methods] or [WORDS["none"]],
        "words": WORDS,
    }


def _topic(briefing: Briefing, topic: Topic) -> dict[str, Any]:
    return {
        "id": topic.id,
        "title": topic.title,
        "front": [_line(briefing, line) for line in topic.front],
        "lines": [_line(briefing, line) for line in topic.lines],
        "tables": [_table(briefing, table) for table in topic.tables],
        "figures": [{"caption": f.caption, "svg": f.svg} for f in topic.figures],
        "detail": topic.has_detail,
    }


def _line(briefing: Briefing, line: Line) -> dict[str, Any]:
    cited = list(briefing.cited(line.evidence))
    return {"text": steady(line.text), "tags": list(line.tags), "cited": cited, "sub": line.sub}


def _table(briefing: Briefing, table: Table) -> dict[str, Any]:
    cites = any(row.evidence for row in table.rows)
    return {
        "title": table.title,
        "columns": [*table.columns, *(["evidence"] if cites else [])],
        "rows": [_row(briefing, row) for row in table.rows],
        "cites": cites,
        "rest": table.rest,
        "shares": [_share(table, n) for n in range(len(table.columns))],
    }


def _share(table: Table, column: int) -> int:
    """How much of the width a column gets: as its longest cell, within reason; heads may wrap."""
    head = max((len(word) for word in table.columns[column].split()), default=0) + _BOLD
    return min(max(head, *(len(row.cells[column]) + _AIR for row in table.rows), _LEAST), 34)


_LEAST = 14  # letters, as those below
_BOLD, _AIR = 4, 2  # room that a bold word, and the space between cells, take beside their letters


def _moment(made: str) -> str:
    """`2026-11-21T12:00:30Z` as `2026-11-21 12:00 UTC`; anything else as it is."""
    found = re.fullmatch(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[\d:.]*(?:Z|\+00:00)", made)
    return f"{found[1]} {found[2]} UTC" if found else inert(made)


def _row(briefing: Briefing, row: Row) -> dict[str, Any]:
    return {
        "cells": [steady(cell) for cell in row.cells],
        "cited": list(briefing.cited(row.evidence)),
    }


def _exhibit(exhibit: Exhibit) -> dict[str, Any]:
    date = exhibit.date or "no date"
    rtl = exhibit.language in ("ar", "fa", "ur", "ckb", "ps")
    told = steady_numbers if rtl else str
    graded = f"{exhibit.grade}-{exhibit.handling}"
    source = f"{exhibit.originator}, {date}, report {exhibit.urn}, item {exhibit.item}"
    return {
        "number": exhibit.number,
        "parts": [{"text": told(text), "marked": marked} for text, marked in exhibit.parts],
        "graded": graded,
        "source": steady(source),
        "standing": "; ".join(filter(None, (exhibit.status, exhibit.modality))),
        "ids": _ranges(exhibit.ids),
        "language": exhibit.language,
        "rtl": rtl,
    }


def _ranges(ids: tuple[str, ...]) -> str:
    """Statement ids of one item in short: the item once, then the positions."""
    head = ids[0].rpartition(".")[0]
    return f"{head}.{', '.join(i.rpartition('.')[2] for i in ids)}"
