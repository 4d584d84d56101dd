"""Purpose: what somebody looks for; no look into a node without one (DPA 2018 s.36)."""

from dataclasses import dataclass

from headwater.model import WrongUse

PURPOSE_KINDS = ("general", "case", "safeguarding")
"""A case or safeguarding purpose must be named; only these two lift the withholding of names."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """A stated purpose.

    Attributes:
        text: The user's words, as they go into the log.
        kind: One of `PURPOSE_KINDS`.
    """

    text: str
    kind: str


def parse_purpose(text: str) -> Purpose:
    """Read a purpose: `case: NAME ...`, `safeguarding: NAME ...`, anything else is general.

    Raises:
        WrongUse: If it is empty, or a case or safeguarding purpose names nothing.
    """
    stripped = " ".join(text.split())
    if not stripped:
        raise WrongUse(
            "a purpose is needed to look into a node",
            why="every look is logged with what it was for",
            do="add --purpose, as in --purpose 'case: Drava, who supplies the boats'",
        )
    word, colon, rest = stripped.partition(":")
    kind = word.strip().lower()
    if not colon or kind not in ("case", "safeguarding"):
        return Purpose(stripped, "general")
    if not rest.strip():
        raise WrongUse(f"a {kind} purpose must name its {kind}", do=f"write '{kind}: NAME'")
    return Purpose(stripped, kind)
