"""Subject: whom a watch is about, and whether that person may be watched, as its owner sees it."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from headwater.node.node import Node
from headwater.node.questions import questions_on
from headwater.node.watching.question import LEAST_CHANCE
from headwater.node.workroom import Hands
from headwater.safeguard import HELD_BY, RANKABLE, Category
from headwater.safeguard.watching import Kind, Watch

if TYPE_CHECKING:
    import pyarrow as pa

    from headwater.node.looking import Held
    from headwater.picture import Picture
    from headwater.resolve import KnownAs


Holders = Callable[[Node, Watch], set[str]]
"""Finds who is said to hold the number of a watch, of those whom the viewer sees."""


def subjects_of(node: Node, watch: Watch, holders: Holders) -> dict[str, frozenset[str]]:
    """The persons whom a watch is about, of those this viewer sees, with their categories.

    A number is about everybody who is said to hold it, each mention for itself, since what joins
    them may be taken back. A name is about whoever bears it and may be watched: many are called
    alike, and the others are not asked about.

    Args:
        node: The node as whoever asks sees it.
        watch: What is asked.
        holders: Finds who holds a number.

    Cost: of a name by how many bear its words, of one word one walk over what the viewer sees; of a
    number that of `holders`.
    """
    if not watch.about_people or watch.safeguarding:
        return {}
    by_name = watch.kind is Kind.PERSON
    bearing = _named(node, watch) if by_name else holders(node, watch)
    people: dict[str, frozenset[str]] = {}
    for entity, known in _one_each(node, bearing):
        if not by_name or may_be_watched(known.categories):
            held = known.categories | _waits(node, entity)
            people |= dict.fromkeys([entity] if by_name else sorted(known.members & bearing), held)
    return {one: held for one, held in people.items() if not by_name or may_be_watched(held)}


def _waits(node: Node, entity: str) -> frozenset[str]:
    """One of whom it is asked whether it is recorded as being moved is undecided again."""
    return frozenset({str(Category.UNDECIDED)} if questions_on(node, entity) else ())


def may_be_watched(categories: Collection[str]) -> bool:
    """Whether all that was decided of a person is suspect or convicted, and something was."""
    return bool(categories) and RANKABLE.issuperset(categories)


def still_watchable(node: Node, watch: Watch) -> bool:
    """Whether everybody whom a watch is about may still be watched, as its owner sees it now."""
    if not watch.about_people or watch.safeguarding:
        return True
    owner = as_owner(node, watch)
    return owner is not None and all(
        may_be_watched(known.categories | _waits(owner, entity))
        for entity, known in _one_each(owner, watch.subjects)
    )


def as_owner(node: Node, watch: Watch) -> Node | None:
    """The node as the owner of a watch sees it; None where that user is not here any more."""
    owner = node.store.user(watch.owner)
    return replace(node, viewer=owner, stated=watch.purpose) if owner else None


def _one_each(node: Node, entities: Iterable[str]) -> "Iterator[tuple[str, KnownAs]]":
    """One entity for each person, of those that this viewer sees joined, with what is known."""
    from headwater.resolve import known_as

    seen: set[str] = set()
    for entity in sorted(entities):
        if entity not in seen:
            known = known_as(node.store, entity, node.allowed())
            seen |= known.members
            yield entity, known


def _named(node: Node, watch: Watch) -> set[str]:
    """Persons who bear the name, in whatever script, or whose id it is."""
    from headwater.resolve import Wanted, may_bear, wanted_in

    name, allowed = watch.question["name"], node.allowed()
    if node.store.statements_of(name, allowed):
        return {name}
    among = may_bear(node.store, name)
    scan = node.store.scan(allowed) if among is None else node.store.scan_around(among, allowed)
    return {one.entity for one in wanted_in(scan, [Wanted(watch.id, name, LEAST_CHANCE)])}


def holders_in_store(node: Node, watch: Watch) -> set[str]:
    """Persons who are said to hold the number. Cost: one walk over what the viewer sees."""
    return _holding(node.store.scan(node.allowed()), watch)


def holders_beside(look: "Callable[[], Held]", hands: Hands) -> Holders:
    """Finds the same in a picture that is at hand and not behind; a pass over its statements.

    Args:
        look: Gives the picture.
        hands: Who walks over what the viewer sees where the picture is behind.
    """

    def holders(node: Node, watch: Watch) -> set[str]:
        held = look()
        if held.behind:
            return hands.do(holders_in_store, node, watch)
        return hands.do(_in_picture, held.picture, watch)

    return holders


def _in_picture(picture: "Picture", watch: Watch) -> set[str]:
    return _holding(picture.statements, watch)


def _holding(said: "pa.Table", watch: Watch) -> set[str]:
    """Who holds the number, themselves or by a document or an account.

    Args:
        said: Statements, as a scan or a picture has them.
        watch: What is asked.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    from headwater.analysis.watch import bearers

    things = bearers(said, watch.question["sort"], watch.question["number"])
    pointing = pc.and_(
        pc.is_in(said["entity"].cast("string"), value_set=pa.array(sorted(things), pa.string())),
        pc.is_in(said["property"].cast("string"), value_set=pa.array(HELD_BY, pa.string())),
    )
    held_by = set(said.filter(pointing)["value"].to_pylist())
    return held_by or things
