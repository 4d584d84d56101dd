"""Statements as columns of codes: rejected ones left out, joined entities under one id.

Everything that follows counts and joins whole numbers; words are put to them at the end.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import schemata
from headwater.picture.tables import KEYS, in_order, make_table

Codes: TypeAlias = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """The statements of a picture.

    Attributes:
        statements: The table `statements`, in order.
        valid_from: ISO date on which each began to hold, or empty.
        ids: Every entity that is spoken of, as subject or as value, in text order.
        entity: For each statement the place of its subject in `ids`.
        value: For each statement the place of its value in `ids`; -1 where it names no entity.
        report: For each statement the place of its report in `urns`.
        urns: The reports.
        groups: For each report the place of its independence group among the groups.
    """

    statements: pa.Table
    valid_from: pa.ChunkedArray
    ids: pa.Array
    entity: Codes
    value: Codes
    report: Codes
    urns: list[str]
    groups: Codes

    def rows_of(
        self, names: Iterable[str], *, heirs: bool = True, also: Sequence[str] = ()
    ) -> pa.Table:
        """The statements of some schemata with their codes: columns row, e, v, u beside the rest.

        Args:
            names: The schemata.
            heirs: Whether schemata that are a kind of one of these count too.
            also: Further columns of `statements` to carry.
        """
        wanted = set(names)
        if heirs:
            wanted = {name for name, one in schemata().items() if one.ancestors & wanted}
        schema = self.statements["schema"].combine_chunks()
        codes = [i for i, word in enumerate(schema.dictionary.to_pylist()) if word in wanted]
        return self.rows_at(np.flatnonzero(np.isin(schema.indices.to_numpy(), codes)), also)

    def rows_at(self, places: Codes, also: Sequence[str] = ()) -> pa.Table:
        """The statements in these places, with their codes."""
        taken = self.statements.select([*_CARRIED, *also]).take(pa.array(places))
        codes = {"row": places, "e": self.entity, "v": self.value, "u": self.report}
        for name, values in codes.items():
            column = values if name == "row" else values[places]
            taken = taken.append_column(name, pa.array(column.astype(np.int32)))
        return taken.append_column("valid_from", self.valid_from.take(pa.array(places)))


_CARRIED = [
    *("id", "urn", "item", "entity", "schema", "property", "value"),
    *("status", "modality", "grade", "group"),
]


def code_statements(
    scan: pa.Table, clusters: Mapping[str, str], groups: Mapping[str, str]
) -> Coded:
    """Code the statements that a store's scan gives.

    Args:
        scan: Allowed statements, as `Store.scan` describes them.
        clusters: For entities that are joined with others, the id that stands for all of them.
        groups: The independence group of each report.
    """
    scan = in_order(_not_rejected(scan), KEYS["statements"])
    mention = _dictionary(scan["entity"])
    subjects = _canonical(mention.dictionary, clusters)
    naming = _names_entity(scan)
    values = _canonical(scan["value"].filter(pa.array(naming)).combine_chunks(), clusters)
    ids = pc.unique(pa.chunked_array([subjects, values], pa.string()))
    ids = ids.take(pc.sort_indices(ids))
    entity = _at(subjects, ids)[mention.indices.to_numpy()]
    value = np.full(scan.num_rows, -1, dtype=np.int64)
    value[naming] = _at(values, ids)
    urn, group = _with_groups(scan, groups)
    columns = {name: scan[name] for name in scan.column_names}
    columns |= {
        "id": statement_ids(scan),
        "entity": pa.DictionaryArray.from_arrays(pa.array(entity.astype(np.int32)), ids),
        "mention": mention,
        "group": pa.DictionaryArray.from_arrays(group.indices.take(urn.indices), group.dictionary),
    }
    if clusters:
        columns["value"] = pc.coalesce(_words_at(value, ids), scan["value"])
    return Coded(
        statements=make_table("statements", columns),
        valid_from=pc.cast(scan["valid_from"], pa.string()),
        ids=ids,
        entity=entity,
        value=value,
        report=urn.indices.to_numpy().astype(np.int64),
        urns=urn.dictionary.to_pylist(),
        groups=group.indices.to_numpy().astype(np.int64),
    )


def statement_ids(scan: pa.Table) -> pa.ChunkedArray:
    """The id of each statement of a scan, `urn#item.n`."""
    item, n = (pc.cast(scan[name], pa.string()) for name in ("item", "n"))
    front = pc.binary_join_element_wise(pc.cast(scan["urn"], pa.string()), item, "#")
    return pc.binary_join_element_wise(front, n, ".")


def _not_rejected(scan: pa.Table) -> pa.Table:
    kept = pc.not_equal(scan["status"], "rejected")
    return scan if pc.all(kept).as_py() else scan.filter(kept)


def _with_groups(
    scan: pa.Table, groups: Mapping[str, str]
) -> tuple[pa.DictionaryArray, pa.DictionaryArray]:
    """The reports of the statements, and the group of each distinct report."""
    urn = _dictionary(scan["urn"])
    words = [groups.get(one, one) for one in urn.dictionary.to_pylist()]
    return urn, pa.array(words, pa.string()).dictionary_encode()


def _dictionary(column: pa.ChunkedArray) -> pa.DictionaryArray:
    if not pa.types.is_dictionary(column.type):
        column = column.dictionary_encode()
    one = column.unify_dictionaries().combine_chunks()
    used = np.flatnonzero(np.bincount(one.indices.to_numpy()))
    place = np.zeros(len(one.dictionary), dtype=np.int32)
    place[used] = np.arange(used.size, dtype=np.int32)
    return pa.DictionaryArray.from_arrays(
        pa.array(place[one.indices.to_numpy()]), one.dictionary.take(pa.array(used))
    )


def _canonical(ids: pa.Array, clusters: Mapping[str, str]) -> pa.Array:
    if not clusters:
        return ids
    joined = pa.array(list(clusters), pa.string())
    stand = pa.array(list(clusters.values()), pa.string())
    return pc.coalesce(stand.take(pc.index_in(ids, value_set=joined)), ids)


def _names_entity(scan: pa.Table) -> npt.NDArray[np.bool_]:
    """Whether the value of each statement is an entity, by its schema and property."""
    schema, prop = (_dictionary(scan[name]) for name in ("schema", "property"))
    words = prop.dictionary.to_pylist()
    table = np.zeros((len(schema.dictionary), max(1, len(words))), dtype=np.bool_)
    for i, name in enumerate(schema.dictionary.to_pylist()):
        known = schemata()[name].properties if name in schemata() else {}
        table[i, : len(words)] = [w in known and known[w].type == "entity" for w in words]
    found: npt.NDArray[np.bool_] = table[schema.indices.to_numpy(), prop.indices.to_numpy()]
    return found


def _at(words: pa.Array, known: pa.Array) -> Codes:
    places: Codes = pc.index_in(words, value_set=known).to_numpy().astype(np.int64)
    return places


def _words_at(places: Codes, ids: pa.Array) -> pa.Array:
    return ids.take(pa.array(places, mask=places < 0))
