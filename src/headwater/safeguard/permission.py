"""Permissions: which role may do what in a node, beside reading."""

from headwater.model import NotPermitted
from headwater.safeguard.viewer import Role, Viewer

_READERS = frozenset({Role.ANALYST, Role.OFFICER, Role.SUPERVISOR, Role.SAFEGUARDING})
_DECIDERS = frozenset({Role.ANALYST, Role.SUPERVISOR})

PERMISSIONS: dict[str, frozenset[Role]] = {
    "add reports": frozenset({Role.ANALYST, Role.OFFICER, Role.SUPERVISOR}),
    "read": _READERS,
    "review": _DECIDERS,
    "categorise": frozenset({Role.SUPERVISOR, Role.SAFEGUARDING, Role.ANALYST}),
    "lift a humanitarian stop": frozenset({Role.SUPERVISOR, Role.SAFEGUARDING}),
    "export": _READERS,
    "erase": frozenset({Role.SUPERVISOR}),
    "hold": frozenset({Role.SUPERVISOR}),
    "manage users": frozenset({Role.ADMIN}),
    "read the log": frozenset({Role.AUDITOR}),
}
"""Actions with the roles that may do them. The log is read by a role of its own (DPA 2018 s.62)."""


def require(viewer: Viewer, action: str) -> None:
    """Let a viewer pass who may do an action of `PERMISSIONS`.

    Raises:
        NotPermitted: If no role of the viewer may do it, or the action is not known.
    """
    may = PERMISSIONS.get(action, frozenset())
    if may.isdisjoint(viewer.roles):
        raise NotPermitted(
            f"{viewer.name} may not {action}",
            why=f"that takes the role {' or '.join(sorted(may)) or 'of nobody'}",
            do="ask an administrator of the node",
        )
