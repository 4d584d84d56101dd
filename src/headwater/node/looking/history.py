"""History: what somebody asked of the methods, kept when the desk is closed; theirs alone.

Of an answer only the digest and the number of rows are kept: they tell whether the same question
gives the same answer again. After an erasure all of it is forgotten, since a question may name what
was erased.
"""

import json
from dataclasses import asdict, dataclass, field, replace
from hashlib import blake2b, sha256
from typing import Any

from headwater.model import Finding
from headwater.node.looking.runs import Run, Runs
from headwater.node.node import Node
from headwater.store import AccessRecord

MOST_KEPT = 100
"""Questions of one user that are kept, the latest."""
_KIND = "asked"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that somebody put to a method.

    Attributes:
        id: Its id.
        run: Number of the run that answered it, on the desk that was open then.
        method: Id of the method.
        given: The parameters that differ from their defaults.
        asked: When, ISO 8601 in UTC.
        picture: Fingerprint of the picture that it was asked of.
        allowed: Labels of what that picture may hold; who may not see them all any more does not
            see the question either.
        rows: How many rows were found; None where it is not known, or could not be answered.
        digest: SHA-256 of what was found, as hex.
        trouble: Whether it could not be answered.
    """

    id: str
    run: int
    method: str
    given: dict[str, Any]
    asked: str
    picture: str
    allowed: list[int] = field(default_factory=list)
    rows: int | None = None
    digest: str = ""
    trouble: bool = False


def keep_asked(node: Node, run: Run) -> None:
    """Keep what this viewer asked; what is older than the last `MOST_KEPT` is forgotten."""
    access, who = node.store.access, node.viewer.name
    about = (run.number, run.method, run.given, run.asked, run.fingerprint)
    access.keep(_record(who, Asked(_id(run), *about, sorted(run.allowed))))
    keep_outcome(node, run)
    for one in access.of(_KIND, who)[:-MOST_KEPT]:
        access.take(_KIND, one.id)


def last_number(node: Node) -> int:
    """Number of the last run that this viewer's history knows; 0 where it knows none."""
    kept = node.store.access.of(_KIND, node.viewer.name)
    return max((one.content["run"] for one in kept), default=0)


def keep_outcome(node: Node, run: Run) -> None:
    """Add what became of a question that was kept, once that is known."""
    kept = node.store.access.find(_KIND, _id(run)) if run.done else None
    if kept is None or kept.content["trouble"] or kept.content["digest"]:
        return
    finding = run.finding
    told = {"rows": len(finding.rows), "digest": digest_of(finding)} if finding else {}
    ended = replace(kept, content={**kept.content, "trouble": finding is None, **told})
    node.store.access.change(_KIND, kept.id, lambda was: was and ended)


def asked_before(node: Node) -> list[Asked]:
    """What this viewer asked, as far as they may still see what it was asked of; latest first."""
    allowed = node.allowed()
    kept = [Asked(**one.content) for one in node.store.access.of(_KIND, node.viewer.name)]
    return [one for one in reversed(kept) if allowed.issuperset(one.allowed)]


def compared(node: Node, run: Run) -> tuple[Asked, bool] | None:
    """The last time that this viewer put the question of a kept run, and whether it said the same.

    None where they did not, or where either answer is not known.
    """
    if node.store.access.find(_KIND, _id(run)) is None:
        return None
    kept = [one for one in asked_before(node) if one.digest]
    same = [one for one in kept if (one.method, one.given) == (run.method, run.given)]
    now = next((one for one in same if one.id == _id(run)), None)
    before = now and next((one for one in same if one.asked < now.asked), None)
    return (before, before.digest == now.digest) if now and before else None


def run_of(node: Node, runs: Runs, asked: Asked) -> Run | None:
    """The run that answers a question, where this desk has run it and keeps it."""
    run = runs.find(node, asked.run)
    return run if run and _id(run) == asked.id else None


def digest_of(finding: Finding) -> str:
    """SHA-256, as hex, of what a finding says; of which picture and how fast is not in it."""
    told = finding.as_dict() | {"seconds": 0, "picture": ""}
    return sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()


def forget_every_question(node: Node) -> None:
    """Forget what everybody asked."""
    node.store.access.forget_kind(_KIND)


def _record(who: str, asked: Asked) -> AccessRecord:
    return AccessRecord(_KIND, asked.id, who, asdict(asked))


def _id(run: Run) -> str:
    sign = repr((run.who, run.number, run.asked, run.method)).encode("utf-8", "surrogatepass")
    return blake2b(sign, digest_size=12).hexdigest()
