"""What the picture holds about the people who may be ranked: their ties and their roles.

Everybody else is taken out here, before any method about persons runs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from headwater.analysis.grades import is_weak
from headwater.analysis.organisers.functions import function_rows
from headwater.graph import Numbers, Ties
from headwater.model import WrongUse
from headwater.picture import Picture

Flags: TypeAlias = npt.NDArray[np.bool_]
Codes: TypeAlias = npt.NDArray[np.int64]

_TOLD_AS_DONE = pa.array(["done", "attempted"])


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """Lines of evidence, one row each.

    Attributes:
        person: Number of the person it is about.
        other: For a tie the number of the person at the other end, for a role that of the role
            in `Evidence.roles`.
        weak: Whether its grade is weak (`headwater.analysis.grades`).
        unit: Number of the item that it was taken from; what is drawn again in each world.
        group: Number of its independence group.
        statement: Id of the statement.
        grade: Number of its grade in `Evidence.grade_words`.
        layer: For a tie the number of its layer in `Evidence.layer_words`; else 0.
        weight: For a tie the weight given to it; else 1.
        directed: For a tie whether it runs from the person to the other; else true.
        fact: Number of what it says: the same ends, layer and date from the same independence
            group are one fact, however often they are told.
    """

    person: Codes
    other: Codes
    weak: Flags
    unit: Codes
    group: Codes
    statement: npt.NDArray[np.object_]
    grade: Codes
    layer: Codes
    weight: Numbers
    directed: Flags
    fact: Codes

    def kept(self, mask: Flags | Codes) -> "Lines":
        """The lines where the mask is true, or those of these numbers."""
        return Lines(*(getattr(self, one.name)[mask] for one in fields(self)))


def joined(one: Lines, other: Lines) -> Lines:
    """These lines and those."""
    return Lines(
        *(np.concatenate([getattr(one, f.name), getattr(other, f.name)]) for f in fields(Lines))
    )


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """What there is to rank by.

    Attributes:
        ids: Ids of the people who may be ranked, in text order; their places are their numbers.
        names: Their captions.
        ties: Ties between two of them.
        roles: Their roles.
        role_words: The roles that occur, by number.
        functions: What they do and control; `other` is the number of the function.
        function_words: The functions that occur, by number.
        layer_words: The layers of ties that occur, by number.
        units: Number of items that the lines were taken from.
        left_out: Number of people who may not be ranked.
        cut: Number of links that ended at one of those, and went with them.
        grade_words: The grades that occur, as written, by number.
    """

    ids: list[str]
    names: list[str]
    ties: Lines
    roles: Lines
    role_words: list[str]
    functions: Lines
    function_words: list[str]
    layer_words: list[str]
    units: int
    left_out: int
    cut: int
    grade_words: list[str]

    @property
    def lines(self) -> tuple[Lines, Lines, Lines]:
        """Ties, roles and functions."""
        return self.ties, self.roles, self.functions

    def network(self, ties: Lines) -> Ties:
        """These ties as a network of all the people who may be ranked."""
        return Ties.of(ties.person, ties.other, len(self.ids))


def gather(picture: Picture, parameters: Mapping[str, Any]) -> Evidence:
    """The evidence in a picture, by the parameters layers, include_proposed and drop_weak.

    Raises:
        WrongUse: If a layer is asked for that no tie between people who may be ranked has.
    """
    entities = picture.entities
    people = entities.filter(entities["rankable"])
    ids = people["id"].combine_chunks()
    links, cut = _between(_usable(picture.links, parameters), ids, _others(entities))
    layers = [word.strip() for word in str(parameters["layers"]).split(",") if word.strip()]
    if layers:
        _check_layers(layers, picture.links, ids)
        links = links.filter(pc.is_in(links["layer"], value_set=pa.array(layers)))
    numbers = (_Numbers(), _Numbers(), _Numbers())
    ends = (_at(links["source"], ids), _at(links["target"], ids))
    layer_words = sorted(pc.unique(links["layer"]).to_pylist())
    ties = _with_layers(_lines(links, *ends, numbers), links, layer_words)
    roles, role_words = _words_of(
        _usable(_role_statements(picture), parameters), ("member", "role"), ids, numbers
    )
    functions, function_words = _words_of(
        _usable(function_rows(picture), parameters), ("person", "function"), ids, numbers
    )
    return Evidence(
        ids=ids.to_pylist(),
        names=people["caption"].to_pylist(),
        ties=ties,
        roles=roles,
        role_words=role_words,
        functions=functions,
        function_words=function_words,
        layer_words=layer_words,
        units=numbers[0].count,
        left_out=len(_others(entities)),
        cut=cut,
        grade_words=numbers[2].words,
    )


def _check_layers(asked: list[str], links: pa.Table, ids: pa.Array) -> None:
    inside = pc.and_(*(pc.is_in(links[end], value_set=ids) for end in ("source", "target")))
    here = sorted({*pc.unique(links["layer"].filter(inside)).to_pylist()} - {"", None})
    for word in asked:
        if here and word not in here:
            raise WrongUse(
                f"no tie is of the layer {word!r}",
                where="parameter layers",
                why=f"layers here: {', '.join(here)}",
                do="name one of these, or leave the parameter out to use all",
            )


def _others(entities: pa.Table) -> pa.Array:
    """Ids of the people who may not be ranked: those with a category, even an undecided one."""
    person = pc.and_(pc.not_equal(entities["category"], ""), pc.invert(entities["rankable"]))
    return entities.filter(person)["id"].combine_chunks()


def _usable(rows: pa.Table, parameters: Mapping[str, Any]) -> pa.Table:
    """Rows told as done; accepted, unless proposed ones are asked for too; weak ones as asked."""
    rows = rows.filter(pc.is_in(rows["modality"], value_set=_TOLD_AS_DONE))
    if not parameters["include_proposed"]:
        rows = rows.filter(pc.equal(rows["status"], "accepted"))
    weak = is_weak(rows["grade"])
    if parameters["drop_weak"]:
        return rows.filter(pc.invert(weak)).append_column("weak", weak.filter(pc.invert(weak)))
    return rows.append_column("weak", weak)


def _between(links: pa.Table, ids: pa.Array, others: pa.Array) -> tuple[pa.Table, int]:
    """The links between two different people of `ids`; how many ended at one of `others`."""
    ends = (links["source"], links["target"])
    stray = pc.or_(*(pc.is_in(end, value_set=others) for end in ends))
    inside = pc.and_(*(pc.is_in(end, value_set=ids) for end in ends))
    inside = pc.and_(inside, pc.not_equal(*ends))
    return links.filter(inside), int(pc.sum(stray).as_py() or 0)


def _role_statements(picture: Picture) -> pa.Table:
    """One row for each time an item gives a person a role."""
    rows = picture.statements
    rows = rows.filter(pc.equal(rows["schema"], "NetworkRole"))
    rows = rows.select(
        ["id", "entity", "urn", "item", "property", "value", "status", "modality", "grade", "group"]
    ).cast(_AS_TEXT)
    member = rows.filter(pc.equal(rows["property"], "member"))
    member = member.select(["entity", "urn", "item", "value", "status"])
    member = member.rename_columns({"value": "member", "status": "member_status"})
    role = rows.filter(pc.equal(rows["property"], "role"))
    role = role.rename_columns({"value": "role", "id": "statement"}).drop_columns(["property"])
    held = role.join(member, keys=["entity", "urn", "item"], join_type="inner")
    # Who holds it must be accepted as well as what is held.
    proposed = pc.equal(held["member_status"], "proposed")
    status = pc.if_else(proposed, held["member_status"], held["status"])
    held = held.set_column(held.column_names.index("status"), "status", status)
    return held.sort_by([("statement", "ascending"), ("member", "ascending")])


_AS_TEXT = pa.schema(
    [
        (name, pa.int32() if name == "item" else pa.string())
        for name in (
            *("id", "entity", "urn", "item", "property", "value"),
            *("status", "modality", "grade", "group"),
        )
    ]
)


class _Numbers:
    """Numbers words from 0 in the order in which they are first met."""

    def __init__(self) -> None:
        self._known = pa.array([], pa.string())

    @property
    def count(self) -> int:
        return len(self._known)

    @property
    def words(self) -> list[str]:
        words: list[str] = self._known.to_pylist()
        return words

    def of(self, words: pa.ChunkedArray) -> Codes:
        if len(words):
            self._known = pc.unique(pa.chunked_array([self._known, *words.chunks]))
        return _at(words, self._known)


def _at(words: pa.ChunkedArray, known: pa.Array) -> Codes:
    places: Codes = pc.index_in(words, value_set=known).to_numpy().astype(np.int64)
    return places


def _lines(
    rows: pa.Table, person: Codes, other: Codes, numbers: tuple[_Numbers, _Numbers, _Numbers]
) -> Lines:
    units, groups, grades = numbers
    item = pc.replace_substring_regex(rows["statement"], r"\.\d+$", "")
    return Lines(
        person=person,
        other=other,
        weak=rows["weak"].to_numpy().astype(np.bool_),
        unit=units.of(item),
        group=groups.of(rows["group"]),
        statement=rows["statement"].to_numpy(),
        grade=grades.of(rows["grade"].cast(pa.string())),
        layer=np.zeros(person.size, dtype=np.int64),
        weight=np.ones(person.size),
        directed=np.ones(person.size, dtype=np.bool_),
        fact=np.arange(person.size, dtype=np.int64),
    )


def _words_of(
    rows: pa.Table,
    columns: tuple[str, str],
    ids: pa.Array,
    numbers: tuple[_Numbers, _Numbers, _Numbers],
) -> tuple[Lines, list[str]]:
    """Lines that give one of `ids` (the first column) a word (the second), and the words."""
    person, word = columns
    rows = rows.filter(pc.is_in(rows[person], value_set=ids))
    known = sorted(pc.unique(rows[word]).to_pylist())
    at = _at(rows[word], pa.array(known, pa.string()))
    return _lines(rows, _at(rows[person], ids), at, numbers), known


def _with_layers(ties: Lines, links: pa.Table, words: list[str]) -> Lines:
    """The ties with what only a link has: layer, weight, direction, and which of them repeat."""
    layer = _at(links["layer"], pa.array(words, pa.string()))
    fact = np.zeros(layer.size, dtype=np.int64)
    for said in (ties.person, ties.other, layer, _Numbers().of(links["date"]), ties.group):
        key = fact * (int(said.max(initial=0)) + 1) + said
        fact = np.unique(key, return_inverse=True)[1].astype(np.int64)
    return replace(
        ties,
        layer=layer,
        weight=pc.fill_null(links["weight"], 1.0).to_numpy().astype(np.float64),
        directed=pc.fill_null(links["directed"], False).to_numpy().astype(np.bool_),
        fact=fact,
    )
