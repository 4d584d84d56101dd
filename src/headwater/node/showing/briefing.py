"""Briefing: put together on a page from findings that are there, and handed out as a file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from headwater.brief import FORMS, MAY_BE_LEFT_OUT, Briefing, Occasion, compose, rendered
from headwater.model import Finding, WrongUse
from headwater.node.node import Node
from headwater.node.river import BRIEFED, more_briefed
from headwater.node.settings import clock
from headwater.picture import Picture
from headwater.safeguard import Operation

LONGEST_TITLE = 120


def gathered(ask: Callable[[str], Finding | None]) -> Iterator[Finding | None]:
    """The findings that go into a briefing, None for each that is not there yet.

    Args:
        ask: Asks for what a method finds with its defaults, by its id.
    """
    found = [ask(method) for method in BRIEFED]
    yield from found
    if found[0] is not None:
        yield from (ask(method) for method in more_briefed(found[0]))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants of a briefing.

    Attributes:
        title: Title on page one; empty for the usual one.
        since: ISO date from which a report counts as new; empty for the last seven days.
        left_out: Those of `headwater.brief.MAY_BE_LEFT_OUT` that it need not answer.
    """

    title: str = ""
    since: str = ""
    left_out: tuple[str, ...] = ()

    def check(self) -> None:
        """Refuse what cannot be.

        Raises:
            WrongUse: If there is no such day, or a part has to stay.
        """
        try:
            date.fromisoformat(self.since or "2026-01-01")
        except ValueError as bad:
            raise WrongUse(f"{self.since!r} is no day", do="write it as 2026-05-31") from bad
        kept = [one for one in self.left_out if one not in MAY_BE_LEFT_OUT]
        if kept:
            names = ", ".join(MAY_BE_LEFT_OUT)
            raise WrongUse(f"{kept[0]!r} is not left out of a briefing", do=f"choose of {names}")


def compose_briefing(
    node: Node, picture: Picture, findings: list[Finding], wanted: Wanted
) -> Briefing:
    """A briefing for this viewer.

    Args:
        node: Whose it is.
        picture: What it is about.
        findings: What goes into it.
        wanted: What it is to be.
    """
    from headwater.intake import dangers

    occasion = Occasion(
        clock(),
        node.store.agency,
        node.store.refusals(node.allowed()),
        title=wanted.title.strip()[:LONGEST_TITLE] or "Briefing",
        since=wanted.since,
        left_out=frozenset(wanted.left_out),
        dangers=dangers,
    )
    return compose(picture, findings, occasion)


def written(briefing: Briefing, form: str) -> bytes:
    """A briefing as a file of one of `headwater.brief.FORMS`.

    Raises:
        WrongUse: If there is no such form.
    """
    if form not in FORMS:
        raise WrongUse(f"a briefing is not written as {form!r}", do=f"ask for {' or '.join(FORMS)}")
    return rendered(briefing, form)


def log_handed_out(node: Node, briefing: Briefing, form: str) -> None:
    """Note that a briefing leaves the node as a file; a disclosure."""
    recipient = f"{form.lstrip('.')} file of {node.viewer.name}"
    node.log(Operation.DISCLOSURE, ["picture", briefing.fingerprint], recipient=recipient)
