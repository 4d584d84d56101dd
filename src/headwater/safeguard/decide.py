"""Decide: what a viewer gets of the material under a label; once a label, never once a row.

Every rule can only take away, and the answer is the strictest of them all. So a viewer with fewer
roles, compartments or less clearance never gets more, and a rule that does not know a code says no.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from headwater.model import Handling
from headwater.safeguard.label import Decision, Label
from headwater.safeguard.purpose import PURPOSE_KINDS, Purpose
from headwater.safeguard.viewer import Role, Viewer

READING_ROLES = frozenset({Role.ANALYST, Role.OFFICER, Role.SUPERVISOR, Role.SAFEGUARDING})
"""Roles that read for any stated purpose.

A case officer reads for a named case, liaison what may leave the node; an auditor reads the log, an
administrator reads nothing.
"""

_ASSESSORS = frozenset({Role.ANALYST, Role.SUPERVISOR})
_SUPERVISORS = frozenset({Role.SUPERVISOR})
_MASKED_READERS = READING_ROLES | {Role.CASE_OFFICER}


@dataclass(frozen=True, slots=True)
class Restriction:
    """What one marking on another agency's material means inside this node.

    Attributes:
        name: The marking, as officers write it.
        marked: Whether a handling bears it.
        full: Roles that read it in full.
        redacted: Roles that read it with the names and numbers of people masked.
        leaves: Whether it may be handed on to others, with its handling attached.
        source: Where the rule comes from.
    """

    name: str
    marked: Callable[[Handling], bool]
    full: frozenset[Role]
    redacted: frozenset[Role]
    leaves: bool
    source: str


def _needs_owner(handling: Handling) -> bool:
    """A1, S2, or C with nothing but words: the owner is asked before it is used more widely."""
    coded = handling.action_code in ("A2", "A3") and handling.sanitisation_code == "S1"
    return handling.code == "C" and not coded


RESTRICTIONS = (
    Restriction(
        name="TLP:RED",
        marked=lambda handling: handling.tlp == "RED",
        full=_SUPERVISORS,
        redacted=frozenset(),
        leaves=False,
        source="FIRST TLP 2.0: the named recipients only; here, the supervisor who received it",
    ),
    Restriction(
        name="TLP:AMBER+STRICT",
        marked=lambda handling: handling.tlp == "AMBER+STRICT",
        full=_ASSESSORS,
        redacted=frozenset(),
        leaves=False,
        source="FIRST TLP 2.0: the recipient's organisation, on need to know",
    ),
    Restriction(
        name="H2",
        marked=lambda handling: "H2" in handling.europol.split(),
        full=_ASSESSORS,
        redacted=_MASKED_READERS,
        leaves=False,
        source="Europol handling codes: not handed on without the provider's leave",
    ),
    Restriction(
        name="H3",
        marked=lambda handling: "H3" in handling.europol.split(),
        full=_SUPERVISORS,
        redacted=frozenset(),
        leaves=False,
        source="Europol handling codes: other restrictions, in words that a person must read",
    ),
    Restriction(
        name="C under A1 or S2, or with conditions in words only",
        marked=_needs_owner,
        full=_ASSESSORS,
        redacted=_MASKED_READERS,
        leaves=False,
        source="College of Policing 3x5x2: A1 take no action, S2 not for wider use without asking",
    ),
)
"""What restricts another agency's material; the owning agency's own people are not restricted."""

MARKING_LEVELS = {"OFFICIAL": 0, "OFFICIAL-SENSITIVE": 1, "SECRET": 2, "TOP SECRET": 3}
"""Clearance that a protective marking asks for (UK Government Security Classifications)."""

_UNKNOWN_MARKING_LEVEL = 3
_EUROPOL_CODES = frozenset({"H0", "H1", "H2", "H3"})


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule that every reading must pass.

    Attributes:
        name: What it looks at.
        decide: Its answer for a viewer, a purpose and a label.
        source: Where it comes from.
    """

    name: str
    decide: Callable[[Viewer, Purpose, Label], Decision]
    source: str


def _role(viewer: Viewer, purpose: Purpose, label: Label) -> Decision:
    return _yes_if(
        not READING_ROLES.isdisjoint(viewer.roles)
        or (Role.CASE_OFFICER in viewer.roles and purpose.kind == "case")
        or (Role.LIAISON in viewer.roles and may_leave(label, viewer.agency))
    )


def _purpose(_viewer: Viewer, purpose: Purpose, _label: Label) -> Decision:
    return _yes_if(bool(purpose.text.strip()) and purpose.kind in PURPOSE_KINDS)


def _compartment(viewer: Viewer, _purpose: Purpose, label: Label) -> Decision:
    return _yes_if(not label.compartment or label.compartment in viewer.compartments)


def _clearance(viewer: Viewer, _purpose: Purpose, label: Label) -> Decision:
    return _yes_if(viewer.clearance >= max(label.clearance, _marked_level(label.handling)))


def _known_codes(_viewer: Viewer, _purpose: Purpose, label: Label) -> Decision:
    return _yes_if(_EUROPOL_CODES.issuperset(label.handling.europol.split()))


def _owner(viewer: Viewer, _purpose: Purpose, label: Label) -> Decision:
    if label.owner and viewer.agency == label.owner:
        return Decision.YES
    return _strictest(
        _reading(restriction, viewer)
        for restriction in RESTRICTIONS
        if restriction.marked(label.handling)
    )


RULES = (
    Rule("role", _role, "need to know; DPA 2018 s.40 (security of processing)"),
    Rule("purpose", _purpose, "DPA 2018 s.36; Directive (EU) 2016/680 art. 4: a stated purpose"),
    Rule("compartment", _compartment, "need to know: members only"),
    Rule("clearance", _clearance, "UK Government Security Classifications"),
    Rule("known codes", _known_codes, "this project: what is not understood is not shown"),
    Rule("owner", _owner, "the originator decides on use; see RESTRICTIONS"),
)
"""All rules, in the order in which they are asked."""


def decide(viewer: Viewer, purpose: Purpose, label: Label) -> Decision:
    """What the viewer gets of material under this label: the strictest answer of all `RULES`."""
    return _strictest(rule.decide(viewer, purpose, label) for rule in RULES)


def allowed(
    viewer: Viewer, purpose: Purpose, labels: Mapping[int, Label]
) -> tuple[frozenset[int], frozenset[int]]:
    """The label ids that the viewer reads in full, and those read with people masked.

    Args:
        viewer: Who looks.
        purpose: What for.
        labels: Every distinct label of the node by its id.
    """
    return _allowed(viewer, purpose, tuple(labels.items()))


@lru_cache(maxsize=512)
def _allowed(
    viewer: Viewer, purpose: Purpose, labels: tuple[tuple[int, Label], ...]
) -> tuple[frozenset[int], frozenset[int]]:
    """The same, remembered: a page asks several times, and every open page asks the same."""
    decisions = {number: decide(viewer, purpose, label) for number, label in labels}
    full = frozenset(n for n, decision in decisions.items() if decision is Decision.YES)
    redacted = frozenset(n for n, decision in decisions.items() if decision is Decision.REDACT)
    return full, redacted


def may_leave(label: Label, agency: str) -> bool:
    """Whether material under a label may be handed on by an agency, with its handling attached.

    An owner hands on what is its own. Compartments are never left by way of an export.
    """
    if label.compartment:
        return False
    if label.owner and label.owner == agency:
        return True
    known = _EUROPOL_CODES.issuperset(label.handling.europol.split())
    return known and all(r.leaves for r in RESTRICTIONS if r.marked(label.handling))


_STRICTEST_FIRST = (Decision.NO, Decision.REDACT, Decision.YES)


def _strictest(decisions: Iterable[Decision]) -> Decision:
    return min(decisions, key=_STRICTEST_FIRST.index, default=Decision.YES)


def _yes_if(condition: bool) -> Decision:
    return Decision.YES if condition else Decision.NO


def _reading(restriction: Restriction, viewer: Viewer) -> Decision:
    if not restriction.full.isdisjoint(viewer.roles):
        return Decision.YES
    masked = not restriction.redacted.isdisjoint(viewer.roles)
    return Decision.REDACT if masked else Decision.NO


def _marked_level(handling: Handling) -> int:
    """The highest level that any part of a marking asks for; unknown words ask for the highest."""
    parts = [part.strip().upper() for part in handling.marking.split("/") if part.strip()]
    return max((MARKING_LEVELS.get(part, _UNKNOWN_MARKING_LEVEL) for part in parts), default=0)
