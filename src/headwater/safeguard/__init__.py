"""What may be seen, kept, shared and scored: pure rules, no input or output."""

from headwater.safeguard.audit import AuditRecord, Operation
from headwater.safeguard.category import (
    PROTECTED,
    RANKABLE,
    Category,
    governing,
    may_be_ranked,
    presumed_coerced,
)
from headwater.safeguard.label import Decision, Label
from headwater.safeguard.purpose import Purpose, parse_purpose
from headwater.safeguard.viewer import Role, Viewer

__all__ = [
    "PROTECTED",
    "RANKABLE",
    "AuditRecord",
    "Category",
    "Decision",
    "Label",
    "Operation",
    "Purpose",
    "Role",
    "Viewer",
    "governing",
    "may_be_ranked",
    "parse_purpose",
    "presumed_coerced",
]
