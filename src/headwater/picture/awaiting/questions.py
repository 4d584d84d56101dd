"""Awaiting: people whom somebody decided on, who may be recorded as being moved by somebody else.

A row about a person being moved is a count, and of who it was the store keeps digests. Whoever is
called a suspect and meets one is out of every method about people until a human has looked. Only
traces of items that this viewer may see count, so nobody learns of a row from who is missing.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

import pyarrow as pa

from headwater.picture.awaiting.particulars import Told, particulars_told
from headwater.picture.coded import Coded
from headwater.safeguard import Category, governing
from headwater.safeguard import traces as kept

_DECIDED = frozenset({Category.SUSPECT, Category.CONVICTED, Category.OTHER})
"""What is decided of somebody who is not protected yet; such a decision can answer the question."""
_EVIDENCE = 3

Place = tuple[str, int]  # an item: URN and number


class Traces(Protocol):
    """What is asked of a store about rows that became counts."""

    def traced(
        self, asked: Collection[kept.Identifier], allowed: frozenset[int]
    ) -> Sequence[kept.Hit]:
        """Where identifiers meet traces of allowed items."""

    def traced_reports(self, allowed: frozenset[int]) -> frozenset[str]:
        """Reports with a trace in an allowed item."""

    def answered(self, decisions: Collection[str]) -> dict[str, frozenset[Place]]:
        """By the URN of a decision the items whose traces it answers."""


class Question(NamedTuple):
    """A person who may be recorded as being moved, and whom a human has to look at.

    Attributes:
        entity: Id of the person in the picture.
        mention: The smallest id under which this viewer sees the person named.
        name: What the person is called.
        category: The governing category of what was decided.
        strong: Whether a document, account or phone agrees, and not only name and birth date.
        why: What agrees, in words.
        evidence: Statements that tell what agrees, of the person and not of the row.
        places: The rows' items; for the answer alone, shown to nobody.
    """

    entity: str
    mention: str
    name: str
    category: str
    strong: bool
    why: str
    evidence: tuple[str, ...]
    places: frozenset[Place]


def open_questions(
    coded: Coded,
    categories: pa.Table,
    store: Traces,
    allowed: frozenset[int],
    *,
    uncategorised: bool = False,
) -> list[Question]:
    """The people of a picture of whom the question is open, in the order of their ids.

    Cost: by the statements of people about whom somebody decided; nothing where there are no
    traces or no such people.

    Args:
        coded: What is said.
        categories: What was decided.
        store: Where the traces are.
        allowed: Labels that the viewer may see.
        uncategorised: Whether people about whom nobody decided are asked about too.
    """
    if not store.traced_reports(allowed):
        return []
    words, decisions = _decided(categories)
    if uncategorised:
        words |= dict.fromkeys(_uncategorised(coded, categories), Category.UNDECIDED)
    told = particulars_told(coded, words)
    met = _met(told, store, allowed)
    answers = store.answered({urn for one in met for urn in decisions[one]}) if met else {}
    found = []
    for person, hits in sorted(met.items()):
        settled = {place for urn in decisions[person] for place in answers.get(urn, ())}
        left = [hit for hit in kept.of_one_person(hits) if (hit.urn, hit.item) not in settled]
        if left:
            found.append(_question(person, told[person], words[person], left))
    return found


def _decided(categories: pa.Table) -> tuple[dict[str, Category], dict[str, set[str]]]:
    """Those who are decided on and not protected, and the reports that decide so."""
    held: dict[str, set[str]] = defaultdict(set)
    reports: dict[str, set[str]] = defaultdict(set)
    columns = (categories[name].to_pylist() for name in ("entity", "category", "statement"))
    for entity, word, statement in zip(*columns, strict=True):
        held[entity].add(word)
        reports[entity].add(statement.rpartition("#")[0])
    governed = {entity: governing(words) for entity, words in held.items()}
    return {one: word for one, word in governed.items() if word in _DECIDED}, reports


def _met(
    told: Mapping[str, Told], store: Traces, allowed: frozenset[int]
) -> dict[str, list[kept.Hit]]:
    """The traces that each person meets; who meets none is not in it."""
    askers: dict[kept.Identifier, list[str]] = defaultdict(list)
    for person, one in told.items():
        for identifier in kept.asked(one.particulars):
            askers[identifier].append(person)
    met: dict[str, list[kept.Hit]] = defaultdict(list)
    for hit in store.traced(askers, allowed) if askers else ():
        for person in askers[hit.identifier]:
            met[person].append(hit)
    return met


def _uncategorised(coded: Coded, categories: pa.Table) -> list[str]:
    """The people about whom nobody decided anything."""
    people = set(coded.rows_of(["Person"])["entity"].unique().to_pylist())
    return sorted(people - set(categories["entity"].to_pylist()))


def _question(person: str, told: Told, category: Category, hits: Iterable[kept.Hit]) -> Question:
    left = list(hits)
    kinds = sorted({hit.identifier.kind for hit in left})
    evidence = dict.fromkeys(one for kind in kinds for one in told.evidence.get(kind, ()))
    return Question(
        entity=person,
        mention=told.mention,
        name=told.name or told.mention,
        category=str(category),
        strong=any(hit.identifier.strong for hit in left),
        why=" and ".join(kinds),
        evidence=tuple(evidence)[:_EVIDENCE],
        places=kept.places_of(left),
    )
