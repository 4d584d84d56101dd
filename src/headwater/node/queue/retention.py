"""Retention: when each report that somebody sees is to be looked at again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from headwater.model import parse_marking
from headwater.node.node import Node
from headwater.node.queue.retaining import retained
from headwater.node.reading.withheld import titles_told
from headwater.node.settings import today
from headwater.safeguard import Category, retention

if TYPE_CHECKING:
    from headwater.node.looking import Held
    from headwater.picture import Picture

Codes = NDArray[np.int64]

_SOONEST = [("due", "ascending"), ("urn", "ascending")]


class Due(NamedTuple):
    """A report that somebody is to look at again.

    Attributes:
        urn: The report.
        due: ISO date.
        why: What it holds that asks for it.
    """

    urn: str
    due: str
    why: str


@dataclass(frozen=True, slots=True)
class Reviews:
    """The reports of a picture that are to be looked at again by today, the soonest first.

    Attributes:
        table: Columns urn, due (ISO date), why.
    """

    table: pa.Table

    def __len__(self) -> int:
        """How many are due."""
        return int(self.table.num_rows)

    def rows(self, start: int = 0, most: int | None = None) -> list[Due]:
        """Those that are due, from one on, so many at most; None for all."""
        return [Due(**row) for row in self.table.slice(start, most).to_pylist()]


def reviews_beside(node: Node, held: "Held") -> Reviews:
    """The reviews of a picture that is at hand, worked out by whoever asks for them first."""
    dates = held.beside.kept("retention", held.picture, partial(review_dates, node))
    return _due(dates, retained(node))


def titled(node: Node, due: Sequence[Due], held: "Held") -> dict[str, str]:
    """What reports that are due are called, by URN, as they are told; untitled, by their URN.

    Cost: one pass over the reports of the picture.
    """
    reports, wanted = (
        held.picture.tables["reports"],
        pa.array([one.urn for one in due], pa.string()),
    )
    named = reports.filter(pc.is_in(reports["urn"], wanted))
    titles = {row["urn"]: row["title"] or "" for row in named.select(["urn", "title"]).to_pylist()}
    told = titles_told(node, titles, lambda: held)
    return {one.urn: told.get(one.urn) or one.urn for one in due}


def reviews_of(node: Node, picture: "Picture") -> Reviews:
    """The reviews of a picture."""
    return _due(review_dates(node, picture), retained(node))


def _due(dates: pa.Table, kept: Mapping[str, date]) -> Reviews:
    """What is due by today, reviews counted that were made since."""
    day = today().isoformat()
    first = dates.filter(pc.less_equal(dates["due"], day))
    seen = pc.is_in(first["urn"], pa.array(kept, pa.string()))
    again = [
        {**row, "due": retention.reviewed_again(kept[row["urn"]], row["again"]).isoformat()}
        for row in first.filter(seen).to_pylist()
    ]
    still = pa.Table.from_pylist([row for row in again if row["due"] <= day], dates.schema)
    whole = pa.concat_tables([first.filter(pc.invert(seen)), still]).sort_by(_SOONEST)
    return Reviews(whole.drop_columns("again"))


def review_dates(node: Node, picture: "Picture") -> pa.Table:
    """When the reports of a picture are to be looked at first, the soonest first.

    Columns urn, due (ISO date), why, and again: months from one review to the next. Of the reports
    that concern a person by that person's category; a table of whose rows digests are kept
    concerns people being moved.

    Args:
        node: The node as the viewer of the picture sees it.
        picture: What this viewer sees.

    Cost: linear in the statements seen, column by column; a date is reckoned once for all reports
    of one day, handling and sort of people.
    """
    reports = node.store.reports(node.allowed()).select(["urn", "recorded", "handling"])
    people, categories = _people(node, picture, reports["urn"])
    recorded, days = _coded(pc.utf8_slice_codeunits(reports["recorded"], 0, 10))
    handling, handlings = _coded(reports["handling"])
    sorts, which = np.unique(np.stack([recorded, handling, people]), axis=1, return_inverse=True)
    reckoned = list(_reckoned(sorts.T.tolist(), days, handlings, categories))
    due, why, again = zip(*reckoned, strict=True) if reckoned else ((), (), ())
    spread = pa.array(which.ravel())
    table = pa.table(
        {
            "urn": reports["urn"],
            "due": pa.array(due, pa.string()).take(spread),
            "why": pa.array(why, pa.string()).take(spread),
            "again": pa.array(again, pa.int16()).take(spread),
        }
    )
    return table.sort_by(_SOONEST)


def _reckoned(
    sorts: Sequence[Sequence[int]],
    days: Sequence[str],
    handlings: Sequence[str],
    words: Sequence[str],
) -> Iterator[tuple[str, str, int]]:
    for day, handling, people in sorts:
        held = compress(words, (people >> place & 1 for place in range(len(words))))
        review = retention.review_due(
            date.fromisoformat(days[day]),
            [(word,) for word in held],
            parse_marking(f"2D-{handlings[handling]}")[1],
            today(),
        )
        yield review.on.isoformat(), review.group, review.again_months


def _people(node: Node, picture: "Picture", urns: pa.ChunkedArray) -> tuple[Codes, list[str]]:
    """For each report the categories of the people it speaks of, one bit each; the categories."""
    entities = picture.entities
    persons = entities.filter(pc.equal(pc.cast(entities["schema"], pa.string()), "Person"))
    category, words = _coded(persons["category"])
    traced = pa.array(sorted(node.store.traced_reports(node.allowed())), pa.string())
    held = pc.is_in(urns, value_set=traced).to_numpy().astype(np.int64)
    who = _places(picture.statements["entity"], persons["id"])
    report = _places(picture.statements["urn"], urns)
    told = (who >= 0) & (report >= 0)
    np.bitwise_or.at(held, report[told], 2 << category[who[told]])
    return held, [str(Category.BEING_MOVED), *words]


def _coded(column: pa.ChunkedArray) -> tuple[Codes, list[str]]:
    """A column of words as numbers, and the words by number."""
    coded = pc.cast(column, pa.string()).combine_chunks().dictionary_encode()
    return coded.indices.to_numpy().astype(np.int64), coded.dictionary.to_pylist()


def _places(column: pa.ChunkedArray, among: pa.ChunkedArray) -> Codes:
    """Where each word of a column stands among others; -1 where it does not."""
    coded = column.combine_chunks()
    found = pc.fill_null(pc.index_in(coded.dictionary, value_set=among.combine_chunks()), -1)
    places: Codes = found.to_numpy()[coded.indices.to_numpy()]
    return places
