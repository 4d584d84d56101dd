"""What a store can do for standing questions, whichever engine it rests on."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from headwater.safeguard.watching import Alert, Watch

if TYPE_CHECKING:
    import pyarrow as pa


class NewItem(NamedTuple):
    """An item that no standing question was asked about yet.

    Attributes:
        urn: Its report.
        item: Its number.
        text: Its words.
        until: ISO date of the last day that the report's information is of; empty where it is not
            known.
    """

    urn: str
    item: int
    text: str
    until: str


@dataclass(frozen=True, slots=True)
class Arrived:
    """A part of what came in since standing questions were last asked; false where nothing did.

    Attributes:
        items: The new items.
        scan: Their statements, as `Store.scan` gives them; None where nothing came in.
        upto: What `Watches.keep` is given when this part was looked through.
    """

    items: Sequence[NewItem]
    scan: "pa.Table"
    upto: str

    def __bool__(self) -> bool:
        """Whether anything came in."""
        return bool(self.items)


class Reading(NamedTuple):
    """Somebody has read an alert."""

    who: str
    when: str


class Watches(Protocol):
    """Standing questions and the alerts that they raised."""

    def put(self, watch: Watch) -> None:
        """Add a watch, or put it in the place of the one of its id."""

    def all(self) -> list[Watch]:
        """All watches, the oldest first."""

    def arrived(self, most: int) -> Arrived:
        """The next part, of at most so many items under whatever label, that nobody asked yet."""

    def earlier(
        self, allowed: Collection[int], most: int, *, naming: Collection[str] = (), text: str = ""
    ) -> Arrived:
        """What came in last, of at most so many allowed items, the latest first; `upto` is empty.

        Args:
            allowed: Ids of the labels that the viewer may see.
            most: So many items at most.
            naming: Only items that name one of these entities.
            text: Only items in which, or in whose statements, this stands, letter for letter.
        """

    def keep(self, alerts: Sequence[Alert], upto: str = "") -> list[Alert]:
        """Write alerts, and how far was looked, in one transaction.

        An alert of an id that is here is left alone, and so is one whose watch or statements are
        not here any more.

        Returns:
            Those that were new.
        """

    def alerts(
        self,
        allowed: Collection[int],
        watches: Collection[str],
        *,
        after: int = 0,
        since: str = "",
        unread_by: str = "",
        page: tuple[int, int | None] = (0, None),
    ) -> list[Alert]:
        """Alerts on these watches that rest on nothing but allowed items, the oldest first.

        The alerts of one report on one watch are given together or not at all.

        Args:
            allowed: Ids of the labels that the viewer may see.
            watches: Ids of the watches.
            after: Only those that came after `last` was this.
            since: Only those made at this ISO time or later.
            unread_by: Only those of a report and a watch of which this user has not read every
                allowed alert; empty for all.
            page: How many reports to pass over, the most urgent first, then the latest, and of how
                many at most, None for all; a report counts once for each watch.
        """

    def last(self) -> int:
        """A number that grows with every new alert, whoever writes it; costs next to nothing.

        It counts what nobody may see: never show it to a viewer.
        """

    def read(self, alerts: Collection[str], who: str, when: str) -> None:
        """Note that somebody has read alerts; the first time counts, unknown ids are passed by."""

    def readings(self, alerts: Collection[str]) -> Mapping[str, Sequence[Reading]]:
        """Who has read each of these alerts, the first reader first."""
