"""Answer: one item answers one watch, with what it rests on."""

from collections.abc import Iterable
from hashlib import blake2b
from typing import NamedTuple

from headwater.safeguard.watching import Kind, Urgency, Watch


class Answer(NamedTuple):
    """One item answers one watch.

    Attributes:
        watch: Id of the watch.
        urn: Report of the item.
        item: Its number.
        urgency: How soon somebody has to look.
        why: What answered, without content.
        statements: Ids of the statements it rests on; none where it rests on the item's words.
    """

    watch: str
    urn: str
    item: int
    urgency: Urgency
    why: str
    statements: tuple[str, ...] = ()


def answer_id(answer: Answer) -> str:
    """The same answer has the same id, so that what is asked twice alerts once.

    Nobody who does not know the watch's id, which is drawn at random, can work it out.
    """
    parts = (answer.watch, answer.urn, str(answer.item), *sorted(answer.statements))
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def usual_urgency(watch: Watch) -> Urgency:
    """How urgent an answer is by what was asked: people before places and words."""
    if watch.safeguarding or watch.kind in (Kind.PERSON, Kind.IDENTIFIER):
        return Urgency.HIGH
    return Urgency.ORDINARY


def by_item(
    watch: Watch, why: str, rows: Iterable[tuple[str, int, str]]
) -> dict[tuple[str, int], Answer]:
    """An answer for each item, from the (urn, item, statement id) that answer a watch."""
    grounds: dict[tuple[str, int], list[str]] = {}
    for urn, item, statement in rows:
        grounds.setdefault((urn, item), []).append(statement)
    urgency = usual_urgency(watch)
    return {
        (urn, item): Answer(watch.id, urn, item, urgency, why, tuple(dict.fromkeys(held)))
        for (urn, item), held in grounds.items()
    }
