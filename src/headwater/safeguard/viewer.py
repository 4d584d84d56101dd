"""Viewer: who looks, with which roles, for which agency, cleared for what."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from headwater.model import WrongUse


class Role(StrEnum):
    """What a user is here to do; what each may read stands in `decide.READING_ROLES`."""

    ADMIN = "admin"
    ANALYST = "analyst"
    OFFICER = "officer"
    SUPERVISOR = "supervisor"
    CASE_OFFICER = "case_officer"
    LIAISON = "liaison"
    AUDITOR = "auditor"
    SAFEGUARDING = "safeguarding"


def login_form(name: str) -> str:
    """The form in which login names are compared: two of one form are one user.

    Compatibility forms and case are folded (Unicode NFKC, casefold), and what cannot be seen
    (format and control characters, space at the ends) is left out, so that no other spelling of a
    name gets around what is counted under it.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    seen = (c for c in folded if unicodedata.category(c) not in ("Cf", "Cc"))
    return " ".join("".join(seen).split())


@dataclass(frozen=True, slots=True)
class Viewer:
    """A user of a node, as the rules see one.

    Attributes:
        name: Login name, unique in the node.
        agency: The agency the user belongs to.
        roles: Values of `Role`.
        compartments: Names of the compartments the user is a member of.
        clearance: Level up to which the user is cleared; 0 is the lowest.
        LONGEST_NAME: Characters of a login name that are looked at.
    """

    LONGEST_NAME: ClassVar[int] = 200
    name: str
    agency: str
    roles: frozenset[str]
    compartments: frozenset[str] = frozenset()
    clearance: int = 1

    def __post_init__(self) -> None:
        """Refuse a user without a name and roles that do not exist."""
        if not login_form(self.name):
            raise WrongUse("a user needs a name", do="give one")
        unknown = sorted(self.roles - set(Role))
        if unknown:
            raise WrongUse(
                f"there is no role {unknown[0]!r}", do=f"use one or more of {', '.join(Role)}"
            )
