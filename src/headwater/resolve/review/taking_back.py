"""Taking back: a decision on statements undone, so that everything is as it was before it."""

from collections.abc import Iterable
from dataclasses import replace

from headwater.model import Review, Statement, Status, WrongUse
from headwater.resolve.decisions import decide_statement, digest
from headwater.resolve.review.correcting import BY_A_PERSON, added_with

LISTED = "headwater review --joined and headwater review --decided list what can be undone"


def no_decision(one: str) -> WrongUse:
    """What whoever takes a decision back is told of an id of which they see none."""
    return WrongUse(f"there is no decision {one} here", do=LISTED)


class Decided:
    """The decisions on statements, and which of them are in force.

    Args:
        reviews: Those that the viewer may see, in the order in which they were given.
    """

    def __init__(self, reviews: Iterable[Review]) -> None:
        self._of: dict[str, list[Review]] = {}
        self._by_id: dict[str, Review] = {}
        for review in reviews:
            self._of.setdefault(review.statement, []).append(review)
            self._by_id[review.id] = review
        self._corrected = {r.instead: r.statement for r in self._by_id.values() if r.instead}

    def strokes(self) -> list[list[Review]]:
        """Decisions in force, those taken in one stroke together; the latest stroke first.

        What accepts or rejects a correction is part of the decision on what it corrects.
        """
        made: dict[tuple[str, str, str], list[Review]] = {}
        for review in self.in_force():
            made.setdefault(_stroke(review), []).append(review)
        return list(reversed(made.values()))

    def in_force(self) -> list[Review]:
        """Decisions in force, the oldest first; each correction once."""
        latest = (held[-1] for held in self._of.values())
        order = {one: at for at, one in enumerate(self._by_id)}
        standing = (r for r in latest if r.status != Status.PROPOSED and not self._follows(r))
        return sorted(standing, key=lambda one: order[one.id])

    def _follows(self, review: Review) -> bool:
        """Whether it was made of a correction because what it corrects was decided on."""
        held = self._of.get(self._corrected.get(review.statement, ""), ())
        return any(_stroke(one) == _stroke(review) for one in held)

    def meant(self, one: str) -> list[Review]:
        """The decisions in force that an id stands for, so that they can be taken back.

        The id of a decision, or of the statement that it is on, or of what a correction put in
        its place; with `+` behind the id of a decision, all that was decided in the same stroke.

        Raises:
            WrongUse: If there is none, or it is not in force.
        """
        if one.endswith("+") and one[:-1] in self._by_id:
            stroke = _stroke(self._by_id[one[:-1]])
            meant = [review for review in self.in_force() if _stroke(review) == stroke]
        else:
            meant = [self._single(one)]
        if not meant:
            raise WrongUse(f"{one} is already undone", do=LISTED)
        return meant

    def whole(self, stated: Statement, beside: Iterable[Statement]) -> list[str]:
        """Ids of what a decision in force stands for: what was added in one go is taken back so.

        Args:
            stated: The statement that it is on.
            beside: All statements of its item.
        """
        go, stroke = added_with(stated), _stroke(self._of[stated.id][-1])
        held = ((one.id, self._of.get(one.id)) for one in beside if go and added_with(one) == go)
        others = [id_ for id_, reviews in held if reviews and _stroke(reviews[-1]) == stroke]
        return others or [stated.id]

    def _single(self, one: str) -> Review:
        known = self._by_id.get(one)
        held = self._of.get(known.statement) if known else self._held_by(one)
        if not held:
            raise no_decision(one)
        if known and known is not held[-1]:
            raise WrongUse(
                f"{one} is not in force, so there is nothing to undo",
                why=f"{held[-1].author} decided on {held[-1].statement} since, {held[-1].made}",
                do=f"to take that back: headwater review undo {held[-1].id} --reason TEXT",
            )
        if not known and held[-1].status == Status.PROPOSED:
            raise WrongUse(f"what was decided on {one} is already undone", do=LISTED)
        return held[-1]

    def _held_by(self, statement: str) -> list[Review]:
        """The decisions by which a statement stands as it does: a correction by those on the other.

        One that somebody decided on since stands by its own.
        """
        own = self._of.get(statement, [])
        other = self._of.get(self._corrected.get(statement, ""), [])
        follows = other and other[-1].instead == statement
        if follows and (not own or _stroke(own[-1]) == _stroke(other[-1])):
            return other
        return own

    def undo(self, stated: Statement, author: str, made: str, reason: str) -> list[Review]:
        """What takes the decision in force on a statement back, with the correction it made.

        Args:
            stated: The statement.
            author: Who takes it back.
            made: ISO time.
            reason: Why.

        Raises:
            WrongUse: If somebody decided since on what took its place.
        """
        *earlier, last = self._of[stated.id]
        before = earlier[-1] if earlier else None
        status = before.status if before else self._as_it_came(stated)
        taken = _made(decide_statement(stated.id, status, author, made, reason), last)
        reviews = [replace(taken, instead=before.instead if before else "")]
        for correction, its in ((last.instead, "rejected"), (reviews[0].instead, "accepted")):
            if correction:
                self._refuse_decided_since(correction)
                own = decide_statement(correction, its, author, made, reason)
                reviews.append(_made(own, last))
        return reviews

    def _as_it_came(self, stated: Statement) -> Status:
        if stated.extractor == BY_A_PERSON and stated.id not in self._corrected:
            return Status.REJECTED  # it did not come: somebody added it
        return Status.ACCEPTED if stated.author else Status.PROPOSED

    def _refuse_decided_since(self, correction: str) -> None:
        since = self._of.get(correction, [])
        if since and since[-1].instead:
            raise WrongUse(
                f"{correction}, which took its place, was itself corrected since",
                do=f"take that back first: headwater review undo {since[-1].id} --reason TEXT",
            )


def _stroke(review: Review) -> tuple[str, str, str]:
    return review.made, review.author, review.reason


def _made(review: Review, after: Review) -> Review:
    """With an id of its own, should the same have been decided in the same second before."""
    return replace(review, id=digest("after", after.id, review.id))
