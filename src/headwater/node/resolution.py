"""Resolution: who is one person in a node, kept up to date with what comes in and is decided."""

from collections.abc import Callable
from dataclasses import dataclass

from headwater.model import Verdict
from headwater.node.node import Node
from headwater.node.settings import clock
from headwater.safeguard import Operation


@dataclass(slots=True)
class Resolved:
    """What a resolution did.

    Attributes:
        joined: Pairs of entities joined.
        to_review: Pairs put before a person.
        withdrawn: Earlier judgements of rules that no longer hold.
    """

    joined: int = 0
    to_review: int = 0
    withdrawn: int = 0


def resolve_entities(
    node: Node, *, anew: bool = False, progress: Callable[[int, int], None] | None = None
) -> Resolved:
    """Bring judgements up to date with what came in, was decided or was erased since the last time.

    Entities that share a strong identifier are joined, and persons whose records agree so well
    that 99 in 100 such pairs are one; likely pairs go to a person. Who watches one of them is
    alerted. It looks at all the node holds.
    That is safe: a picture applies a judgement only for viewers who may see every statement it
    rests on.

    Args:
        node: Whose entities.
        anew: Whether the look-up index is made anew and everybody is looked up again.
        progress: Told how many items are done, of how many.

    Cost: by what is new and what it touches; with `anew`, by all the node holds.
    """
    from headwater.node.watching import ask_about_matches
    from headwater.resolve import resolve_news

    if anew:
        node.store.reset_index("")
    done = Resolved()
    for found in resolve_news(node.store, clock(), progress=progress):
        for judgement in found:
            if judgement.undoes:
                done.withdrawn += 1
            elif judgement.verdict is Verdict.SAME:
                done.joined += 1
            elif judgement.verdict is Verdict.UNKNOWN:
                done.to_review += 1
        if found:
            node.log(Operation.COMBINATION, [judgement.id for judgement in found])
            ask_about_matches(node, found)
        del found  # no longer needed while the next are looked for
    return done
