"""Saved searches: what somebody searches for again and again; theirs alone."""

from dataclasses import asdict, dataclass
from hashlib import blake2b

from headwater.model import WrongUse
from headwater.node.node import Node
from headwater.node.searching.question import Question
from headwater.store import AccessRecord

MOST_SAVED = 50
_KIND = "saved"


@dataclass(frozen=True, slots=True)
class Saved:
    """A search that somebody keeps.

    Attributes:
        id: Its id, to forget it by.
        question: The search.
    """

    id: str
    question: Question


def saved_searches(node: Node) -> list[Saved]:
    """The searches that this viewer keeps, the oldest first."""
    records = node.store.access.of(_KIND, node.viewer.name)
    return [Saved(one.id, Question(**one.content)) for one in records]


def save_search(node: Node, question: Question) -> str:
    """Keep a search; one that is kept already is kept once.

    Returns:
        Its id.

    Raises:
        WrongUse: If it asks for nothing or cannot be, or too many are kept.
    """
    question.check()
    if not question.words.strip():
        raise WrongUse("a search without words finds nothing", do="search first, then save")
    told = asdict(question)
    sign = repr((node.viewer.name, sorted(told.items()))).encode("utf-8", "surrogatepass")
    record = AccessRecord(_KIND, blake2b(sign, digest_size=12).hexdigest(), node.viewer.name, told)
    kept = {one.id for one in saved_searches(node)}
    if record.id not in kept and len(kept) >= MOST_SAVED:
        raise WrongUse(f"{MOST_SAVED} searches are saved already", do="forget one of them")
    node.store.access.keep(record)
    return record.id


def forget_search(node: Node, id_: str) -> None:
    """Forget a search of this viewer; that of somebody else stays."""
    if any(one.id == id_ for one in saved_searches(node)):
        node.store.access.take(_KIND, id_)


def forget_every_search(node: Node) -> None:
    """Forget what everybody saved: after an erasure, a search may name what was erased."""
    node.store.access.forget_kind(_KIND)
