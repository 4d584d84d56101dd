"""What may be seen, kept, shared and scored: pure rules, no input or output."""

from headwater.safeguard import emergency, retention, traces
from headwater.safeguard.assumption import check_assumption
from headwater.safeguard.audit import AuditRecord, Operation
from headwater.safeguard.category import (
    PROTECTED,
    RANKABLE,
    Category,
    governing,
    may_be_ranked,
)
from headwater.safeguard.decide import allowed
from headwater.safeguard.exports import must_mask
from headwater.safeguard.label import Label
from headwater.safeguard.purpose import Purpose, parse_purpose
from headwater.safeguard.small_cells import SMALLEST_CELL, iso_week, suppress_small_cells
from headwater.safeguard.stops import never_equipment, stands
from headwater.safeguard.viewer import Role, Viewer, login_form
from headwater.safeguard.withholding import (
    HELD_BY,
    NOT_NAMED,
    WITHHELD,
    hidden_in,
    is_withheld,
    masked,
)

__all__ = [
    "HELD_BY",
    "NOT_NAMED",
    "PROTECTED",
    "RANKABLE",
    "SMALLEST_CELL",
    "WITHHELD",
    "AuditRecord",
    "Category",
    "Label",
    "Operation",
    "Purpose",
    "Role",
    "Viewer",
    "allowed",
    "check_assumption",
    "emergency",
    "governing",
    "hidden_in",
    "is_withheld",
    "iso_week",
    "login_form",
    "masked",
    "may_be_ranked",
    "must_mask",
    "never_equipment",
    "parse_purpose",
    "retention",
    "stands",
    "suppress_small_cells",
    "traces",
]
