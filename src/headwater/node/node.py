"""Node: one agency's store, seen by one viewer for one purpose."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from headwater.model import NotPermitted
from headwater.node.settings import Settings, clock
from headwater.safeguard import AuditRecord, Operation, Purpose, Role, Viewer, parse_purpose

if TYPE_CHECKING:
    from headwater.store import Store

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

    def allowed(self) -> frozenset[int]:
        """Labels of what this viewer may see in full for this purpose."""
        from headwater.safeguard import allowed

        return allowed(self.viewer, self.purpose, self.store.labels())[0]

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
