"""Shield: who is not named to a viewer, so that no page says more than the rules allow.

Names, documents, phones and whereabouts of people being moved, victims and witnesses are withheld
but for a named case or safeguarding purpose (see `safeguard.is_withheld`). People about whom nobody
has decided are withheld in the same way, except before those whose work it is to decide.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from headwater.node.decisions import DECIDERS
from headwater.node.node import Node
from headwater.node.things.columns import place_of, places, whole
from headwater.safeguard import (
    HELD_BY,
    NOT_NAMED,
    PROTECTED,
    Category,
    Purpose,
    Role,
    is_withheld,
    masked,
)

if TYPE_CHECKING:
    from headwater.brief import Mask, View
    from headwater.node.looking import Held
    from headwater.picture import Picture

Flags = npt.NDArray[np.bool_]
Spans = Sequence[tuple[int, int]]

_CATEGORISERS = frozenset({*DECIDERS, Role.SAFEGUARDING})


class Shield:
    """What must not be shown of one picture for one purpose.

    Args:
        picture: The picture.
        purpose: What the viewer looks for.
        decides: Whether the viewer is one who puts people into categories.

    Attributes:
        stands: Whether anybody is not named.
    """

    def __init__(self, picture: "Picture", purpose: Purpose, *, decides: bool) -> None:
        entities = picture.entities
        self._ids = whole(entities["id"])
        chosen = [_hides(row, purpose, decides=decides) for row in _kinds(entities).to_pylist()]
        kinds = _kinds(entities).filter(pa.array(chosen, pa.bool_()))
        marks = pc.fill_null(pc.is_in(_kind_of(entities), value_set=_kind_of(kinds)), False)
        self.stands = bool(pc.any(marks).as_py())
        self._hidden: Flags = marks.to_numpy(zero_copy_only=False).copy()
        self._mask: Mask | None = None
        self._spans: Mapping[tuple[str, int], Spans] = {}
        if self.stands:
            self._hide_what_they_hold(picture.statements)
            view = _view(picture, marks)
            self._mask, self._spans = view.mask, view.hidden_at

    def _hide_what_they_hold(self, said: pa.Table) -> None:
        """Papers, accounts and vehicles go with the people who hold them."""
        owning = pc.is_in(said["property"], value_set=pa.array(HELD_BY))
        held = said.select(["entity", "value"]).filter(owning)
        holder, theirs = (places(held[name], self._ids) for name in ("value", "entity"))
        self._hidden[theirs[(holder >= 0) & self._hidden[holder]]] = True

    def hides(self, entity: str) -> bool:
        """Whether an entity is not named."""
        at = place_of(entity, self._ids) if self.stands else -1
        return at >= 0 and bool(self._hidden[at])

    def hides_rows(self, rows: npt.NDArray[np.integer[Any]]) -> Flags:
        """For each of some rows of `entities`, whether it is not named."""
        hidden: Flags = self._hidden[rows]
        return hidden

    def name(self, entity: str, caption: str) -> str:
        """What an entity may be called."""
        return NOT_NAMED if self.hides(entity) else caption

    def text(self, urn: str, item: int, text: str) -> str:
        """An item's words without what identifies those who are not named."""
        if not self._mask:
            return text
        from headwater.brief import apart

        return masked(text, apart([*self._mask.spans(text), *self._spans.get((urn, item), ())]))

    def words(self, text: str) -> str:
        """Any other words, without what identifies those who are not named."""
        return masked(text, self._mask.spans(text)) if self._mask and text else text

    def open_words(self, asked: str) -> str:
        """What somebody searches for, without the names that are not told."""
        if not self._mask:
            return asked
        return self._mask.hide_known(asked).replace("[withheld]", " ")


def _view(picture: "Picture", marks: pa.Array) -> "View":
    """The picture as a briefing would tell it, if these were the protected."""
    from headwater.brief import View

    entities = picture.entities
    at = entities.schema.get_field_index("protected")
    told = entities.set_column(at, "protected", marks)
    tables = {**picture.tables, "entities": told}
    return View(replace(picture, tables=MappingProxyType(tables)))


def shield_for(node: Node, picture: "Picture") -> Shield:
    """The shield before what this viewer sees for their purpose."""
    return Shield(picture, node.purpose, decides=may_categorise(node))


def shield_of(node: Node, held: "Held") -> Shield:
    """The shield before a picture that is at hand, made by whoever asks for it first.

    Viewers who are shown the same share it.
    """
    name = f"shield {node.purpose.kind} {may_categorise(node)}"
    return held.beside.kept(name, held.picture, partial(shield_for, node))


def may_categorise(node: Node) -> bool:
    """Whether the viewer is one who puts people into categories."""
    return bool(_CATEGORISERS & node.viewer.roles)


_KIND = ["protected", "category", "public_office"]


def _kinds(entities: pa.Table) -> pa.Table:
    """The combinations there are of what decides on a name."""
    return entities.select(_KIND).group_by(_KIND).aggregate([])


def _kind_of(entities: pa.Table) -> Any:  # noqa: ANN401 - Arrow has no types
    flags = [pc.cast(entities[name], pa.string()) for name in ("protected", "public_office")]
    joined = pc.binary_join_element_wise(entities["category"], *flags, "|")
    return joined.combine_chunks() if isinstance(joined, pa.ChunkedArray) else joined


def _hides(row: dict[str, Any], purpose: Purpose, *, decides: bool) -> bool:
    category = Category(row["category"] or "undecided")
    if not row["protected"] or category not in PROTECTED:
        return False
    if decides and category is Category.UNDECIDED:
        return False
    in_office = bool(row["public_office"])
    return is_withheld("name", category, purpose, public_office=in_office)
