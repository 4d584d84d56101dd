"""Node: one agency's store, seen by one viewer for one purpose."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from headwater.model import NotPermitted
from headwater.node.settings import Settings, clock
from headwater.safeguard import AuditRecord, Operation, Purpose, Role, Viewer, parse_purpose

if TYPE_CHECKING:
    from headwater.store import AccessRecord, Store

EVERY_ROLE = frozenset(Role)
"""What the maker of a node holds until a second user comes."""


@dataclass(frozen=True, slots=True)
class Node:
    """What every use of a node is handed.

    Attributes:
        store: Where it rests.
        viewer: Who acts.
        settings: What the environment set.
        stated: The purpose as given; empty for work that does not look into the node.
    """

    store: "Store"
    viewer: Viewer
    settings: Settings
    stated: str = ""

    @property
    def purpose(self) -> Purpose:
        """What this viewer looks for.

        Raises:
            WrongUse: If no purpose was given.
        """
        return parse_purpose(self.stated)

    def allowed(self, urn: str = "") -> frozenset[int]:
        """Labels of what this viewer may see in full for this purpose.

        Args:
            urn: The report, where these are for reading one and nothing else: if this viewer broke
                the glass for it, the labels of that report are among them, and the look is told.
        """
        from headwater.safeguard import allowed

        seen = allowed(self.viewer, self.purpose, self.store.labels())[0]
        return seen | self._behind_glass(urn, seen) if urn else seen

    def _behind_glass(self, urn: str, seen: frozenset[int]) -> frozenset[int]:
        """Labels of a report that only a broken glass shows; see `access.break_glass`."""
        from headwater.safeguard import allowed, emergency

        now = datetime.fromisoformat(clock())
        held = self.store.access.of("grant", self.viewer.name)
        grants = [r for r in held if emergency.read(r.content).holds(self.viewer, urn, now)]
        if not grants:
            return frozenset()
        every = self.store.labels()
        report = self.store.report(urn, frozenset(every))
        numbers = {self.store.label_of(urn, item.number) for item in report.items} if report else ()
        labels = {n: every[n] for n in numbers if n is not None}
        more = (
            allowed(emergency.lifted(self.viewer, labels.values()), self.purpose, labels)[0] - seen
        )
        if more:
            self._tell_look(grants[-1])
        return more

    def _tell_look(self, grant: "AccessRecord") -> None:
        """Record a look through broken glass, for the auditor and in the tree."""

        def looked(was: "AccessRecord | None") -> "AccessRecord":
            kept = was or grant
            looks = [*kept.content.get("looks", ()), clock()]
            return replace(kept, content={**kept.content, "looks": looks})

        self.store.access.change("grant", grant.id, looked)
        urn, reason = grant.content["urn"], grant.content["reason"]
        self.log(Operation.CONSULTATION, [urn], reason=f"through broken glass: {reason}")

    def may(self, *roles: Role) -> None:
        """Stop a viewer who has none of these roles.

        Raises:
            NotPermitted: If the viewer has none of them.
        """
        if not self.viewer.roles & set(roles):
            raise NotPermitted(
                f"{self.viewer.name} may not do this",
                why=f"it takes the role {' or '.join(sorted(roles))}",
                do="ask the node's administrator",
            )

    def log(
        self, operation: Operation, what: Sequence[str], *, recipient: str = "", reason: str = ""
    ) -> None:
        """Record one of the six operations, with this viewer and purpose."""
        record = AuditRecord(
            operation=operation,
            who=self.viewer.name,
            when=clock(),
            purpose=self.stated,
            what=tuple(what),
            recipient=recipient,
            reason=reason,
        )
        self.store.log(record)

    def close(self) -> None:
        """Close the store; nothing is pending."""
        self.store.close()
