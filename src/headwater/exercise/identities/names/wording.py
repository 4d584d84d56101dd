"""How a clerk puts a whole name on paper: which parts, in which order and case, with what beside.

Shares follow what registers show: most write given name then family name; some put the FAMILY name
first, add a title, a kunya or a street name, give an initial, or run two words into one.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from headwater.exercise.identities.names.naming import FullName, draw_title
from headwater.exercise.identities.names.offices import Clerk
from headwater.exercise.identities.names.tables import rows_of
from headwater.exercise.streams import Stream

FAMILY_FIRST = 0.12
TITLE = 0.05
BYNAME = 0.1  # of those who have one
BYNAME_ONLY = 0.03  # of those who have one
SHORT_FORM = 0.08  # of those whose given name has one
GLUED = 0.015
INITIAL = 0.01


class Wording(NamedTuple):
    """A written name, and whether it holds more than a byname."""

    text: str
    named: bool


def word_name(stream: Stream, name: FullName, clerk: Clerk) -> Wording:
    """Write the name as this clerk does this time."""
    byname = " ".join(clerk.write(part) for part in name.byname)
    if byname and stream.happens(BYNAME_ONLY):
        return Wording(_cased(byname, clerk), named=False)
    before, family = _chosen(stream, name, clerk)
    if stream.happens(GLUED) and " " in before:
        first, _, rest = before.partition(" ")
        before = first + (rest if clerk.office.script == "arab" else rest[0].lower() + rest[1:])
    text = _ordered(stream, before, family, clerk)
    if stream.happens(TITLE):
        text = f"{_title(stream, name, clerk)} {text}"
    if byname and stream.happens(BYNAME):
        text = _with_byname(stream, text, byname, clerk)
    return Wording(_cased(text, clerk), named=True)


def _cased(text: str, clerk: Clerk) -> str:
    return text.upper() if clerk.office.capitals else text


def _ordered(stream: Stream, before: str, family: str, clerk: Clerk) -> str:
    """Given name first, or FAMILY first: in capitals, with a comma, or plainly swapped."""
    rare = FAMILY_FIRST / 2 if clerk.office.script == "arab" else FAMILY_FIRST
    if not family or not stream.happens(rare):
        return f"{before} {family}".strip()
    manner = stream.share()
    if clerk.office.script != "arab" and manner < 0.6:
        family = family.upper()
    comma = "،" if clerk.office.script == "arab" else ","
    return f"{family}{comma if 0.4 < manner < 0.8 else ''} {before}"


def _chosen(stream: Stream, name: FullName, clerk: Clerk) -> tuple[str, str]:
    """The words before the family name, and the family name (or what stands for it)."""
    write, home = clerk.write, name.home
    given = write(name.given)
    if name.short is not None and stream.happens(SHORT_FORM):
        given = write(name.short)
    elif stream.happens(INITIAL) and clerk.office.script != "arab":
        given = f"{given[0]}."
    roll = stream.share()
    if roll > 0.99 and not given.endswith("."):
        return given, ""
    if name.culture in {"arab", "kurdish"}:
        family = "" if 0.80 <= roll < 0.92 else write(name.family)
        return _lineage(roll, given, write(home.father), write(home.grandfather)), family
    if not home.has_family:
        return given, write(home.father) if roll < 0.6 else ""
    if name.middle is not None and roll < (0.45 if name.culture == "bulgarian" else 0.7):
        given = f"{given} {write(name.middle)}"
    elif roll > 0.93 and name.culture in {"serbian", "bosnian", "albanian"}:
        given = f"{given} ({write(home.father)})"
    return given, write(name.family)


def _lineage(roll: float, given: str, father: str, grandfather: str) -> str:
    """Given name, then as much of the line of fathers as this office asks for."""
    if roll < 0.4:
        return given
    if 0.68 <= roll < 0.87:
        return f"{given} {father} {grandfather}"
    return f"{given} {father}"


def _title(stream: Stream, name: FullName, clerk: Clerk) -> str:
    """A title of the person's culture (men only), or the office's polite one."""
    if name.sex == "m" and stream.happens(0.6):
        return clerk.write(draw_title(stream, name.culture))
    words = _words()[clerk.office.language, clerk.office.script]
    return words["mister"] if name.sex == "m" else words["mistress"]


def _with_byname(stream: Stream, text: str, byname: str, clerk: Clerk) -> str:
    manner = stream.share()
    if manner < 0.35:
        return f'{text} "{byname}"'
    if manner < 0.6:
        return f"{text} ({byname})"
    return f"{text} {_words()[clerk.office.language, clerk.office.script]['alias']} {byname}"


@cache
def _words() -> dict[tuple[str, str], dict[str, str]]:
    return {(row["language"], row["script"]): row for row in rows_of("words.csv")}
