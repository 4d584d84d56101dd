"""Around: what is said of some people alone, where a picture of everything would take minutes.

A command asks about a handful of people and ends. Whether they may be named follows from what is
said, judged and decided of them, which the store finds without looking through the rest.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from headwater.model import schemata
from headwater.node.looking.shelf import Beside, Held
from headwater.node.node import Node
from headwater.node.settings import clock
from headwater.node.workroom import InPlace
from headwater.safeguard import HELD_BY

if TYPE_CHECKING:
    import pyarrow as pa

_KINDS = frozenset(
    name
    for name, known in schemata().items()
    if name == "Thing"
    or known.is_a("LegalEntity")
    or not known.properties.keys().isdisjoint(HELD_BY)
)
"""Kinds of things that may be somebody, or be somebody's."""


class Sight(Protocol):
    """What tells who is protected: a picture that is at hand, or one of those who are asked about.

    Either has all in it that decides on an entity.
    """

    def around(self, entities: Mapping[str, str]) -> Held:
        """A picture in which all is told that decides on some entities.

        Args:
            entities: Their ids, with their schemas; empty where it is not known.
        """


class Around:
    """Pictures of what a viewer sees of some people alone; nobody is shown them.

    Args:
        node: The node as the viewer sees it.
    """

    def __init__(self, node: Node) -> None:
        self._node = node

    def around(self, entities: Mapping[str, str]) -> Held:
        """The picture of these, of whoever holds them, and of all that is joined with either.

        What is nobody and nobody's, as places and legs are, is left out.

        Cost: by what is said and judged of these; the first time by the number of reports too.
        """
        import pyarrow as pa
        import pyarrow.compute as pc

        from headwater.picture import Part, build_part
        from headwater.resolve import joined_with

        node, store, allowed = self._node, self._node.store, self._node.allowed()
        asked = {one for one, schema in entities.items() if _is_asked(one, schema)}
        said = (one for entity in asked for one in store.statements_of(entity, allowed))
        asked |= {one.value for one in said if one.property in HELD_BY}
        members = {*asked, *joined_with(store, asked)}
        scan = store.scan_around(members, allowed)
        urns = pc.unique(pc.cast(scan["urn"], pa.string()))
        reports = self._reports.filter(pc.is_in(self._reports["urn"], value_set=urns))
        part = Part(scan, reports, store.judgements_on(members))
        picture = build_part(store, part, node.viewer, node.purpose)
        return Held(picture, clock(), 0.0, Beside(InPlace()))

    @cached_property
    def _reports(self) -> "pa.Table":
        return self._node.store.reports(self._node.allowed())


def _is_asked(entity: str, schema: str) -> bool:
    from headwater.intake import place

    return schema in _KINDS or (not schema and place(entity) is None)
