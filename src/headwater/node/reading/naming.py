"""Naming: the thing that somebody means who writes a name where a thing's id is kept.

A page shows what a statement leads to by its name, so whoever corrects it writes a name too: that
of a thing of the report, as it stands there or as it is shown, or that of a place of the gazetteer.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from headwater.model import Status, WrongUse
from headwater.node.reading.report import (
    A_PAGE,
    NAMED_BY,
    Reader,
    fits,
    range_of,
    start_of,
    statements_in,
)
from headwater.node.reading.withheld import Cover, barred_from, covers_of
from headwater.node.things import kind_word
from headwater.node.waiting import statement_meant

if TYPE_CHECKING:
    from headwater.model import Statement
    from headwater.node.looking import Sight
    from headwater.node.node import Node

    Look = Callable[[], Sight]

NEW = {"person": "Person", "group": "Network", "organisation": "Organization"}
"""What somebody is of whom the report has not told yet."""

_MOST_TOLD = 12  # names of an item in the answer to one that it does not hold


def as_meant(node: "Node", one: str, value: str, words: str, look: "Look") -> tuple[str, str]:
    """Value and words of a correction, with the id of the thing whose name was written.

    Where several are called so, the one named nearest is meant, in the same item before others.
    Words that were left as they were become those that name it in the item, if any do.

    Args:
        node: Where it is decided.
        one: Id of the statement that is corrected.
        value: What was written: a name, or an id; of a statement that leads to no thing, anything.
        words: The words of the item that were given for it.
        look: Gives the picture that tells who is protected; nobody who is left out is meant.

    Raises:
        WrongUse: If nothing that could stand there is called so.
    """
    was, value = statement_meant(node, one), value.strip()
    wanted = range_of(was)
    if not wanted or value in ("", was.value):
        return value, words
    said = told_around(node, was, look)
    if value == Reader(said, {}).called(was):
        return was.value, words
    found = thing_called(node, said, was, value, wanted, look)
    if not found:
        raise unknown(value, wanted)
    entity, named = found
    if not named or named.item != was.item or words not in ("", was.text):
        return entity, words
    return entity, named.text


def thing_called(
    node: "Node",
    said: "Sequence[Statement]",
    near: "Statement",
    name: str,
    wanted: str,
    look: "Look",
) -> "tuple[str, Statement | None] | None":
    """Id of the thing that somebody means by a name or an id, and what names it here, if anything.

    Args:
        node: Where it is.
        said: What the page tells that it is named on; see `told_around`.
        near: Of several that are called so, the one named nearest to this is meant.
        name: What was written.
        wanted: Schema of what could stand there.
        look: Gives the picture that tells who is protected; nobody who is left out is meant.

    Returns:
        None where nothing that could stand there is called so.
    """
    if _is_here(node, name, look):
        return name, None
    place = _gazetteer(name, wanted)
    found = _nearest(said, near, name, place, wanted)
    if found:
        return found.entity, found
    return (place, None) if place else None


def told_around(node: "Node", was: "Statement", look: "Look") -> "list[Statement]":
    """What the page of a statement tells, without what is left out of it for this purpose."""
    said, cover = page_of(node, was, look)
    withheld = cover.withholds(said) if cover else frozenset()
    return [one for one in said if one.id not in withheld]


def page_of(node: "Node", was: "Statement", look: "Look") -> "tuple[list[Statement], Cover | None]":
    """What was taken from the items of the page of a statement, and what is left out of it."""
    allowed = node.allowed()
    numbers = list(node.store.parts.items(was.urn, allowed))
    start = start_of(numbers, 0, was.id)
    shown = numbers[start : start + A_PAGE]
    said = statements_in(node, was.urn, shown, allowed)
    return said, covers_of(node, {was.urn: shown}, look).get(was.urn)


def _nearest(
    said: "Iterable[Statement]", was: "Statement", name: str, place: str, wanted: str
) -> "Statement | None":
    """The statement that names what is called so, or that place; None where nothing fits."""
    written = name.casefold()

    def meant(one: "Statement") -> bool:
        called = written in (one.value.casefold(), one.text.casefold()) or one.entity == place
        return called and one.property in NAMED_BY and fits(one.schema, wanted)

    def far(one: "Statement") -> tuple[int, int]:
        return abs(one.item - was.item), abs(one.start - was.start)

    standing = (one for one in said if one.status != Status.REJECTED)
    return min(filter(meant, standing), key=far, default=None)


def _gazetteer(name: str, wanted: str) -> str:
    """Id of the place of that name; empty where there is none, or no place is wanted."""
    from headwater.intake import lookup

    found = lookup(name) if fits("Place", wanted) else None
    return f"place:{found.id}" if found else ""


def _is_here(node: "Node", value: str, look: "Look") -> bool:
    """Whether the value is the id of a thing that this viewer may be told of."""
    from headwater.intake import place

    if place(value):
        return True
    here = node.store.statements_of(value, node.allowed())
    return bool(here) and not barred_from(node, look).entity(value)


def unknown(value: str, wanted: str) -> WrongUse:
    """What whoever writes a name is told by which nothing is called that could stand there."""
    if wanted == "Place":
        return WrongUse(
            f"no place is known as {value}",
            why="neither this report nor the gazetteer names one so",
            do="give another spelling",
        )
    return WrongUse(
        f"nothing in this report that could stand here is called {value}",
        why=f"wanted here: {kind_word(wanted)}",
        do="write a name as it stands in the report",
    )


def not_in_item(name: str, wanted: str, said: "Iterable[Statement]", item: int) -> WrongUse:
    """What whoever adds is told of a name that is not in the item: whom it names, in its words.

    Args:
        name: What was written.
        wanted: Schema of what could stand there.
        said: What the page tells of its items; see `told_around`.
        item: Number of the item, all of whose words are shown.
    """
    here = (one for one in said if one.item == item and one.property in NAMED_BY and one.text)
    standing = (one for one in here if one.status != Status.REJECTED)
    held = dict.fromkeys(one.text for one in standing if fits(one.schema, wanted))
    names = ", ".join([*held][:_MOST_TOLD])
    do = "add them first, with the words that name them, or choose whom the report names"
    if names:
        do = (
            "add them first, with the words that name them, or choose whom the report names; "
            f"in this item: {names}"
        )
    return WrongUse(
        f"{name} does not stand in the item",
        why="who is named for the first time is named by words of the item",
        do=do,
    )


def new_schema(wanted: str, new: str) -> str:
    """What somebody is made who is named for the first time; empty where nobody can be."""
    if new not in NEW:
        raise WrongUse(f"{new!r} cannot be added", do=f"one of {', '.join(NEW)}")
    if wanted == "Organization":
        return "Organization" if new == "organisation" else "Network"
    return {"LegalEntity": NEW[new], "Person": "Person"}.get(wanted, "")
