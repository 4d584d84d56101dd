"""Strong judgements: joins on a shared strong identifier, and nothing else.

Two persons are never joined on a name. Where something speaks against a join, the pair goes to a
person as "unknown" with the reason. Nobody who is being moved is joined with anybody.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from headwater.model import Judgement, Status, Verdict, schemata
from headwater.resolve.clusters import by_person, clusters, standing_judgements
from headwater.resolve.columns import Row, among, rows, standing, statement_ids
from headwater.resolve.strong.identifiers import READ_PROPERTIES, Holding, family, holdings
from headwater.resolve.strong.matching import Match, Matcher
from headwater.resolve.strong.profile import Profile, read_profiles
from headwater.safeguard import Category

if TYPE_CHECKING:
    import pyarrow as pa

VERSION = "1"

_REASONS = {
    "account": "Both are said to be the same account at the same bank.",
    "document": "Both are said to hold the same document of the same issuer.",
    "phone": "Both are said to hold the same phone number.",
    "plate": "Both are said to bear the same plate of the same country.",
}

Groups = dict[tuple[str, str], list[Holding]]
"""Holders by kind of identifier and identifier, in the order of their ids."""


def strong_judgements(
    scan: "pa.Table", made: str, known: Sequence[Judgement] = ()
) -> list[Judgement]:
    """Judgements that follow from strong identifiers and are not known yet.

    Each holder of an identifier is judged against the one with the smallest id. The ids of the
    judgements follow from rule, pair and evidence, so a second run adds nothing, and what a person
    took back stays taken back. A join whose evidence was rejected since is undone. Explanations
    hold no content, so that erasing a report leaves none here.

    Args:
        scan: The store's scan of statements.
        made: ISO time to put on the judgements.
        known: All judgements there are.

    Cost: linear in the statements that hold identifiers.
    """
    undone = _undone(scan, made, known)
    known = [*known, *undone]
    held = holdings_in(scan)
    labels = scan.column("label").to_pylist()
    groups = _shared(held, labels)
    matcher = Matcher(_profiles(scan, held, groups, known), known, labels)
    matches = [
        (kind, match)
        for (kind, _), holders in sorted(groups.items())
        for match in matcher.matches(holders)
    ]
    ids = statement_ids(scan, {row for _, match in matches for row in _rests_on(match)})
    known_ids = {judgement.id for judgement in known}
    found = (_judgement(kind, match, made, ids) for kind, match in matches)
    return [*undone, *(judgement for judgement in found if judgement.id not in known_ids)]


def holdings_in(scan: "pa.Table") -> list[Holding]:
    """Every strong identifier that somebody or something holds, people being moved apart."""
    chosen = standing(scan) & among(scan, "property", READ_PROPERTIES)
    chosen &= among(scan, "schema", {name for name in schemata() if family(name)})
    being_moved = _being_moved(scan)
    return [held for held in holdings(rows(scan, chosen)) if held.entity not in being_moved]


def _being_moved(scan: "pa.Table") -> set[str]:
    """Everybody whom any statement, rejected ones apart, puts among the people being moved."""
    decisions: list[Row] = list(
        rows(scan, standing(scan) & among(scan, "schema", {"CategoryDecision"}))
    )
    moved = {
        row.entity
        for row in decisions
        if row.property == "category" and row.value == Category.BEING_MOVED
    }
    return {row.value for row in decisions if row.property == "subject" and row.entity in moved}


def _shared(held: Sequence[Holding], labels: Sequence[int]) -> Groups:
    """Identifiers of several holders; a holder stands once for every label it is seen under."""
    found: dict[tuple[str, str], dict[tuple[str, int], Holding]] = defaultdict(dict)
    for holding in held:
        group = found[holding.kind, holding.key]
        group.setdefault((holding.entity, labels[holding.number]), holding)
    return {
        identifier: [group[seen] for seen in sorted(group)]
        for identifier, group in found.items()
        if len({entity for entity, _ in group}) > 1
    }


def _profiles(
    scan: "pa.Table", held: Sequence[Holding], groups: Groups, known: Sequence[Judgement]
) -> dict[str, Profile]:
    involved = {holder.entity for group in groups.values() for holder in group}
    profiles = read_profiles(scan, standing(scan), involved | clusters(known).keys())
    for holding in held:
        if holding.series and holding.entity in profiles:
            profiles[holding.entity].note(holding.series, holding.key, holding.number)
    return profiles


def _undone(scan: "pa.Table", made: str, known: Sequence[Judgement]) -> list[Judgement]:
    """Rules' joins that rest on a statement which a person has rejected since."""
    return [
        Judgement(
            id=_digest("withdrawn", judgement.id),
            left=judgement.left,
            right=judgement.right,
            verdict=Verdict.UNKNOWN,
            author=f"resolve/withdrawn/{VERSION}",
            made=made,
            reason="A statement that the join rested on was rejected.",
            undoes=judgement.id,
        )
        for judgement in _resting_on_rejected(scan, known)
    ]


def _resting_on_rejected(scan: "pa.Table", known: Sequence[Judgement]) -> Iterator[Judgement]:
    import numpy as np

    numbers = np.flatnonzero(among(scan, "status", {Status.REJECTED})).tolist()
    rejected = set(statement_ids(scan, numbers).values())
    for judgement in standing_judgements(known):
        if not by_person(judgement) and not rejected.isdisjoint(judgement.evidence):
            yield judgement


def _judgement(kind: str, match: Match, made: str, ids: dict[int, str]) -> Judgement:
    verdict = Verdict.UNKNOWN if match.doubt.reason else Verdict.SAME
    doubt = f" A person has to decide: {match.doubt.reason}." if match.doubt.reason else ""
    left, right, author = match.left.entity, match.right.entity, f"resolve/{kind}/{VERSION}"
    evidence = tuple(dict.fromkeys(ids[number] for number in _rests_on(match)))
    return Judgement(
        id=_digest(author, left, right, *evidence),
        left=left,
        right=right,
        verdict=verdict,
        author=author,
        made=made,
        reason=_REASONS[kind] + doubt,
        explanation=f"{kind}: the same\nagainst: {match.doubt.reason or 'nothing'}",
        evidence=evidence,
    )


def _rests_on(match: Match) -> tuple[int, ...]:
    return match.left.number, match.right.number, *match.doubt.numbers


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]
