"""Showing: an entry of the queue as a page shows it, with both sides and what speaks against."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from headwater.model import Statement, Status, WrongUse, parse_statement_id
from headwater.node.decisions import DECIDERS, Barred
from headwater.node.node import Node
from headwater.node.queue.telling import Hide, hiding, without
from headwater.node.reading import barred_from
from headwater.node.reading.report import is_entity
from headwater.node.things import in_words, may_categorise
from headwater.node.waiting import statements_meant

if TYPE_CHECKING:
    from headwater.node.looking import Held
    from headwater.resolve import review

_WEIGHED = re.compile(r"^(.*?),?\s+([+-]\d+\.\d) bits$")
_ALIGNED = re.compile(r"^\s+(.+?)\s{2,}([+-]\d+\.\d)(?:\s+(.*))?$")
_BY = re.compile(r"By (?:resolve/(\w+)/(\d+)|(.+)), (\d{4}-\d\d-\d\d)T(\d\d:\d\d)\S*\.$")
"""Who decided, and when, at the end of why an entry stands here."""
_MOST_FACTS = 12
_PARTS = re.compile(r">>(.*?)<<", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Weighed:
    """One line of a comparison.

    Attributes:
        what: What was compared.
        bits: Weight of what came out, as `+9.7`; empty where the line has none.
        speaks: `for`, `against`, or empty.
        aligned: Whether it is about two words of the names.
    """

    what: str
    bits: str = ""
    speaks: str = ""
    aligned: bool = False


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence of the evidence.

    Attributes:
        statement: Id of the first statement that it stands for.
        parts: Its words, those that count marked.
        grade: Grade and handling.
        report: URN and title of its report.
        orders: Words that give orders to the reader or the system; empty mostly.
    """

    statement: str
    parts: tuple[tuple[str, bool], ...]
    grade: str
    report: str
    orders: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of those whom an entry is about.

    Attributes:
        entity: Id.
        facts: What is said of it, as property and value, each once.
        quoted: The sentences of the evidence that speak of it.
    """

    entity: str
    facts: tuple[tuple[str, str], ...]
    quoted: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry of the queue as it is shown.

    Attributes:
        id: Its id.
        kind: `pair`, `statement`, `category`, `joined` or `decided`.
        what: What is asked, or was decided.
        why: Why it stands here.
        sides: Those whom it is about.
        quoted: Sentences that speak of none of them alone.
        weighed: Of a pair of persons, how the names stand together and what each field says.
        seen: What had been decided when it was shown; sent back with a decision.
        open: Whether this viewer may decide on it.
        withheld: Whether nobody does for the purpose that was stated, since something is left out.
    """

    id: str
    kind: str
    what: str
    why: str
    sides: tuple[Side, ...]
    quoted: tuple[Quoted, ...]
    weighed: tuple[Weighed, ...]
    seen: str
    open: bool
    withheld: bool

    @property
    def contradictions(self) -> tuple[Weighed, ...]:
        """What speaks against the two being one."""
        return tuple(one for one in self.weighed if one.speaks == "against" and not one.aligned)


def shown(
    node: Node, entries: "Sequence[review.QueueEntry]", look: "Callable[[], Held]"
) -> list[Shown]:
    """Entries as they are shown, each with what had been decided on it by now.

    Args:
        node: Where they wait.
        entries: Those of a page, in full.
        look: Gives the picture that tells who is not named for the purpose that was stated.
    """
    from headwater.node.queue.choosing import standing

    hide, barred = hiding(node, entries, look), barred_from(node, look)
    full = [without(one, hide) for one in entries]
    evidence = {one for entry in full for one in entry.evidence}
    known = node.store.parts.statements(evidence, node.allowed())
    speaks_of = {one: statement.entity for one, statement in known.items()}
    return [
        Shown(
            id=one.id,
            kind=one.kind,
            what=_without_ids(one),
            why=_by_whom(one.why),
            sides=tuple(_sides(node, one, speaks_of, hide)),
            quoted=tuple(_quoted(one, speaks_of, "")),
            weighed=tuple(map(_weighed, one.explanation)),
            seen=standing(node, one.kind, one.id, one.about),
            open=_may_decide(node, one.kind),
            withheld=_is_withheld(node, one, barred),
        )
        for one in full
    ]


def _may_decide(node: Node, kind: str) -> bool:
    """Whether this viewer is one who decides on entries of a kind."""
    return (
        may_categorise(node) if kind == "category" else not node.viewer.roles.isdisjoint(DECIDERS)
    )


def _is_withheld(node: Node, entry: "review.QueueEntry", barred: Barred) -> bool:
    """Whether a decision on an entry would be answered as one on what is not here."""
    if entry.kind in ("pair", "joined", "category"):
        return any(map(barred.entity, entry.about))
    if entry.kind != "statement":
        return barred.statements(entry.evidence)
    try:
        return barred.statements(statements_meant(node, entry.id))
    except WrongUse:  # decided meanwhile
        return False


def _without_ids(entry: "review.QueueEntry") -> str:
    """What is asked, without the ids in brackets, which the sides show."""
    said = entry.what
    for one in entry.about:
        said = said.replace(f" ({one})", "")
    return said


def _by_whom(why: str) -> str:
    """Why, with a rule in words in place of its id, and the time to the minute."""
    found = _BY.search(why)
    if not found:
        return why
    rule, version, person, day, time = found.groups()
    who = f"By the rule {rule}, version {version}" if rule else f"By {person}"
    return f"{why[: found.start()]}{who}, {day} {time}."


def _sides(
    node: Node, entry: "review.QueueEntry", speaks_of: Mapping[str, str], hide: Hide
) -> list[Side]:
    allowed = node.allowed()
    return [
        Side(
            entity=one,
            facts=_facts(node.store.statements_of(one, allowed), hide),
            quoted=tuple(_quoted(entry, speaks_of, one)),
        )
        for one in entry.about
    ]


def _facts(said: Sequence[Statement], hide: Hide) -> tuple[tuple[str, str], ...]:
    held = [one for one in said if one.status != Status.REJECTED and not is_entity(one)]
    facts = dict.fromkeys((in_words(one.property), hide(one.value)) for one in held)
    return tuple(facts)[:_MOST_FACTS]


def _quoted(entry: "review.QueueEntry", speaks_of: Mapping[str, str], entity: str) -> list[Quoted]:
    """The sentences that speak of one side; without one, those that speak of none of them."""
    first: dict[str, str] = {}
    speak: dict[str, set[str]] = {}
    for one in entry.evidence:
        urn, item, _ = parse_statement_id(one)
        place = f"{urn}#{item}"
        first.setdefault(place, one)
        speak.setdefault(place, set()).add(speaks_of.get(one, ""))
    found = []
    for (place, statement), source in zip(first.items(), entry.sources, strict=False):
        mine = entity in speak[place] if entity else speak[place].isdisjoint(entry.about)
        if mine:
            found.append(
                Quoted(
                    statement, parts(source.sentence), source.grade, source.report, source.orders
                )
            )
    return found


def parts(sentence: str) -> tuple[tuple[str, bool], ...]:
    """A sentence cut at its marks `>>` and `<<`: words, and whether they are marked."""
    return tuple((text, bool(at % 2)) for at, text in enumerate(_PARTS.split(sentence)))


def _weighed(line: str) -> Weighed:
    aligned, weighed = _ALIGNED.match(line), _WEIGHED.match(line)
    if aligned:
        what = " · ".join(filter(None, (aligned[1], aligned[3])))
        return Weighed(what, aligned[2], _speaks(aligned[2]), aligned=True)
    if weighed:
        neutral = weighed[1].startswith(("prior", "altogether")) or "~" in weighed[1]
        return Weighed(weighed[1], weighed[2], "" if neutral else _speaks(weighed[2]))
    return Weighed(line)


def _speaks(bits: str) -> str:
    return "against" if bits.startswith("-") else "for"
