"""Ends: who may be named where money comes from and goes to. Everybody else is "customers"."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from headwater.analysis.business.money.movements import Flags, Movements
from headwater.model import schemata
from headwater.picture import Picture

CUSTOMERS = "customers"
"""Stands for everybody who is neither suspected nor convicted nor a body, in aggregate."""
UNSAID = "not said"
"""Stands for an end of which nothing is told."""


@dataclass(frozen=True, slots=True, eq=False)
class Ends:
    """What is shown of each end of the movements, by the end's number.

    Attributes:
        named: Whether the end may be named.
        unsaid: Whether nothing is told of it.
        id: Its id; `CUSTOMERS` or `UNSAID` where it may not be named.
        name: The same with its name.
        shown: A number that all ends with the same id share.
        waiting: Whether nobody has decided a category for it.
        hidden: How many ends are not named.
    """

    named: Flags
    unsaid: Flags
    id: list[str]
    name: list[str]
    shown: npt.NDArray[np.int64]
    waiting: Flags
    hidden: int


def ends_of(picture: Picture, movements: Movements) -> Ends:
    """Suspected and convicted people who may be ranked, and bodies, are named; nobody else is."""
    entities = picture.entities
    ids = pa.array(movements.ends, pa.string())
    # Who is in no table of people is somebody whose category nobody has decided.
    known = entities.take(pc.index_in(ids, value_set=entities["id"].combine_chunks()))
    category = pc.fill_null(known["category"], "undecided")
    bodies = [word for word in pc.unique(known["schema"].drop_null()).to_pylist() if _is_body(word)]
    body = pc.is_in(known["schema"], value_set=pa.array(bodies, pa.string()))
    free = pc.and_(pc.equal(category, ""), body)
    named = pc.or_(pc.fill_null(known["rankable"], False), free)
    unsaid = pc.equal(ids, "")
    shown = pc.if_else(named, ids, pc.if_else(unsaid, UNSAID, CUSTOMERS))
    hidden = pc.and_(pc.invert(named), pc.invert(unsaid))
    waiting = pc.and_(hidden, pc.equal(category, "undecided"))
    return Ends(
        named=_flags(named),
        unsaid=_flags(unsaid),
        id=shown.to_pylist(),
        name=pc.if_else(named, pc.fill_null(known["caption"], ""), shown).to_pylist(),
        shown=np.asarray(shown.combine_chunks().dictionary_encode().indices, dtype=np.int64),
        waiting=_flags(waiting),
        hidden=int(pc.sum(hidden).as_py() or 0),
    )


def _flags(column: pa.ChunkedArray) -> Flags:
    found: Flags = np.asarray(column, dtype=np.bool_)
    return found


def _is_body(schema: str) -> bool:
    """Whether it is said to be a body: an organisation, a company, a network."""
    known = schemata()
    return schema in known and known[schema].is_a("Organization")
