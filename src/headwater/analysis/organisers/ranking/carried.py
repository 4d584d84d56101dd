"""The statements behind each place, those that carry it most first."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from headwater.analysis.organisers.evidence import Codes, Evidence
from headwater.analysis.organisers.ranking.score import (
    FUNCTION_VALUES,
    PARTS,
    ROLE_VALUES,
    WEIGHTS,
    Scores,
)
from headwater.graph import Numbers


class Behind(NamedTuple):
    """What stands behind one person's place.

    Attributes:
        statements: Ids of the statements; what counts most first.
        groups: Number of independent groups of reports.
    """

    statements: tuple[str, ...]
    groups: int


def statements_behind(evidence: Evidence, scores: Scores, chosen: Codes) -> Mapping[int, Behind]:
    """What stands behind each of the chosen people.

    A role or function counts the logits that it gives by itself; a tie the standing of the person
    at its other end, by its share of the person's ties.
    """
    person, statement, group, counts = _shares(evidence, scores)
    kept = np.isin(person, chosen)
    person, statement, group = person[kept], statement[kept], group[kept]
    order = np.lexsort((statement.astype(str), -np.round(counts[kept], 9), person))
    person, statement, group = person[order], statement[order], group[order]
    starts = np.searchsorted(person, chosen, side="left")
    ends = np.searchsorted(person, chosen, side="right")
    return {
        who: Behind(tuple(dict.fromkeys(statement[a:b])), int(np.unique(group[a:b]).size))
        for who, a, b in zip(chosen.tolist(), starts.tolist(), ends.tolist(), strict=True)
    }


def _shares(evidence: Evidence, scores: Scores) -> tuple[Codes, Codes, Codes, Numbers]:
    """Person, statement, group and logits of each line that counts for a person."""
    ties, roles, functions = evidence.ties, evidence.roles, evidence.functions
    whole = WEIGHTS[PARTS.index("organising")] / 2
    standing = scores.position.standing
    degree = np.maximum(1, scores.position.degree)
    values = np.array([ROLE_VALUES.get(word, 0.0) for word in evidence.role_words])
    does = np.array([FUNCTION_VALUES.get(word, 0.0) for word in evidence.function_words])
    parts = (
        (ties.person, ties, standing[ties.other] / degree[ties.person]),
        (ties.other, ties, standing[ties.person] / degree[ties.other]),
        (roles.person, roles, whole * values[roles.other] if values.size else np.zeros(0)),
        (functions.person, functions, whole * does[functions.other] if does.size else np.zeros(0)),
    )
    return (
        np.concatenate([who for who, _, _ in parts]),
        np.concatenate([lines.statement for _, lines, _ in parts]),
        np.concatenate([lines.group for _, lines, _ in parts]),
        np.concatenate([counts for _, _, counts in parts]),
    )
