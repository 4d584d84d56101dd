"""organisers.roles: the part each person plays, role by role, with what it rests on."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow.compute as pc

from headwater.analysis.organisers.evidence import Evidence, gather
from headwater.analysis.organisers.roles.probability import assessed
from headwater.analysis.organisers.roles.signs import Sign, signs_of
from headwater.analysis.parameters import ID, NAME, TIES, top
from headwater.model import Finding, Method, Output
from headwater.picture import Picture

METHOD = Method(
    id="organisers.roles",
    version="1",
    question="Which part does each suspected or convicted person play, and what shows it?",
    parameters=(
        *TIES,
        top("rows"),
    ),
    outputs=(
        ID,
        NAME,
        Output("verdict", "text", "insufficient: all of it rests on one origin; else assessed."),
        Output("likeliest", "text", "The likeliest role."),
        Output(
            "probability",
            "number",
            "What the signs of it alone would say under the declared reading, 0 to 1, however few "
            "origins they rest on.",
        ),
        Output("groups", "count", "Independent groups of reports behind it."),
        Output("settles", "text", "What evidence would settle it."),
        Output(
            "roles",
            "list",
            "Every role that a statement speaks for: role, verdict, probability, shown_by, groups, "
            "statements, settles.",
        ),
        Output("layers", "mapping", "Number of other rankable people tied to, by layer."),
    ),
    inputs=("links", "people", "money"),
    cost="people x ties once",
    not_for="Deciding about a person, charging anybody, or telling a suspect from a passenger: a "
    "probability orders what to look at. Never for people who are not suspected or convicted, nor "
    "read from where somebody comes from or what somebody believes.",
    reference="UNODC 2018 (roles in smuggling networks); Good 1950 (weights of evidence)",
    about_people=True,
)

_STEERING = {"pilots", "stated:pilot"}
_PLACES = {"stands_high", "stands_between", "keeps_away"}


def run(picture: Picture, parameters: Mapping[str, Any]) -> Finding:
    """Assess the roles of everybody whom a statement shows to do or to control something."""
    evidence = gather(picture, parameters)
    signs = signs_of(evidence)
    waiting = _to_categorise(picture, evidence, signs)
    roles = {i: assessed(s) for i, s in enumerate(signs) if i not in waiting}
    listed = [i for i, found in roles.items() if found]
    listed.sort(key=lambda i: (-roles[i][0]["probability"], evidence.ids[i]))
    chosen = listed[: parameters["top"] or len(listed)]
    layers = _layers(evidence, set(chosen))
    return METHOD.found(
        picture.fingerprint,
        parameters,
        (_row(evidence, i, roles[i], layers.get(i, {})) for i in chosen),
        certificate={
            "people": len(evidence.ids),
            "listed": len(listed),
            "to_categorise": len(waiting),
        },
        sensitivity={"weak grades dropped": _without_weak(picture, parameters, evidence, roles)},
        caveats=tuple(_caveats(evidence, roles, len(waiting), parameters)),
        evidence={
            evidence.ids[i]: tuple(dict.fromkeys(s for row in roles[i] for s in row["statements"]))
            for i in chosen
        },
    )


def _row(
    evidence: Evidence, who: int, roles: list[dict[str, Any]], layers: dict[str, int]
) -> dict[str, Any]:
    first = roles[0]
    return {
        "id": evidence.ids[who],
        "name": evidence.names[who],
        "verdict": first["verdict"],
        "likeliest": first["role"],
        **{name: first[name] for name in ("probability", "groups", "settles")},
        "roles": roles,
        "layers": layers,
    }


def _to_categorise(
    picture: Picture, evidence: Evidence, signs: Sequence[Sequence[Sign]]
) -> set[int]:
    """Suspects who are shown at a helm and nowhere else: perhaps passengers, for a human to decide.

    Most who steer a boat are themselves being moved; a probability must not settle who is. Of
    somebody convicted a court has decided.
    """
    entities = picture.entities
    convicted = entities.filter(pc.equal(entities["category"], "convicted"))
    decided = set(convicted["id"].to_pylist())
    return {
        i
        for i, found in enumerate(signs)
        if (words := {sign.word for sign in found} - _PLACES)
        and words <= _STEERING
        and evidence.ids[i] not in decided
    }


def _layers(evidence: Evidence, chosen: set[int]) -> dict[int, dict[str, int]]:
    """For each person chosen the number of others tied to, by layer."""
    ties = evidence.ties
    ends = zip(ties.person.tolist(), ties.other.tolist(), ties.layer.tolist(), strict=True)
    pairs = {
        (who, at, layer) for a, b, layer in ends for who, at in ((a, b), (b, a)) if who in chosen
    }
    counts: dict[int, dict[str, int]] = {}
    for (who, layer), count in sorted(Counter((who, at) for who, _, at in pairs).items()):
        counts.setdefault(who, {})[evidence.layer_words[layer]] = count
    return counts


def _without_weak(
    picture: Picture,
    parameters: Mapping[str, Any],
    evidence: Evidence,
    roles: Mapping[int, list[dict[str, Any]]],
) -> dict[str, Any]:
    """Whose likeliest role changes, or falls away, when weak grades are dropped."""
    if not any(lines.weak.any() for lines in evidence.lines):
        return {"fall_away": [], "change": []}
    strong = gather(picture, {**parameters, "drop_weak": True})
    left = {one: assessed(s) for one, s in zip(strong.ids, signs_of(strong), strict=True)}
    named = {evidence.ids[i]: found[0]["role"] for i, found in roles.items() if found}
    return {
        "fall_away": [one for one in named if not left[one]],
        "change": [
            {"id": one, "from": role, "to": left[one][0]["role"]}
            for one, role in named.items()
            if left[one] and left[one][0]["role"] != role
        ],
    }


def _caveats(
    evidence: Evidence,
    roles: Mapping[int, list[dict[str, Any]]],
    waiting: int,
    parameters: Mapping[str, Any],
) -> list[str]:
    said = [
        "A probability here orders what to look at under a declared reading of signs; it is no "
        "finding of fact, and one person can play several parts."
    ]
    if waiting:
        said.append(
            f"For a human to categorise first, because nothing but steering a boat is shown and "
            f"most who steer are themselves being moved: {waiting}. They are given no probability."
        )
    quiet = sum(not found for found in roles.values())
    if quiet:
        said.append(f"Not listed, because no statement shows what they do: {quiet:,}.")
    if evidence.left_out:
        said.append(
            f"Left out, because they may not be ranked: {evidence.left_out:,} "
            f"{'person' if evidence.left_out == 1 else 'people'}."
        )
    thin = sum(bool(found) and found[0]["verdict"] == "insufficient" for found in roles.values())
    if thin:
        said.append(f"Whose likeliest role rests on one origin, insufficient by itself: {thin:,}.")
    if parameters["include_proposed"]:
        said.append("Statements that nobody has accepted yet are included.")
    return said
