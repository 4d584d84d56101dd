"""Tied: every line between two entities, seen from either end, as columns of numbers."""

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import schemata
from headwater.node.things.columns import places, ranked, whole
from headwater.node.things.wording import in_words

if TYPE_CHECKING:
    from headwater.picture import Picture

Codes = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines between entities, a row for each line and end.

    Attributes:
        other: Row of the entity at the other end.
        how: Number in `Tied.words` of how the two are tied.
        report: Number of the report that tells it, among those with a statement.
        day: Number in `Tied.days` of the day that a link bears; -1 for a statement.
        grade: Number in `Tied.grades` of the grade under which it is told.
        accepted: 1 where somebody accepted it.
        source: Row in `links`, from 0; or that of a statement, taken from -1 downwards.
    """

    other: Codes
    how: Codes
    report: Codes
    day: Codes
    grade: Codes
    accepted: Codes
    source: Codes

    def at(self, rows: slice | npt.NDArray[np.int64]) -> "Lines":
        """Some of them."""
        return Lines(*(getattr(self, one.name)[rows] for one in fields(self)))


@dataclass(frozen=True, slots=True)
class Tied:
    """All lines of a picture: links, and statements of other things that name an entity.

    Attributes:
        start: For each entity where its lines begin, and at last where all end.
        lines: The lines, those of one entity together.
        words: Layers of the network, and properties in words.
        days: The days of links, in order.
        grades: The grades.
    """

    start: npt.NDArray[np.int64]
    lines: Lines
    words: tuple[str, ...]
    days: tuple[str, ...]
    grades: tuple[str, ...]

    def of(self, row: int) -> Lines:
        """The lines of an entity, those of links first, else in order."""
        return self.lines.at(slice(int(self.start[row]), int(self.start[row + 1])))


def tied_in(picture: "Picture", ids: pa.Array, subjects: Codes) -> Tied:
    """All lines of a picture.

    Args:
        picture: The picture.
        ids: Ids of its entities, in order.
        subjects: For each statement, the row of the entity that it is about.
    """
    ends = {name: places(picture.links[name], ids) for name in ("source", "target")}
    every = pa.concat_tables(
        [
            _links(picture.links, ends["source"], ends["target"]),
            _links(picture.links, ends["target"], ends["source"]),
            _naming(picture.statements, subjects, ids),
        ]
    )
    end, other = (every[name].to_numpy() for name in ("end", "other"))
    lines = np.flatnonzero((end >= 0) & (other >= 0) & (end != other))
    lines = lines[np.argsort(end[lines], kind="stable")]
    every = every.take(pa.array(lines))
    coded = {name: ranked(every[name]) for name in ("how", "day", "grade")}
    columns = {name: every[name].to_numpy() for name in ("other", "accepted", "source")}
    columns |= {name: codes for name, (codes, _) in coded.items()}
    columns["report"] = places(every["report"], whole(picture.statements["urn"]).dictionary)
    return Tied(
        start=np.searchsorted(every["end"].to_numpy(), np.arange(len(ids) + 1)),
        lines=Lines(**columns),
        words=coded["how"][1],
        days=coded["day"][1],
        grades=coded["grade"][1],
    )


def _links(links: pa.Table, end: Codes, other: Codes) -> pa.Table:
    """The links from one of their ends: the layer, and the kind where that says more."""
    layer, kind = links["layer"], links["kind"]
    plain = pc.or_(pc.equal(kind, ""), pc.equal(kind, layer))
    return _lines(
        links,
        end=end,
        other=other,
        how=pc.if_else(plain, layer, pc.binary_join_element_wise(layer, kind, ": ")),
        report=links["report"],
        day=pc.utf8_slice_codeunits(links["date"], 0, 10),
        source=np.arange(links.num_rows, dtype=np.int32),
    )


def _naming(said: pa.Table, subjects: Codes, ids: pa.Array) -> pa.Table:
    """The statements of other things that name an entity; links have rows of their own."""
    rows = np.sort(np.concatenate((_rows_naming(said), _rows_open(said, subjects))))
    part = said.select(["property", "value", "urn", "grade", "status"]).take(pa.array(rows))
    named = whole(part["property"])
    words = pa.array([in_words(one) for one in named.dictionary.to_pylist()], pa.string())
    return _lines(
        part,
        end=places(part["value"], ids),
        other=subjects[rows],
        how=words.take(named.indices),
        report=part["urn"],
        day=pa.nulls(len(rows), pa.string()),
        source=(-1 - rows).astype(np.int32),
    )


def _rows_naming(said: pa.Table) -> npt.NDArray[np.int64]:
    schema, named = (whole(said[name]) for name in ("schema", "property"))
    words = named.dictionary.to_pylist()
    tells = np.zeros((len(schema.dictionary), len(words)), dtype=np.bool_)
    for row, name in enumerate(schema.dictionary.to_pylist()):
        known = schemata().get(name)
        if known and not known.edge and name != "CategoryDecision":
            given = known.properties
            tells[row] = [word in given and given[word].type == "entity" for word in words]
    return np.flatnonzero(tells[schema.indices.to_numpy(), named.indices.to_numpy()])


def _rows_open(said: pa.Table, subjects: Codes) -> npt.NDArray[np.int64]:
    """The one end of a tie whose other end is not told, as of a role without a group: no link."""
    schema, named, modality = (whole(said[name]) for name in ("schema", "property", "modality"))
    words = {word: at for at, word in enumerate(named.dictionary.to_pylist())}
    side = np.zeros((len(schema.dictionary), len(words) + 1), dtype=np.uint8)
    for row, name in enumerate(schema.dictionary.to_pylist()):
        known = schemata().get(name)
        if known and known.edge:
            side[row, words.get(known.edge.source, -1)] |= _SOURCE
            side[row, words.get(known.edge.target, -1)] |= _TARGET
    ends = side[schema.indices.to_numpy(), named.indices.to_numpy()]
    rows = np.flatnonzero((ends > 0) & (subjects >= 0))
    held = np.zeros(int(subjects.max(initial=0)) + 1, dtype=np.uint8)
    np.bitwise_or.at(held, subjects[rows], ends[rows])
    denied = pc.equal(pc.cast(modality, pa.string()), "denied").to_numpy(zero_copy_only=False)
    alone = (held[subjects[rows]] != _SOURCE | _TARGET) & ~denied[rows]
    found: npt.NDArray[np.int64] = rows[alone]
    return found


_SOURCE, _TARGET = 1, 2


def _lines(rows: pa.Table, **columns: Any) -> pa.Table:  # noqa: ANN401 - Arrow has no types
    """Columns of lines with the grade and the status of the rows that tell them."""
    accepted = pc.equal(pc.cast(rows["status"], pa.string()), "accepted")
    table = pa.table(columns | {"grade": rows["grade"], "accepted": pc.cast(accepted, pa.int32())})
    words = pa.schema([(name, pa.string()) for name in ("how", "report", "day", "grade")])
    kinds = [words.field(n) if (n := one.name) in words.names else one for one in table.schema]
    return table.cast(pa.schema(kinds)).select(sorted(table.column_names))
