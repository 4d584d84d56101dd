"""Strong judgements: joins on a shared strong identifier, and nothing else.

Two persons are never joined on a name. Where something speaks against a join, the pair goes to a
person as "unknown" with the reason. Nobody who is being moved, a victim or a witness is joined
with anybody or asked about, nor is whoever a person said is the same. Where a report only hints at
coercion, or nothing is decided, joins are made: what protects one mention then protects all.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from headwater.model import Judgement, Status, Verdict, schemata
from headwater.resolve.clusters import (
    by_person,
    clusters,
    governing_judgements,
    standing_judgements,
)
from headwater.resolve.columns import among, rows, standing, statement_ids
from headwater.resolve.decisions import digest, withdrawal
from headwater.resolve.records import NEVER_MATCHED, categories_told
from headwater.resolve.strong.identifiers import READ_PROPERTIES, Holding, family, holdings
from headwater.resolve.strong.matching import Match, Matcher
from headwater.resolve.strong.profile import Profile, read_profiles

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
    scan: "pa.Table",
    made: str,
    known: Sequence[Judgement] = (),
    whose: Collection[str] | None = None,
) -> list[Judgement]:
    """Judgements that follow from strong identifiers and are not known yet.

    Each holder of an identifier is judged against the one with the smallest id. The ids of the
    judgements follow from rule, pair and evidence, so a second run adds nothing, and what a person
    took back stays taken back. A join whose evidence was rejected since, or of somebody who is
    never matched since, is withdrawn; should the ground for that fall away, it is made again.
    Explanations hold no content, so that erasing a report leaves none here.

    Args:
        scan: The store's scan of statements.
        made: ISO time to put on the judgements.
        known: All judgements there are; of a part of a node, all on whoever is judged.
        whose: Entities whose identifiers are judged; None where the scan is all there is, else the
            scan must hold all that is said of every holder of these identifiers.

    Cost: linear in the statements that hold identifiers.
    """
    left_out = _never_matched(scan, known)
    undone = [withdrawal(one, made) for one in _fallen(scan, known, left_out)]
    known = [*known, *undone]
    held = _holdings(scan, left_out)
    labels = scan.column("label").to_pylist()
    groups = _shared(held, labels, whose)
    matcher = Matcher(_profiles(scan, held, groups, known), known, labels)
    matches = [
        (kind, match)
        for (kind, _), holders in sorted(groups.items())
        for match in matcher.matches(holders)
    ]
    ids = statement_ids(scan, {row for _, match in matches for row in _rests_on(match)})
    found = (_judgement(kind, match, made, ids) for kind, match in matches)
    return [*undone, *_unknown(found, known)]


def holdings_in(scan: "pa.Table") -> list[Holding]:
    """Every strong identifier that somebody or something holds, people never matched apart."""
    return _holdings(scan, _never_matched(scan, ()))


def _holdings(scan: "pa.Table", left_out: set[str]) -> list[Holding]:
    chosen = standing(scan) & among(scan, "property", READ_PROPERTIES)
    chosen &= among(scan, "schema", {name for name in schemata() if family(name)})
    return [held for held in holdings(rows(scan, chosen)) if held.entity not in left_out]


def _never_matched(scan: "pa.Table", known: Sequence[Judgement]) -> set[str]:
    """Victims, witnesses and people being moved, as any statement has it that nobody rejected,
    and whoever people joined with one of them."""
    told = {
        entity
        for entity, words in categories_told(scan).items()
        if not NEVER_MATCHED.isdisjoint(words)
    }
    one = clusters(j for j in governing_judgements(known) if by_person(j)) if told else {}
    clusters_of_them = {one[entity] for entity in told & one.keys()}
    return told | {entity for entity, cluster in one.items() if cluster in clusters_of_them}


def _unknown(found: Iterator[Judgement], known: Sequence[Judgement]) -> Iterator[Judgement]:
    """What nobody has said yet; what a rule has withdrawn is said again under an id of its own."""
    known_ids = {judgement.id for judgement in known}
    standing_ids = {judgement.id for judgement in standing_judgements(known)}
    for judgement in found:
        one = judgement
        while one.id not in standing_ids and withdrawal(one, "").id in known_ids:
            one = replace(one, id=digest("again", one.id))
        if one.id not in known_ids:
            yield one


def _shared(
    held: Sequence[Holding], labels: Sequence[int], whose: Collection[str] | None
) -> Groups:
    """Identifiers of several holders; a holder stands once for every label it is seen under."""
    ours = {(one.kind, one.key) for one in held if whose is None or one.entity in whose}
    found: dict[tuple[str, str], dict[tuple[str, int], Holding]] = defaultdict(dict)
    for holding in held:
        group = found[holding.kind, holding.key]
        group.setdefault((holding.entity, labels[holding.number]), holding)
    return {
        identifier: [group[seen] for seen in sorted(group)]
        for identifier, group in found.items()
        if identifier in ours and len({entity for entity, _ in group}) > 1
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


def _fallen(
    scan: "pa.Table", known: Sequence[Judgement], left_out: set[str]
) -> Iterator[Judgement]:
    """Rules' judgements that may not stand any longer."""
    import numpy as np

    numbers = np.flatnonzero(among(scan, "status", {Status.REJECTED})).tolist()
    rejected = set(statement_ids(scan, numbers).values())
    for one in standing_judgements(known):
        matches = one.verdict is not Verdict.DIFFERENT
        of_them = matches and not left_out.isdisjoint((one.left, one.right))
        if not by_person(one) and (of_them or not rejected.isdisjoint(one.evidence)):
            yield one


def _judgement(kind: str, match: Match, made: str, ids: dict[int, str]) -> Judgement:
    verdict = Verdict.UNKNOWN if match.doubt.reason else Verdict.SAME
    doubt = f" A person has to decide: {match.doubt.reason}." if match.doubt.reason else ""
    left, right, author = match.left.entity, match.right.entity, f"resolve/{kind}/{VERSION}"
    evidence = tuple(dict.fromkeys(ids[number] for number in _rests_on(match)))
    return Judgement(
        id=digest(author, left, right, *evidence),
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
