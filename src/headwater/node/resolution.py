"""Resolution: who is one person in a node, kept up to date with what comes in and is decided."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from headwater.model import Judgement, Verdict, parse_statement_id
from headwater.node.node import Node
from headwater.node.settings import clock
from headwater.safeguard import Operation

_NO_PURPOSE = "reports brought in"


@dataclass(slots=True)
class Resolved:
    """What a resolution did, as far as its viewer may see what it rests on.

    Attributes:
        joined: Pairs of entities joined.
        to_review: Pairs put before a person.
        withdrawn: Earlier judgements of rules that no longer hold.
    """

    joined: int = 0
    to_review: int = 0
    withdrawn: int = 0

    def count(self, judgement: Judgement) -> None:
        """Count one judgement more."""
        if judgement.undoes:
            self.withdrawn += 1
        elif judgement.verdict is Verdict.SAME:
            self.joined += 1
        elif judgement.verdict is Verdict.UNKNOWN:
            self.to_review += 1


def resolve_entities(
    node: Node, *, anew: bool = False, progress: Callable[[int, int], None] | None = None
) -> Resolved:
    """Bring judgements up to date with what came in, was decided or was erased since the last time.

    Entities that share a strong identifier are joined, and persons whose records agree so well
    that 99 in 100 such pairs are one; likely pairs go to a person. Who watches one of them is
    alerted. It looks at all the node holds.
    That is safe: a picture applies a judgement only for viewers who may see every statement it
    rests on, and of the others none is counted. What was counted of a phone in a report that one
    writes would tell whether anybody here has it.

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
    done, allowed = Resolved(), _allowed(node)
    for found in resolve_news(node.store, clock(), progress=progress):
        for judgement in found:
            if _is_seen(node, judgement, allowed):
                done.count(judgement)
        if found:
            node.log(Operation.COMBINATION, [judgement.id for judgement in found])
            ask_about_matches(node, found)
        del found  # no longer needed while the next are looked for
    return done


def _allowed(node: Node) -> frozenset[int]:
    """Labels that the viewer may see; of whoever said no purpose, as for no case."""
    return (node if node.stated.strip() else replace(node, stated=_NO_PURPOSE)).allowed()


def _is_seen(node: Node, judgement: Judgement, allowed: frozenset[int]) -> bool:
    """Whether a viewer may see all that a judgement, or what it takes back, rests on."""
    made = [judgement]
    if judgement.undoes:
        earlier = node.store.judgements_on((judgement.left, judgement.right))
        made += [one for one in earlier if one.id == judgement.undoes]
    items = {parse_statement_id(one)[:2] for each in made for one in each.evidence}
    return all(node.store.label_of(*item) in allowed for item in items)
