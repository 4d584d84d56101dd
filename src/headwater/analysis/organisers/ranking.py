"""organisers.ranking: position among people and evidence of roles, side by side."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from headwater.analysis.grades import WEAK
from headwater.analysis.organisers.evidence import Evidence, gather
from headwater.analysis.organisers.score import Scores, rank_of, score_people
from headwater.analysis.organisers.worlds import FIRST, Spread, spread_of
from headwater.graph import Numbers
from headwater.model import Finding, Method, Output, Parameter
from headwater.picture import Picture

METHOD = Method(
    id="organisers.ranking",
    version="1",
    question="Who of the suspected and convicted people plays an organising part?",
    parameters=(
        Parameter("layers", "text", "", "Layers of ties to use, with commas between; empty: all."),
        Parameter("include_proposed", "flag", False, "Also use statements nobody has accepted."),
        Parameter("drop_weak", "flag", False, f"Leave out weak grades: {WEAK}."),
        Parameter("worlds", "int", 50, "Number of plausible worlds.", low=1, high=10_000),
        Parameter("seed", "int", 0, "Seed of the worlds.", low=0, high=2**32 - 1),
        Parameter("top", "int", 0, "Number of rows; 0 gives everybody.", low=0, high=10_000_000),
    ),
    outputs=(
        Output("id", "text", "Id of the person."),
        Output("name", "text", "Name to show."),
        Output("score", "number", "Mean of position and role evidence, 0 to 1."),
        Output("rank", "count", "Place by score; equal scores share the better place."),
        Output("rank_low", "count", "Best place in 90% of the plausible worlds."),
        Output("rank_high", "count", "Worst place in 90% of the plausible worlds."),
        Output("p_top5", "number", "Share of plausible worlds with the person in the first five."),
        Output("degree", "count", "Other rankable people the person is tied to."),
        Output("betweenness", "number", "Share of shortest paths through the person, 0 to 1."),
        Output("role", "text", "Role with the strongest evidence; empty where there is none."),
        Output("role_statements", "count", "Statements that give the person a role."),
        Output("role_groups", "count", "Independent groups of reports behind that role."),
        Output("statements", "count", "Statements behind the row."),
        Output("groups", "count", "Independent groups of reports behind the row."),
    ),
    inputs=("links", "people"),
    cost="people x ties, and worlds x ties",
    not_for="Deciding about a person, or finding who is missing from the reports: it orders those "
    "who were seen. Never for people who are not suspected or convicted.",
    reference="Freeman 1977 (betweenness); Brandes and Pich 2007 (pivots); Efron 1979 (bootstrap)",
    about_people=True,
)


def run(picture: Picture, parameters: Mapping[str, Any]) -> Finding:
    """Rank the people who may be ranked."""
    evidence = gather(picture, parameters)
    scores = score_people(evidence, evidence.ties, evidence.roles)
    spread = spread_of(evidence, parameters["worlds"], parameters["seed"])
    order = np.lexsort((np.arange(len(evidence.ids)), -scores.score))
    chosen = order[: parameters["top"] or order.size]
    behind = _statements_behind(evidence)
    rows = _rows(evidence, scores, spread, behind)
    return Finding(
        method=METHOD.id,
        version=METHOD.version,
        parameters=dict(parameters),
        picture=picture.fingerprint,
        rows=tuple(rows[i] for i in chosen),
        certificate={
            "people": len(evidence.ids),
            "ties": int(evidence.ties.person.size),
            "pairs": len(evidence.network(evidence.ties).undirected()),
        },
        sensitivity=_sensitivity(evidence, scores),
        caveats=tuple(_caveats(evidence, scores, parameters)),
        evidence={evidence.ids[i]: behind[i][0] for i in chosen},
    )


def _statements_behind(evidence: Evidence) -> list[tuple[tuple[str, ...], int]]:
    """For each person the ids of the statements, and the number of independent groups."""
    statements: list[set[str]] = [set() for _ in evidence.ids]
    groups: list[set[int]] = [set() for _ in evidence.ids]
    ties, roles = evidence.ties, evidence.roles
    for lines, people in ((ties, ties.person), (ties, ties.other), (roles, roles.person)):
        for who, statement, group in zip(
            people.tolist(), lines.statement.tolist(), lines.group.tolist(), strict=True
        ):
            statements[who].add(statement)
            groups[who].add(group)
    return [(tuple(sorted(s)), len(g)) for s, g in zip(statements, groups, strict=True)]


def _rows(
    evidence: Evidence,
    scores: Scores,
    spread: Spread,
    behind: list[tuple[tuple[str, ...], int]],
) -> list[dict[str, Any]]:
    first, last = rank_of(scores.score)
    stated = np.bincount(evidence.roles.person, minlength=len(evidence.ids))
    return [
        {
            "id": evidence.ids[i],
            "name": evidence.names[i],
            "score": float(scores.score[i]),
            "rank": int(first[i]),
            "rank_low": int(min(first[i], spread.low[i])),
            "rank_high": int(max(last[i], spread.high[i])),
            "p_top5": round(float(spread.p_first[i]), 4),
            "degree": int(scores.degree[i]),
            "betweenness": float(scores.betweenness[i]),
            "role": evidence.role_words[scores.best_role[i]] if scores.best_role[i] >= 0 else "",
            "role_statements": int(stated[i]),
            "role_groups": int(scores.role_groups[i]),
            "statements": len(behind[i][0]),
            "groups": behind[i][1],
        }
        for i in range(len(evidence.ids))
    ]


def _sensitivity(evidence: Evidence, scores: Scores) -> dict[str, Any]:
    """The first five under other readings, and who would come and go."""
    strong = score_people(
        evidence,
        evidence.ties.kept(~evidence.ties.weak),
        evidence.roles.kept(~evidence.roles.weak),
    )
    given = _first(evidence, scores.score)
    return {
        reading: {
            "first_five": found,
            "come": [one for one in found if one not in given],
            "go": [one for one in given if one not in found],
        }
        for reading, found in (
            ("weak grades dropped", _first(evidence, strong.score)),
            ("position alone", _first(evidence, scores.position)),
            ("role evidence alone", _first(evidence, scores.role)),
        )
    }


def _first(evidence: Evidence, score: Numbers) -> list[str]:
    """The first five with a score above nothing, in order."""
    order = np.lexsort((np.arange(score.size), -score))[:FIRST]
    return [evidence.ids[i] for i in order if score[i] > 0]


def _caveats(evidence: Evidence, scores: Scores, parameters: Mapping[str, Any]) -> list[str]:
    caveats = []
    if not evidence.ids:
        caveats.append(
            "Nobody in this picture may be ranked: only people decided to be suspects or convicted "
            "can be, who are not possibly coerced and under no humanitarian stop."
        )
    if evidence.left_out:
        caveats.append(
            f"Left out, because they may not be ranked: "
            f"{evidence.left_out:,} {'person' if evidence.left_out == 1 else 'people'}, and "
            f"{evidence.cut:,} {'link that ends' if evidence.cut == 1 else 'links that end'} at "
            "one of them."
        )
    if evidence.ids and not evidence.ties.person.size:
        caveats.append("No tie between two people who may be ranked is known.")
    if evidence.ties.person.size:
        caveats.append(
            "Position shows who was seen with whom: people who were watched have more ties, and "
            "organisers keep away from the road. Read it beside the role, not instead of it."
        )
    thin = int(np.sum(scores.role_groups == 1))
    if thin:
        caveats.append(
            f"Roles that rest on one independent group of reports, insufficient by itself: {thin}."
        )
    if np.unique(np.concatenate([evidence.ties.group, evidence.roles.group])).size == 1:
        caveats.append("All of it rests on one independent group of reports.")
    if parameters["include_proposed"]:
        caveats.append("Statements that nobody has accepted yet are included.")
    return caveats
