"""Decided: decisions on statements in force, as entries that can be taken back."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from headwater.model import Review, parse_statement_id
from headwater.resolve.columns import Row, among, rows, statement_ids
from headwater.resolve.review.entry import QueueEntry
from headwater.resolve.review.queue import Asked, Page, no_place, page_of, visible
from headwater.resolve.review.taking_back import Decided
from headwater.resolve.review.wording import Names, number_of, said_in, told

if TYPE_CHECKING:
    import pyarrow as pa

_MOST_SHOWN = 10  # of a stroke that took many


def decided(
    scan: "pa.Table",
    reviews: Sequence[Review],
    asked: Asked,
    *,
    place_name: Callable[[str], str] = no_place,
) -> Page:
    """What was decided on statements and is in force, the latest first; each stroke is one entry.

    Args:
        scan: The store's scan of statements for the viewer.
        reviews: All reviews in the order in which they were given.
        asked: Which entries are wanted.
        place_name: Name of a place that everybody knows, by its id.
    """
    seen = visible(scan, {one.statement for one in reviews})
    strokes = Decided(r for r in reviews if r.statement in seen).strokes()
    names = Names(scan, place_name)
    entries = (_entry(scan, stroke, names) for stroke in strokes)
    return page_of(entries, asked, {"decided": len(strokes)})


def _entry(scan: "pa.Table", stroke: list[Review], names: Names) -> QueueEntry:
    first, few = stroke[0], [one.statement for one in stroke[:_MOST_SHOWN]]
    said = _said(scan, few + [one.instead for one in stroke[:1] if one.instead])
    shown = [one for one in few if said[one].entity == said[few[0]].entity]
    what = f"{_verb(first)}: {_told(scan, [said[one] for one in shown], names)}"
    if first.instead:
        what += f"; instead: {_told(scan, [said[first.instead]], names)}"
    if len(stroke) > len(shown):
        what += f" and {number_of(len(stroke) - len(shown), 'statement')} more"
    end = "" if first.reason.endswith((".", "!", "?")) else "."
    return QueueEntry(
        id=first.id if len(stroke) == 1 else f"{first.id}+",
        kind="decided",
        about=(said[few[0]].entity,),
        what=what,
        why=f"{first.reason}{end} By {first.author}, {first.made}.",
        evidence=tuple(shown),
    )


def statements_told(
    scan: "pa.Table",
    ids: Sequence[str],
    *,
    place_name: Callable[[str], str] = no_place,
) -> list[str]:
    """A few statements as short lines, what one item says of one entity in one line.

    Args:
        scan: The store's scan of statements for the viewer.
        ids: The statements; those that the scan does not hold are left out.
        place_name: Name of a place that everybody knows, by its id.
    """
    said, names = _said(scan, ids), Names(scan, place_name)
    together: dict[tuple[str, str], list[Row]] = {}
    for one in ids:
        if one in said:
            item = one.rpartition(".")[0]
            together.setdefault((item, said[one].entity), []).append(said[one])
    return [_told(scan, held, names) for held in together.values()]


def _verb(review: Review) -> str:
    return "Corrected" if review.instead else str(review.status).capitalize()


def _told(scan: "pa.Table", chosen: Sequence[Row], names: Names) -> str:
    return told((said_in(scan, one.number) for one in chosen), names)


def _said(scan: "pa.Table", ids: Sequence[str]) -> dict[str, Row]:
    """What the scan holds of a few statements."""
    import numpy as np

    urns = {parse_statement_id(one)[0] for one in ids}
    chosen = among(scan, "urn", urns)
    known = statement_ids(scan, np.flatnonzero(chosen).tolist())
    chosen[[row for row, one in known.items() if one not in ids]] = False
    return {known[row.number]: row for row in rows(scan, chosen)}
