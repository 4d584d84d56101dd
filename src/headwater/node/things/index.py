"""Index: which rows of a picture speak of what; made once of a picture, and dropped with it."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import parse_marking
from headwater.node.things.by_report import Sentences
from headwater.node.things.columns import Ranked, place_of, places, ranked, whole
from headwater.node.things.postings import Postings
from headwater.node.things.tied import Tied, tied_in

if TYPE_CHECKING:
    from headwater.node.looking import Held
    from headwater.node.node import Node
    from headwater.picture import Picture

Codes = npt.NDArray[np.int32]


class ThingIndex:
    """A picture, ready to be asked about one thing after another.

    Cost: linear in the picture, some sorts of whole numbers; some twenty bytes a statement.

    Args:
        picture: The picture.
        recorded: ISO times at which reports came in, by URN, as far as they are at hand.

    Attributes:
        picture: The picture.
        ids: Ids of its entities, in order.
        tied: What is tied to what.
        group: For each report of `tied`, the number of its independence group.
        handling: The handling of each report, the strictest of what is seen of it.
        sentences: Its statements and items by their ids.
        last: For each entity, the place of the last day told of it among all such days.
        day: For each report, the place of the first day it tells of among all such days.
        recorded: For each report the day on which it came in.
    """

    def __init__(self, picture: "Picture", recorded: Mapping[str, str] | None = None) -> None:
        self.picture = picture
        self.ids: pa.Array = whole(picture.entities["id"])
        said = picture.statements
        subjects = places(said["entity"], self.ids)
        self._joined, self._into = _joined_in(whole(said["mention"]), subjects, self.ids)
        self._said = Postings(subjects, np.arange(said.num_rows, dtype=np.int32), len(self.ids))
        self.tied: Tied = tied_in(picture, self.ids, subjects)
        urns, group = (whole(said[name]) for name in ("urn", "group"))
        self._urn: Codes = urns.indices.to_numpy()
        self._report = places(urns.dictionary, whole(picture.reports["urn"]))
        self.group: Codes = np.zeros(len(urns.dictionary), dtype=np.int32)
        self.group[self._urn] = group.indices.to_numpy()
        self.last = ranked(picture.entities["last"]).codes
        self.day = ranked(picture.reports["information_from"]).codes
        self.recorded = _recorded(picture, recorded or {})
        self.handling = _handling_in(picture)
        self.sentences = Sentences(picture)

    def row(self, entity: str) -> int:
        """Row of an entity, or of that into which a mention was joined; -1 where there is none."""
        at = place_of(entity, self.ids)
        if at >= 0:
            return at
        joined = place_of(entity, self._joined)
        return int(self._into[joined]) if joined >= 0 else -1

    def said(self, row: int) -> Codes:
        """Rows of the statements about an entity, in order."""
        return self._said.of(row)

    def report_of(self, statements: Codes) -> Codes:
        """Number of the report of each of some statements, as `tied` and `group` have it."""
        reports: Codes = self._urn[statements]
        return reports

    def reports(self, row: int) -> Codes:
        """Rows of the reports in which something is said of an entity, in order."""
        found = np.sort(self._report[np.unique(self.report_of(self.said(row)))])
        reports: Codes = found[found >= 0]
        return reports


def index_for(node: "Node", picture: "Picture") -> ThingIndex:
    """The index of what a viewer sees."""
    return ThingIndex(picture, node.store.recent.recorded())


def index_of(node: "Node", held: "Held") -> ThingIndex:
    """The index of a picture that is at hand, made by whoever asks for it first."""
    return held.beside.kept("things", held.picture, partial(index_for, node))


def _joined_in(mentions: pa.DictionaryArray, subjects: Codes, ids: pa.Array) -> tuple[Any, Codes]:
    """The mentions that were joined into another, in order, and the rows of what they are now."""
    words, into = mentions.dictionary, np.zeros(len(mentions.dictionary), dtype=np.int32)
    into[mentions.indices.to_numpy()] = subjects
    moved = np.flatnonzero(
        pc.not_equal(words, ids.take(pa.array(into))).to_numpy(zero_copy_only=False)
    )
    joined = words.take(pa.array(moved))
    order = pc.sort_indices(joined)
    return joined.take(order), into[moved[order.to_numpy()]]


def _recorded(picture: "Picture", recorded: Mapping[str, str]) -> Ranked:
    came = pa.array([time[:10] for time in recorded.values()], pa.string())
    at = pc.index_in(whole(picture.reports["urn"]), value_set=pa.array(list(recorded), pa.string()))
    return ranked(came.take(at))


def _handling_in(picture: "Picture") -> Ranked:
    """The handling of each report: that of an item with conditions, where it has one."""
    handling = whole(picture.items["handling"])
    words = tuple(handling.dictionary.to_pylist())
    strict = np.array([parse_marking(f"2D-{one}")[1].code == "C" for one in words], dtype=np.bool_)
    report = places(picture.items["urn"], whole(picture.reports["urn"]))
    code = handling.indices.to_numpy()
    codes = np.full(picture.reports.num_rows, -1, dtype=np.int32)
    for wanted in (~strict, strict):  # what comes last stays
        rows = wanted[code] & (report >= 0)
        codes[report[rows]] = code[rows]
    return Ranked(codes, words)
