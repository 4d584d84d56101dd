"""organisers.ranking: position among people and evidence of what they do, side by side."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from headwater.analysis.organisers.evidence import Evidence, gather
from headwater.analysis.organisers.ranking.carried import Behind, statements_behind
from headwater.analysis.organisers.ranking.caveats import caveats
from headwater.analysis.organisers.ranking.labels import learned
from headwater.analysis.organisers.ranking.score import PARTS, Scores, rank_of, score_people
from headwater.analysis.organisers.ranking.worlds import FIRST, Spread, spread_of, worlds_within
from headwater.analysis.parameters import ID, NAME, STATEMENTS, TIES, seed, top
from headwater.graph import Numbers
from headwater.model import Finding, Method, Output, Parameter
from headwater.picture import Picture

METHOD = Method(
    id="organisers.ranking",
    version="3",
    question="Who of the suspected and convicted people most likely organises?",
    parameters=(
        *TIES,
        Parameter("worlds", "int", 50, "Number of plausible worlds.", low=1, high=10_000),
        seed("the worlds"),
        top("rows"),
        Parameter(
            "labels",
            "text",
            "",
            "Column of the plain file of people that says who is known to organise, to learn from; "
            "an empty cell says nothing. Empty: no such column is read.",
        ),
        Parameter(
            "leading",
            "text",
            "organiser,coordinator,leader,boss,1,yes,true",
            "Words in that column that mean somebody organises; every other word means not.",
        ),
        Parameter(
            "weights",
            "text",
            "",
            "Weights of parts of the score, as a labelled network taught them and the certificate "
            "told them there: standing=1.1, organising=6.2. Empty: the declared ones.",
        ),
    ),
    outputs=(
        ID,
        NAME,
        Output("score", "number", "Evidence that the person organises, 0 to 1; no probability."),
        Output("rank", "count", "Place by score; equal scores share the better place."),
        Output("rank_low", "count", "Best place in 90% of the plausible worlds."),
        Output("rank_high", "count", "Worst place in 90% of the plausible worlds."),
        Output("p_top5", "number", "Probability of a place among the first five."),
        Output("degree", "count", "Other rankable people the person is tied to."),
        Output("betweenness", "number", "Share of shortest paths through the person, 0 to 1."),
        Output(
            "initiative",
            "number",
            "Share of people from whom fewer ties run; null where ties have no direction.",
        ),
        Output("standing", "number", "Share of people tied to fewer, or to busier, people."),
        Output("reach", "number", "Share of people who reach fewer others within two steps."),
        Output("brokerage", "number", "Share of people who stand less between others."),
        Output("organising", "number", "Evidence of organising roles and functions, 0 to 1."),
        Output("shielding", "number", "How much better the contacts stand; counts for nothing."),
        Output("role", "text", "Role with the strongest evidence; empty where there is none."),
        Output("role_statements", "count", "Statements that give the person a role."),
        Output("role_groups", "count", "Independent groups of reports behind that role."),
        STATEMENTS,
        Output("groups", "count", "Independent groups of reports behind the row."),
        Output("carried_by", "text", "The up to three statements that carry the place most."),
    ),
    inputs=("links", "people", "money"),
    cost="people x ties once, and ties for each world; fewer worlds where there are many ties",
    not_for="Deciding about a person, or finding who is missing from the reports: it orders those "
    "who were seen. Never for people who are not suspected or convicted.",
    reference="Freeman 1977 (betweenness); Borgatti 2006 (reach); Brin and Page 1998; "
    "Newman 2001 (ties of membership); Brandes and Pich 2007 (pivots); Efron 1979 (bootstrap)",
    about_people=True,
)


def run(picture: Picture, parameters: Mapping[str, Any]) -> Finding:
    """Rank the people who may be ranked and of whom anything is known.

    Raises:
        WrongUse: If labels are asked for that are not there, or too few to learn from.
    """
    evidence = gather(picture, parameters)
    lesson = learned(evidence, picture, parameters)
    scores = score_people(evidence, evidence.lines, lesson.weights)
    worlds = worlds_within(evidence.ties.person.size, parameters["worlds"])
    spread = spread_of(evidence, scores.position.whole, worlds, parameters["seed"], lesson.weights)
    order = np.lexsort((np.arange(len(evidence.ids)), -scores.score))
    listed = order[scores.known[order]]
    chosen = listed[: parameters["top"] or listed.size]
    behind = statements_behind(evidence, scores, chosen)
    sensitivity = _sensitivity(evidence, scores, lesson.weights)
    said = _rests_on_weak(sensitivity) if listed.size else ()
    return METHOD.found(
        picture.fingerprint,
        parameters,
        _rows(evidence, scores, spread, chosen.tolist(), behind),
        certificate={
            "people": len(evidence.ids),
            "listed": int(listed.size),
            "ties": int(evidence.ties.person.size),
            "pairs": len(evidence.network(evidence.ties).undirected()),
            "worlds": worlds,
            "weights": dict(zip(PARTS, np.round(lesson.weights, 3).tolist(), strict=True)),
        },
        sensitivity=sensitivity,
        caveats=(*said, *caveats(evidence, scores, parameters, worlds), *lesson.said),
        evidence={evidence.ids[i]: one.statements for i, one in behind.items()},
    )


def _rows(
    evidence: Evidence,
    scores: Scores,
    spread: Spread,
    chosen: list[int],
    behind: Mapping[int, Behind],
) -> list[dict[str, Any]]:
    first, last = rank_of(scores.score)
    stated = np.bincount(evidence.roles.person, minlength=len(evidence.ids))
    place = scores.position
    return [
        {
            "id": evidence.ids[i],
            "name": evidence.names[i],
            "score": float(scores.score[i]),
            "rank": int(first[i]),
            "rank_low": int(min(first[i], spread.low[i])),
            "rank_high": int(max(last[i], spread.high[i])),
            "p_top5": round(float(spread.p_first[i]), 4),
            "degree": int(place.degree[i]),
            "betweenness": float(place.betweenness[i]),
            **{PARTS[k]: round(float(scores.parts[i, k]), 4) for k in range(len(PARTS) - 1)},
            **({} if place.directed else {"initiative": None}),
            "shielding": round(float(place.shielding[i]), 4),
            "role": evidence.role_words[scores.best_role[i]] if scores.best_role[i] >= 0 else "",
            "role_statements": int(stated[i]),
            "role_groups": int(scores.role_groups[i]),
            "statements": len(behind[i].statements),
            "groups": behind[i].groups,
            "carried_by": list(behind[i].statements[:3]),
        }
        for i in chosen
    ]


def _sensitivity(evidence: Evidence, scores: Scores, weights: Numbers) -> dict[str, Any]:
    """The first five under other readings, and who would come and go."""
    strong = scores
    if any(lines.weak.any() for lines in evidence.lines):
        ties, roles, functions = (lines.kept(~lines.weak) for lines in evidence.lines)
        strong = score_people(evidence, (ties, roles, functions), weights)
    given = _first(evidence, scores.score)
    return {
        reading: {
            "first_five": found,
            "come": [one for one in found if one not in given],
            "go": [one for one in given if one not in found],
        }
        for reading, found in (
            ("weak grades dropped", _first(evidence, strong.score)),
            ("position alone", _first(evidence, scores.position.whole)),
            ("role evidence alone", _first(evidence, scores.parts[:, PARTS.index("organising")])),
        )
    }


def _rests_on_weak(sensitivity: Mapping[str, Any]) -> tuple[str, ...]:
    if sensitivity["weak grades dropped"]["first_five"]:
        return ()
    return ("Without weak grades nobody would be ranked: the whole ranking rests on them.",)


def _first(evidence: Evidence, score: Numbers) -> list[str]:
    """The first five with a score above nothing, in order."""
    order = np.lexsort((np.arange(score.size), -score))[:FIRST]
    return [evidence.ids[i] for i in order if score[i] > 0]
