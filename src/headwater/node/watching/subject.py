"""Subject: whom a watch is about, and whether that person may be watched, as its owner sees it."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from headwater.node.node import Node
from headwater.node.questions import questions_on
from headwater.node.watching.question import LEAST_CHANCE
from headwater.safeguard import RANKABLE, Category
from headwater.safeguard.watching import Kind, Watch

if TYPE_CHECKING:
    import pyarrow as pa

    from headwater.resolve import KnownAs


def subjects_of(node: Node, watch: Watch) -> dict[str, frozenset[str]]:
    """The persons whom a watch is about, of those this viewer sees, with their categories.

    A number is about everybody who is said to hold it. A name is about whoever bears it and may be
    watched: many are called alike, and the others are not asked about.

    Cost: one walk over what the viewer sees; a watch is put seldom.
    """
    if not watch.about_people or watch.safeguarding:
        return {}
    scan = node.store.scan(node.allowed())
    bearing = _named(scan, watch) if watch.kind is Kind.PERSON else _holding(scan, watch)
    people = {entity: standing_of(node, entity) for entity in _one_each(node, bearing)}
    if watch.kind is Kind.PERSON:
        people = {entity: held for entity, held in people.items() if may_be_watched(held)}
    return people


def standing_of(node: Node, entity: str) -> frozenset[str]:
    """What was decided of a person, as this viewer sees it; one of whom it is asked whether it is
    recorded as being moved is undecided again."""
    from headwater.resolve import known_as

    known: KnownAs = known_as(node.store, entity, node.allowed())
    waits = {str(Category.UNDECIDED)} if questions_on(node, entity) else set()
    return known.categories | waits


def may_be_watched(categories: Collection[str]) -> bool:
    """Whether all that was decided of a person is suspect or convicted, and something was."""
    return bool(categories) and RANKABLE.issuperset(categories)


def still_watchable(node: Node, watch: Watch) -> bool:
    """Whether everybody whom a watch is about may still be watched, as its owner sees it now."""
    if not watch.about_people or watch.safeguarding:
        return True
    owner = as_owner(node, watch)
    return owner is not None and all(
        may_be_watched(standing_of(owner, entity)) for entity in watch.subjects
    )


def as_owner(node: Node, watch: Watch) -> Node | None:
    """The node as the owner of a watch sees it; None where that user is not here any more."""
    owner = node.store.user(watch.owner)
    return replace(node, viewer=owner, stated=watch.purpose) if owner else None


def _one_each(node: Node, entities: Iterable[str]) -> list[str]:
    """One entity for each person, of those that this viewer sees joined."""
    from headwater.resolve import known_as

    seen: set[str] = set()
    found = []
    for entity in sorted(entities):
        if entity not in seen:
            seen |= known_as(node.store, entity, node.allowed()).members
            found.append(entity)
    return found


def _named(scan: "pa.Table", watch: Watch) -> set[str]:
    """Persons who bear the name, in whatever script, or whose id it is."""
    import pyarrow.compute as pc

    from headwater.resolve import Wanted, wanted_in

    name = watch.question["name"]
    if pc.any(pc.equal(scan["entity"].cast("string"), name)).as_py():
        return {name}
    wanted = Wanted(watch.id, name, LEAST_CHANCE)
    return {one.entity for one in wanted_in(scan, [wanted])}


def _holding(scan: "pa.Table", watch: Watch) -> set[str]:
    """Persons who are said to hold the number, themselves or by a document or an account."""
    import pyarrow as pa
    import pyarrow.compute as pc

    from headwater.analysis.watch import bearers

    things = bearers(scan, watch.question["sort"], watch.question["number"])
    pointing = pc.and_(
        pc.is_in(scan["entity"].cast("string"), value_set=pa.array(sorted(things), pa.string())),
        pc.is_in(
            scan["property"].cast("string"), value_set=pa.array(["holder", "owner"], pa.string())
        ),
    )
    held_by = set(scan.filter(pointing)["value"].to_pylist())
    return held_by or things
