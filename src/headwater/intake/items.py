"""The numbered items of a text report: `N. text [2D-P]`, each with its provenance line.

Text without numbers is one item. Bullets inside an article are not items.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from headwater.model import BadGrading, Grade, Handling, parse_grade, parse_marking, strictest

_NUMBERED = re.compile(r"^\s{0,3}(\d{1,3})[.)]\s+(?=\S)")
_PROVENANCE = re.compile(
    r"^\s*(?:provenance|provenijencija|poreklo|porijeklo|порекло|провенијенција|произход"
    r"|prejardhja|provenienca)\s*:\s*(.*)$",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\[([^\[\]\n]{1,80})\]\s*$")
# What was meant as a grading, right or wrong; [1], [sic] and [...] are not.
_ATTEMPT = re.compile(
    r"^(?:(?:3x5x2|5x5x5|4x4|admiralty)\b.*|[0-9A-Za-z]{1,2}\s*-\s*[A-Za-z]\b.*"
    r"|[0-9][A-Za-z]|[A-Za-z][0-9]{1,2}|\d{1,3}\s*%)\s*$",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Block:
    """One item as it stands in the text, its marking not read yet.

    Attributes:
        number: Its number; the place in the text where it has none of its own.
        text: The words, without number, grading and provenance line.
        marking: What stood in brackets behind it, or empty.
        provenance: The provenance line without its grading, or empty.
        provenance_marking: What stood in brackets behind that, or empty.
        renumbered: True where its number stood there before and the next free one was given.
    """

    number: int
    text: str
    marking: str = ""
    provenance: str = ""
    provenance_marking: str = ""
    renumbered: bool = False


def split_items(body: list[str]) -> list[Block]:
    """Cut the body into its items; empty where there are no words."""
    starts = _starts(body)
    if not starts:
        whole = _block(1, body)
        return [whole] if whole.text or whole.marking else []
    blocks: list[Block] = []
    taken: set[int] = set()
    ends = [*starts[1:], len(body)]
    for begin, end in zip(starts, ends, strict=True):
        match = _NUMBERED.match(body[begin])
        number = int(match[1]) if match else 1
        free = number if number not in taken else max(taken) + 1
        taken.add(free)
        lines = [body[begin][match.end() if match else 0 :], *body[begin + 1 : end]]
        blocks.append(_block(free, lines, renumbered=free != number))
    preamble = _block(max(taken) + 1, body[: starts[0]])
    return [*blocks, preamble] if preamble.text else blocks


def _starts(body: list[str]) -> list[int]:
    """Lines that begin an item: the next number, or any number behind a closed item."""
    starts: list[int] = []
    expected, closed = 1, False
    for at, line in enumerate(body):
        match = _NUMBERED.match(line) if line[:4].strip()[:1].isdigit() else None
        if match and (int(match[1]) == expected or closed or (not starts and _ends_graded(line))):
            starts.append(at)
            expected = int(match[1]) + 1
        if line.strip():
            closed = bool(starts) and (_ends_graded(line) or bool(_PROVENANCE.match(line)))
    return starts


def _ends_graded(line: str) -> bool:
    found = _BRACKETS.search(line) if line.rstrip().endswith("]") else None
    return bool(found and _ATTEMPT.match(found[1]))


def _block(number: int, lines: list[str], *, renumbered: bool = False) -> Block:
    kept, provenance, provenance_marking = [], "", ""
    for line in lines:
        match = _PROVENANCE.match(line) if ":" in line and not provenance else None
        if match:
            provenance, provenance_marking = _cut_marking(match[1])
        else:
            kept.append(line.rstrip())
    text, marking = _cut_marking("\n".join(kept).strip())
    return Block(number, text, marking, provenance, provenance_marking, renumbered)


def _cut_marking(text: str) -> tuple[str, str]:
    if not text.endswith("]"):
        return text.strip(), ""
    found = _BRACKETS.search(text)
    if found and _ATTEMPT.match(found[1].strip()):
        return text[: found.start()].rstrip(), found[1].strip()
    return text, ""


@lru_cache(maxsize=4096)
def read_marking(text: str, handling: Handling | None) -> tuple[Grade, Handling]:
    """Read what stands behind an item, under the handling of the whole report where it has one.

    A grade alone (`2D`) takes the report's handling; the stricter of the two governs otherwise,
    because no step to a looser handling is made by machine.

    Raises:
        BadGrading: If the grade or the handling does not exist, or nothing says the handling.
    """
    try:
        grade, own = parse_marking(text)
    except BadGrading:
        if handling is None:
            raise
        return parse_grade(text), handling
    return grade, own if handling is None else strictest((own, handling))


_PROTECTIVE = re.compile(
    r"^(OFFICIAL|RESTRICTED|CONFIDENTIAL|SECRET|TOP SECRET|UNCLASSIFIED|RESTREINT|EU RESTRICTED)"
    r"(?:[- :].*)?$",
    re.IGNORECASE,
)


def read_handling(text: str) -> Handling:
    """Read the handling line of a header: `P`, `C/A1/S2`, `TLP:AMBER`, `H1`, a marking, or words.

    Words that are no code are conditions, and conditions mean C with the strictest codes.

    Raises:
        BadGrading: If the codes do not exist or may not stand together.
    """
    stripped = text.strip()
    if re.match(r"^[PC](?:/|\s|$)", stripped, re.IGNORECASE):
        return parse_marking(f"2D-{stripped}")[1]
    if _PROTECTIVE.match(stripped):
        return Handling(marking=stripped)
    return parse_marking(f"admiralty F6 {stripped}")[1]
