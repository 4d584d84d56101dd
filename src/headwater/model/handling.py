"""Handling: on what conditions a piece of intelligence may be passed on.

P or C of 3x5x2 with its action and sanitisation codes; TLP, Europol H0-H3 and 5x5x5 handling are
kept as foreign markings in the words they came in. No step from C to P is ever made by machine.

Source: College of Policing APP (P, C, A1-A3, S1-S2); FIRST TLP 2.0; Europol handling codes.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from headwater.model.errors import BadGrading
from headwater.model.grading import Grade, parse_grade

_ACTIONS = ("A1", "A2", "A3")  # strictest first
_SANITISATIONS = ("S2", "S1")  # strictest first
TLP_COLOURS = ("RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR")
"""The five colours of TLP 2.0, strictest first."""


@dataclass(frozen=True, slots=True, order=True)
class Handling:
    """How an item may be passed on.

    Attributes:
        code: `P` (lawful sharing permitted) or `C` (permitted with conditions).
        action_code: A1, A2 or A3; only under C.
        sanitisation_code: S1 or S2; only under C.
        conditions: The originator's own words; empty where there are none.
        tlp: One of `TLP_COLOURS`, or empty.
        europol: Europol handling codes in order, as `H1 H2`, or empty.
        marking: Protective marking in its own words (`OFFICIAL-SENSITIVE`), or empty.
    """

    code: str = "P"
    action_code: str = ""
    sanitisation_code: str = ""
    conditions: str = ""
    tlp: str = ""
    europol: str = ""
    marking: str = ""

    def __post_init__(self) -> None:
        """Refuse codes that do not exist or may not stand together."""
        if self.code not in ("P", "C"):
            raise BadGrading(f"handling {self.code!r} does not exist", do="write P or C")
        if self.code == "P" and (self.action_code or self.sanitisation_code):
            raise BadGrading(
                "codes A and S may not stand under handling P",
                why="they are conditions, and P has none",
                do="write C, as in 2D-C/A1/S2, or leave the codes out",
            )
        foreign = self.tlp or self.europol or self.conditions
        if self.code == "C" and not foreign and not (self.action_code and self.sanitisation_code):
            raise BadGrading(
                "handling C needs an action code and a sanitisation code",
                do="write them, as in 1B-C/A1/S2",
            )
        self._refuse_unknown_codes()

    def _refuse_unknown_codes(self) -> None:
        for value, known in (
            (self.action_code, _ACTIONS),
            (self.sanitisation_code, _SANITISATIONS),
            (self.tlp, TLP_COLOURS),
        ):
            if value and value not in known:
                raise BadGrading(f"{value!r} does not exist", do=f"use one of {', '.join(known)}")

    @property
    def text(self) -> str:
        """As written behind a grade: `P`, `C/A1/S2`, with foreign markings behind."""
        codes = [self.code, self.action_code, self.sanitisation_code]
        foreign = [f"TLP:{self.tlp}" if self.tlp else "", self.europol, self.marking]
        words = ["/".join(c for c in codes if c), *(f for f in foreign if f)]
        return " ".join(words)

    @property
    def may_act(self) -> bool:
        """Whether the recipient may act on it without asking (not under C without A2 or A3)."""
        return self.code == "P" or self.action_code in ("A2", "A3")


def strictest(handlings: Iterable[Handling]) -> Handling:
    """The handling that governs a whole made of parts: the strictest of each kind.

    An empty iterable gives P. Conditions in words are all kept, joined by "; ".
    """
    parts = sorted(set(handlings))
    if not parts:
        return Handling()
    conditions = list(dict.fromkeys(p.conditions for p in parts if p.conditions))
    codes = sorted({code for p in parts for code in p.europol.split()})
    under_c = any(p.code == "C" for p in parts)
    return Handling(
        code="C" if under_c else "P",
        action_code=_first(_ACTIONS, [p.action_code for p in parts]),
        sanitisation_code=_first(_SANITISATIONS, [p.sanitisation_code for p in parts]),
        conditions="; ".join(conditions),
        tlp=_first(TLP_COLOURS, [p.tlp for p in parts]),
        europol=" ".join(codes),
        marking=" / ".join(dict.fromkeys(p.marking for p in parts if p.marking)),
    )


def _first(order: tuple[str, ...], present: list[str]) -> str:
    return next((code for code in order if code in present), "")


_NATIVE = re.compile(
    r"^([0-9][A-Z])\s*-\s*([A-Z])((?:/[AS][0-9])*)(.*)$", re.IGNORECASE | re.DOTALL
)
_FOREIGN = re.compile(
    r"^((?:5x5x5|4x4|admiralty)\s*:?\s*[A-Z][0-9])\s*-?\s*([1-5])?(.*)$", re.IGNORECASE | re.DOTALL
)


def parse_marking(text: str) -> tuple[Grade, Handling]:
    """Read a grade with its handling, as it stands behind an item.

    Forms: `2D-P`, `1B-C/A1/S2`, `2D-P TLP:GREEN`, `5x5x5 B21`, `4x4 B2 H1 H3`, and
    `admiralty C3 TLP:AMBER`.

    Under a foreign grade, H0 and 5x5x5 handling 1 read as P; everything else reads as C and keeps
    its words, with the strictest codes (A1, S2) until the originator says otherwise.

    Raises:
        BadGrading: If the grade, the handling, or their combination does not exist.
    """
    stripped = text.strip().strip("[]").strip()
    native = _NATIVE.match(stripped)
    if native:
        grade_text, code, codes, rest = native.groups()
        return parse_grade(grade_text), _native_handling(code.upper(), codes.upper(), rest)
    foreign = _FOREIGN.match(stripped)
    if foreign:
        grade_text, digit, rest = foreign.groups()
        return parse_grade(grade_text), _foreign_handling(digit or "", rest)
    raise BadGrading(
        f"{text.strip()[:40]!r} is not a grading with handling",
        do="write it as 2D-P, 1B-C/A1/S2, or with its system, as in [admiralty C3]",
    )


def _native_handling(code: str, codes: str, rest: str) -> Handling:
    given = [c for c in codes.split("/") if c]
    tlp, europol, words = _foreign_words(rest)
    return Handling(
        code=code,
        action_code=next((c for c in given if c.startswith("A")), ""),
        sanitisation_code=next((c for c in given if c.startswith("S")), ""),
        conditions=words,
        tlp=tlp,
        europol=europol,
    )


def _foreign_handling(digit: str, rest: str) -> Handling:
    tlp, europol, words = _foreign_words(rest)
    free = (digit in ("", "1")) and europol in ("", "H0") and tlp in ("", "CLEAR", "GREEN")
    if free and not words:
        return Handling(tlp=tlp, europol=europol)
    note = f"5x5x5 handling {digit}" if digit and digit != "1" else ""
    return Handling(
        code="C",
        action_code="A1",
        sanitisation_code="S2",
        conditions="; ".join(w for w in (note, words) if w),
        tlp=tlp,
        europol=europol,
    )


def _foreign_words(rest: str) -> tuple[str, str, str]:
    tlp_match = re.search(r"TLP:\s*([A-Z+]+)", rest, re.IGNORECASE)
    tlp = tlp_match.group(1).upper() if tlp_match else ""
    without = re.sub(r"TLP:\s*[A-Z+]+", " ", rest, flags=re.IGNORECASE)
    europol = " ".join(sorted(set(re.findall(r"\bH[0-3]\b", without))))
    words = re.sub(r"\bH[0-3]\b", " ", without)
    return tlp, europol, " ".join(words.split()).strip(",;")
