"""Briefing: put together on a page from findings that are there, and handed out as a file."""

from collections.abc import Callable, Iterator

from headwater.brief import FORMS, Briefing, Occasion, compose, rendered
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


def compose_briefing(
    node: Node, picture: Picture, findings: list[Finding], title: str = "", since: str = ""
) -> Briefing:
    """A briefing for this viewer.

    Args:
        node: Whose it is.
        picture: What it is about.
        findings: What goes into it.
        title: Title on page one; empty for the usual one.
        since: ISO date from which a report counts as new; empty for the last seven days.
    """
    occasion = Occasion(
        clock(),
        node.store.agency,
        node.store.refusals(node.allowed()),
        title=title.strip()[:LONGEST_TITLE] or "Briefing",
        since=since,
    )
    return compose(picture, findings, occasion)


def hand_out_briefing(node: Node, briefing: Briefing, form: str) -> bytes:
    """A briefing as a file of one of `headwater.brief.FORMS`; a disclosure.

    Raises:
        WrongUse: If there is no such form.
    """
    if form not in FORMS:
        raise WrongUse(f"a briefing is not written as {form!r}", do=f"ask for {' or '.join(FORMS)}")
    content = rendered(briefing, form)
    recipient = f"{form.lstrip('.')} file of {node.viewer.name}"
    node.log(Operation.DISCLOSURE, [briefing.fingerprint], recipient=recipient)
    return content
