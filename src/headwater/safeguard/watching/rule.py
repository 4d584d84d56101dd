"""Who may be watched, by whom and how long, and who is told.

A standing question about a person is surveillance: it takes somebody who is decided to be suspect
or convicted, a purpose and a last day. Victims, witnesses, people being moved and the undecided are
watched for their own safety alone, by order of a supervisor, and only those who safeguard people
are told (DPA 2018 ss.35-36; Directive (EU) 2016/680 art. 4 and 8).
"""

from collections.abc import Collection
from datetime import date, timedelta

from headwater.model import NotPermitted, WrongUse
from headwater.safeguard.category import RANKABLE
from headwater.safeguard.decide import READING_ROLES
from headwater.safeguard.purpose import parse_purpose
from headwater.safeguard.viewer import Role, Viewer
from headwater.safeguard.watching.watch import Kind, Watch

MOST_DAYS = 90
"""So many days a watch is asked before somebody renews it or lets it end (this project)."""

_ASKERS = READING_ROLES
_CARERS = frozenset({Role.SAFEGUARDING, Role.SUPERVISOR})
_LONGEST_WORDS = 200
_DIGITS_OF_A_NUMBER = 5


def check_watch(watch: Watch, viewer: Viewer) -> None:
    """Whether a viewer may put this question, apart from whom it is about.

    What it says depends on the question and on who asks, and on nothing that a node holds.

    Raises:
        NotPermitted: If the viewer reads nothing here, or asks about safety without a supervisor.
        WrongUse: If it has no purpose, or asks too long, or is about nothing.
    """
    if _ASKERS.isdisjoint(viewer.roles):
        raise NotPermitted(
            "you may not watch for anything here",
            why="a watch reads every new report",
            do="ask somebody who reads reports",
        )
    purpose = parse_purpose(watch.purpose)
    if watch.safeguarding and (
        Role.SUPERVISOR not in viewer.roles or purpose.kind != "safeguarding"
    ):
        raise NotPermitted(
            "a safeguarding watch takes a supervisor and a safeguarding purpose",
            why="it may be about people who are watched for their own safety alone",
            do="have a supervisor ask it with --purpose 'safeguarding: NAME'",
        )
    _check_days(watch)
    _check_words(watch)


def _check_days(watch: Watch) -> None:
    if not watch.expires or watch.expires > expiry(watch.made[:10], MOST_DAYS):
        raise WrongUse(
            f"a watch is asked for {MOST_DAYS} days at most",
            why="what nobody renews is no longer needed",
            do="give fewer days, and renew it when they are over",
        )


def _check_words(watch: Watch) -> None:
    words = watch.question.get("words", "")
    if watch.kind is not Kind.WORDS:
        return
    if not any(letter.isalpha() for letter in words) or len(words) > _LONGEST_WORDS:
        raise WrongUse("a watch on words needs words", do="give one to a few of them")
    if sum(letter.isdigit() for letter in words) >= _DIGITS_OF_A_NUMBER:
        raise WrongUse(
            "a number is not watched as a word",
            why="a phone or document belongs to a person, and rules of its own hold for it",
            do="watch for it as an identifier",
        )


def expiry(made: str, days: int) -> str:
    """The last day (ISO) of a watch that is asked for so many days from a day on.

    Raises:
        WrongUse: If it is less than a day.
    """
    if days < 1:
        raise WrongUse(f"{days} days are none", do=f"give 1 to {MOST_DAYS}")
    return (date.fromisoformat(made) + timedelta(days=min(days, 10 * MOST_DAYS))).isoformat()


def refuse_subject(watch: Watch, categories: Collection[Collection[str]]) -> None:
    """Stop a watch on people of whom not every one is suspect or convicted.

    Nobody known, a person without a category, a victim: the refusal is one and the same, so that it
    tells nothing of who is in a node.

    Args:
        watch: The watch.
        categories: Of each person it is about, as far as the asker sees them, the categories that
            govern; none where nobody is known.

    Raises:
        NotPermitted: If it is about people, is no safeguarding watch, and any of them may not be
            watched, or there is nobody.
    """
    if not watch.about_people or watch.safeguarding:
        return
    if not categories or any(not held or not RANKABLE.issuperset(held) for held in categories):
        raise NotPermitted(
            "there is nobody here who may be watched by this",
            why="a watch on a person, or on what belongs to one, takes somebody decided to be "
            "suspect or convicted, and one person only",
            do="see headwater review --people and headwater categorise; for somebody's own safety "
            "a supervisor asks with --safeguarding",
        )


def is_for(watch: Watch, viewer: Viewer) -> bool:
    """Whether a watch's alerts are for this viewer, if the viewer may see what they rest on."""
    if watch.safeguarding:
        return Role.SAFEGUARDING in viewer.roles
    if for_everybody_who_reads(watch):
        return not READING_ROLES.isdisjoint(viewer.roles)
    return watch.owner == viewer.name


def for_everybody_who_reads(watch: Watch) -> bool:
    """Whether it is asked by the node itself: lives are everybody's business."""
    return not watch.owner


def may_end(watch: Watch, viewer: Viewer) -> bool:
    """Whether a viewer may end or renew a watch: its owner, or of one for safety who safeguards."""
    return bool(watch.owner) and (
        watch.owner == viewer.name or (watch.safeguarding and not _CARERS.isdisjoint(viewer.roles))
    )
