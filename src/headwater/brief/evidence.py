"""Evidence: the cited sentences, numbered in the order in which a reader meets them."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from headwater.brief.briefing import Exhibit
from headwater.brief.masking import blacked_out
from headwater.brief.shelf import Fields
from headwater.brief.view import View
from headwater.brief.wording import MODALITY_WORDS, inert, period

_END = re.compile(r"(?<=[.!?…؟])[\"'”»)\]]*\s+(?=[^a-zа-яё])|\n+")
_LONGEST = 600


class _Place(NamedTuple):
    urn: str
    item: int
    begin: int
    end: int


def sentence_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """First and last character of the sentence, or sentences, that hold text[start:end].

    A span of -1 (a table row) gives the whole text.
    """
    if start < 0:
        return 0, len(text)
    breaks = [(m.start(), m.end()) for m in _END.finditer(text)]
    begin = max((after for _, after in breaks if after <= start), default=0)
    close = min((before for before, _ in breaks if before >= end), default=len(text))
    return begin, close


def exhibits_of(view: View, citations: Iterable[str]) -> tuple[tuple[Exhibit, ...], dict[str, int]]:
    """The evidence list for these statement ids, and the number under which each id stands.

    Statements read from one sentence share one exhibit. Ids that the picture does not hold are
    left out; a line that cites only such ids would show no number.
    """
    wanted = list(dict.fromkeys(citations))
    rows = {row["id"]: row for row in view.rows("statements", "id", wanted)}
    urns = {row["urn"] for row in rows.values()}
    texts: dict[tuple[str, int], str] = {
        (i["urn"], i["item"]): i["text"] for i in view.held("items", urns)
    }
    reports = {r["urn"]: r for r in view.held("reports", urns)}
    grouped: dict[_Place, list[Fields]] = {}
    for row in (rows[i] for i in wanted if i in rows):
        text = texts.get((row["urn"], row["item"])) or str(row["text"])
        bounds = sentence_bounds(text, row["start"], row["end"])
        grouped.setdefault(_Place(row["urn"], row["item"], *bounds), []).append(row)
    exhibits = []
    numbers: dict[str, int] = {}
    for number, (place, cited) in enumerate(grouped.items(), 1):
        text = texts.get((place.urn, place.item)) or str(cited[0]["text"])
        exhibits.append(_exhibit(view, number, place, cited, text, reports.get(place.urn, {})))
        numbers |= {row["id"]: number for row in cited}
    return tuple(exhibits), numbers


def _exhibit(
    view: View, number: int, place: _Place, cited: list[Fields], text: str, report: Fields
) -> Exhibit:
    first = cited[0]
    said = [_said(view, row) for row in cited if row["modality"] in MODALITY_WORDS]
    return Exhibit(
        number=number,
        ids=tuple(row["id"] for row in cited),
        parts=_parts(view, place, cited, text),
        grade=first["grade"],
        handling=first["handling"],
        urn=place.urn,
        item=place.item,
        originator=view.mask.hide_known(inert(first["originator"])),
        date=period(report.get("information_from") or "", report.get("information_to") or ""),
        status=", ".join(sorted({row["status"] for row in cited})),
        modality="; ".join(sorted(set(said))),
        language=first["language"] or "",
    )


def _said(view: View, row: Fields) -> str:
    said_by = view.mask.hide(row["attribution"] or "")
    source = f" (according to “{said_by}”)" if said_by else ""
    return f"{MODALITY_WORDS[row['modality']]}{source}"


def _parts(
    view: View, place: _Place, cited: list[Fields], text: str
) -> tuple[tuple[str, bool], ...]:
    """The sentence cut at the edges of cited spans, withheld pieces blacked out."""
    hidden = view.hidden_spans(place.urn, place.item, text)
    spans = sorted(
        (max(r["start"], place.begin), min(r["end"], place.end))
        for r in cited
        if r["start"] >= 0 and r["end"] > r["start"]
    )
    parts: list[tuple[str, bool]] = []
    at = place.begin
    for start, end in spans:
        if end <= at:
            continue
        parts.append((_shown(text, at, max(start, at), hidden), False))
        parts.append((_shown(text, max(start, at), end, hidden), True))
        at = end
    parts.append((_shown(text, at, place.end, hidden), False))
    return tuple((_cut(part), marked) for part, marked in parts if part)


def _shown(text: str, start: int, end: int, hidden: list[tuple[int, int]]) -> str:
    inside = [
        (max(a, start) - start, min(b, end) - start) for a, b in hidden if a < end and b > start
    ]
    return inert(blacked_out(text[start:end], inside))


def _cut(part: str) -> str:
    return part if len(part) <= _LONGEST else f"{part[:_LONGEST]} […]"
