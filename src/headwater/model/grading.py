"""Grading: how good the source is and how it knows.

The UK scale 3x5x2 is native; 5x5x5, Europol 4x4 and Admiralty are kept as they were given.
A grade is a category: it never becomes a number here.

Source: College of Policing, Authorised Professional Practice, intelligence management (3x5x2);
Regulation (EU) 2016/794 art. 29 (4x4); NATO AJP-2.1 (Admiralty).
"""

import re
from dataclasses import dataclass
from typing import ClassVar, Self

from headwater.model.errors import BadGrading


@dataclass(frozen=True, slots=True, order=True)
class Grade:
    """One grade in one system; the parent of the four systems, never used by itself.

    Attributes:
        source: Code of the source evaluation.
        information: Code of the intelligence assessment.
    """

    source: str
    information: str

    system: ClassVar[str] = ""
    sources: ClassVar[dict[str, str]] = {}
    informations: ClassVar[dict[str, str]] = {}

    def __post_init__(self) -> None:
        """Refuse codes that the system does not have."""
        if self.source not in self.sources or self.information not in self.informations:
            raise BadGrading(
                f"{self.source}{self.information!s} is not a grade of {self.system}",
                why=f"source is one of {', '.join(self.sources)}; "
                f"information is one of {', '.join(self.informations)}",
                do="correct the grade, or name the system it comes from, as in [admiralty C3]",
            )

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the two characters of a grade.

        Raises:
            BadGrading: If the text is not a grade of this system.
        """
        code = text.strip().upper()
        if len(code) != 2:
            raise BadGrading(f"{text!r} is not a grade of {cls.system}", do="write two characters")
        return cls(code[0], code[1])

    @property
    def text(self) -> str:
        """The grade as written: `2D`, or with its system in front for a foreign one."""
        prefix = "" if self.system == "3x5x2" else f"{self.system} "
        return f"{prefix}{self.source}{self.information}"

    @property
    def meaning(self) -> str:
        """The grade in words, for the key that is printed with every report."""
        return f"{self.sources[self.source]}; {self.informations[self.information]}"


@dataclass(frozen=True, slots=True, order=True)
class Grading(Grade):
    """3x5x2, the UK standard: source 1-3, assessment A-E.

    The letter says how the source knows, not how likely the thing is; only E speaks about truth.
    """

    system: ClassVar[str] = "3x5x2"
    sources: ClassVar[dict[str, str]] = {"1": "reliable", "2": "untested", "3": "not reliable"}
    informations: ClassVar[dict[str, str]] = {
        "A": "known directly to the source",
        "B": "known indirectly to the source but corroborated",
        "C": "known indirectly to the source",
        "D": "not known",
        "E": "suspected to be false",
    }


@dataclass(frozen=True, slots=True, order=True)
class Grade5x5x5(Grade):
    """5x5x5, the UK standard until about 2016; its E means untested, not bad."""

    system: ClassVar[str] = "5x5x5"
    sources: ClassVar[dict[str, str]] = {
        "A": "always reliable",
        "B": "mostly reliable",
        "C": "sometimes reliable",
        "D": "unreliable",
        "E": "untested",
    }
    informations: ClassVar[dict[str, str]] = {
        "1": "known true without reservation",
        "2": "known personally to the source",
        "3": "not known personally to the source, corroborated",
        "4": "cannot be judged",
        "5": "suspected false",
    }


@dataclass(frozen=True, slots=True, order=True)
class Grade4x4(Grade):
    """Europol's 4x4 (Regulation (EU) 2016/794 art. 29)."""

    system: ClassVar[str] = "4x4"
    sources: ClassVar[dict[str, str]] = {
        "A": "no doubt, or reliable in all instances",
        "B": "reliable in most instances",
        "C": "unreliable in most instances",
        "X": "cannot be assessed",
    }
    informations: ClassVar[dict[str, str]] = {
        "1": "accuracy not in doubt",
        "2": "known personally to the source",
        "3": "not known personally to the source, corroborated",
        "4": "not known personally, cannot be corroborated",
    }


@dataclass(frozen=True, slots=True, order=True)
class GradeAdmiralty(Grade):
    """The Admiralty code; F and 6 mean "no basis to judge", not "false"."""

    system: ClassVar[str] = "admiralty"
    sources: ClassVar[dict[str, str]] = {
        "A": "completely reliable",
        "B": "usually reliable",
        "C": "fairly reliable",
        "D": "not usually reliable",
        "E": "unreliable",
        "F": "no basis to judge",
    }
    informations: ClassVar[dict[str, str]] = {
        "1": "confirmed",
        "2": "probably true",
        "3": "possibly true",
        "4": "doubtful",
        "5": "improbable",
        "6": "no basis to judge",
    }


SYSTEMS: dict[str, type[Grade]] = {
    kind.system: kind for kind in (Grading, Grade5x5x5, Grade4x4, GradeAdmiralty)
}

_NAMED = re.compile(r"^\s*(?:(3x5x2|5x5x5|4x4|admiralty)\s*:?\s*)?([0-9A-Z]{2})\s*$", re.IGNORECASE)


def parse_grade(text: str) -> Grade:
    """Read a grade as written: `2D`, or with its system, `5x5x5 B2`, `4x4 X4`, `admiralty F6`.

    A letter-first code without its system (`B2`) could be any of three systems and is refused.

    Raises:
        BadGrading: If it is no grade, or its system cannot be told.
    """
    match = _NAMED.match(text)
    if match is None:
        raise BadGrading(f"{text!r} is not a grade", do="write it as 2D, or as admiralty C3")
    named, code = match.groups()
    if named:
        return SYSTEMS[named.lower()].parse(code)
    if code[0].isdigit():
        return Grading.parse(code)
    raise BadGrading(
        f"{text!r} could be a grade of three systems",
        why="letter first is 5x5x5, 4x4 or Admiralty; figure first is 3x5x2",
        do=f"name the system, as in [admiralty {code.upper()}]",
    )


_SOURCE_TO_NATIVE: dict[str, dict[str, str]] = {
    "5x5x5": {"A": "1", "B": "1", "C": "13", "D": "3", "E": "2"},
    "4x4": {"A": "1", "B": "1", "C": "3", "X": "2"},
    "admiralty": {"A": "1", "B": "1", "C": "13", "D": "3", "E": "3", "F": "2"},
}
_INFORMATION_TO_NATIVE: dict[str, dict[str, str]] = {
    "5x5x5": {"1": "A", "2": "A", "3": "B", "4": "CD", "5": "E"},
    "4x4": {"1": "A", "2": "A", "3": "B", "4": "CD"},
    "admiralty": {"1": "ABC", "2": "ABC", "3": "ABC", "4": "ABC", "5": "ABCE", "6": "CD"},
}


def possible_3x5x2(grade: Grade) -> frozenset[Grading]:
    """Every 3x5x2 grade that a grade of another system can stand for.

    One member means that the conversion loses nothing that 3x5x2 can say; several mean that the
    original must be kept and shown. A derived grade is never stored as if it were given.
    The table is this project's proposal (a force may set its own); there is no standard one.
    """
    if isinstance(grade, Grading):
        return frozenset({grade})
    sources = _SOURCE_TO_NATIVE[grade.system][grade.source]
    informations = _INFORMATION_TO_NATIVE[grade.system][grade.information]
    return frozenset(Grading(s, i) for s in sources for i in informations)
