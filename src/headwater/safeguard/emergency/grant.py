"""Who may break the glass, and what that lifts: clearance and compartment, nothing else.

The wishes of another owner, codes that nobody here understands, and the roles that read no content
stay as they are: what is asked after the glass is broken is `allowed`, as ever, of the viewer that
`lifted` gives, and of the labels of that one report.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from headwater.model import NotPermitted, WrongUse
from headwater.safeguard.label import Label
from headwater.safeguard.viewer import Role, Viewer

LONGEST_MINUTES = 240
"""No grant lasts longer; the field's practice is four hours at the most."""

_SHORTEST_REASON = 15  # characters: a sentence, not a full stop
_FOR_LIFE = frozenset({Role.ANALYST, Role.OFFICER, Role.SAFEGUARDING})
BREAKERS = _FOR_LIFE | {Role.SUPERVISOR}
"""Roles that may break the glass at all: a supervisor for any reason, the others for a life."""


@dataclass(frozen=True, slots=True)
class Grant:
    """Leave to read one report in spite of clearance and compartment.

    Attributes:
        user: Who may.
        urn: Which report.
        reason: Why, in the user's words.
        life_at_risk: Whether somebody's life hangs on it.
        given: When (UTC).
        until: When it ends (UTC).
    """

    user: str
    urn: str
    reason: str
    life_at_risk: bool
    given: datetime
    until: datetime

    def holds(self, viewer: Viewer, urn: str, now: datetime) -> bool:
        """Whether it is in force for this viewer and report."""
        return (self.user, self.urn) == (viewer.name, urn) and self.given <= now < self.until


def read(content: Mapping[str, Any]) -> Grant:
    """A grant as it was kept, with ISO times."""
    return Grant(
        user=content["user"],
        urn=content["urn"],
        reason=content["reason"],
        life_at_risk=content["life_at_risk"],
        given=datetime.fromisoformat(content["given"]),
        until=datetime.fromisoformat(content["until"]),
    )


def grant(
    viewer: Viewer, urn: str, reason: str, *, life_at_risk: bool, now: datetime, minutes: int = 60
) -> Grant:
    """The leave that a viewer gets; the answer knows nothing of the report, not even whether it is.

    A supervisor may for any written reason; an officer, an analyst and safeguarding where a life is
    at risk. Liaison and case officers ask one of them; auditors and administrators never may.

    Args:
        viewer: Who asks.
        urn: Which report.
        reason: Why; the auditor reads it.
        life_at_risk: Whether somebody's life hangs on it.
        now: The time (UTC).
        minutes: For how long.

    Raises:
        NotPermitted: If the viewer's roles do not go so far.
        WrongUse: If the reason is no sentence, or the time is too long.
    """
    if len("".join(reason.split())) < _SHORTEST_REASON:
        raise WrongUse(
            "breaking the glass needs a reason", why="the auditor will read it", do="write one"
        )
    if not 1 <= minutes <= LONGEST_MINUTES:
        raise WrongUse(f"{minutes} minutes cannot be given", do=f"ask for 1 to {LONGEST_MINUTES}")
    if Role.SUPERVISOR not in viewer.roles and not (life_at_risk and viewer.roles & _FOR_LIFE):
        raise NotPermitted(
            f"{viewer.name} may not break the glass for this",
            why="a supervisor may; an officer, an analyst or safeguarding where a life is at risk",
            do="ask a supervisor, or say that a life is at risk where one is",
        )
    until = now + timedelta(minutes=minutes)
    return Grant(viewer.name, urn, " ".join(reason.split()), life_at_risk, now, until)


def lifted(viewer: Viewer, labels: Collection[Label]) -> Viewer:
    """The viewer as a member of these labels' compartments, cleared for the highest level.

    To be asked about these labels and no others.
    """
    inside = {label.compartment for label in labels if label.compartment}
    return replace(viewer, compartments=viewer.compartments | inside, clearance=_HIGHEST)


_HIGHEST = 5
