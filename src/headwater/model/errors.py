"""What can go wrong, in one small hierarchy.

```
HeadwaterError            what happened, where, why, what to do
├── WrongUse              the call cannot be understood as given          exit code 2
│   └── BadGrading        a grading or handling that does not exist
├── NotPermitted          understood, but this user may not                exit code 3
├── Refused               one piece of input that cannot be taken          a Refusal is kept
└── DamagedNode           what lies on disk is not what was written        exit code 4
```
"""


class HeadwaterError(Exception):
    """The root: every error that Headwater raises on purpose says what, where, why and what to do.

    Args:
        what: What happened, in one sentence.
        where: File, row, item or entity it happened at; empty where there is none.
        why: The reason; empty where `what` says it.
        do: What the user can do about it.
    """

    exit_code = 2

    def __init__(self, what: str, *, where: str = "", why: str = "", do: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.why = why
        self.do = do

    def as_dict(self) -> dict[str, str]:
        """The four parts by name, as the command line prints them under `--json`."""
        return {"what": self.what, "where": self.where, "why": self.why, "do": self.do}

    def __str__(self) -> str:
        """One paragraph for a person: what, then the parts that are known."""
        parts = [self.what]
        if self.where:
            parts.append(f"Where: {self.where}.")
        if self.why:
            parts.append(f"Why: {self.why}.")
        if self.do:
            parts.append(f"Do: {self.do}.")
        return " ".join(parts)


class WrongUse(HeadwaterError):
    """The call cannot be understood as given."""


class BadGrading(WrongUse):
    """A grading or a handling code that does not exist, or codes that may not stand together."""


class NotPermitted(HeadwaterError):
    """The call is understood, but this user may not, or not for this purpose."""

    exit_code = 3


class Refused(HeadwaterError):
    """One piece of input that cannot be taken; the reader turns it into a kept `Refusal`."""

    exit_code = 1


class DamagedNode(HeadwaterError):
    """What lies on disk is not what was written; nothing is repaired by guessing."""

    exit_code = 4
