"""What a reader of the ranking must know, in full sentences."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from headwater.analysis.organisers.evidence import Evidence
from headwater.analysis.organisers.ranking.layered import layered
from headwater.analysis.organisers.ranking.position import MANY_PIVOTS, MOST_EXACT
from headwater.analysis.organisers.ranking.score import Scores


def caveats(
    evidence: Evidence, scores: Scores, parameters: Mapping[str, Any], worlds: int
) -> list[str]:
    """The caveats of one ranking, for which so many worlds were drawn."""
    said = [*_who(evidence, scores), *_position(evidence)]
    if worlds < parameters["worlds"]:
        said.append(
            f"The network is large: {worlds} {'world was' if worlds == 1 else 'worlds were'} "
            "drawn, not more. Intervals and chances are rough; fewer layers, or the part that "
            "matters, allow more worlds."
        )
    thin = int(np.sum(scores.role_groups == 1))
    if thin:
        said.append(
            f"Roles that rest on one independent group of reports, insufficient by itself: {thin}."
        )
    if np.unique(np.concatenate([one.group for one in evidence.lines])).size == 1:
        said.append(
            "Each of these rows rests on one independent group of reports, the same for all; "
            "other parts of the picture may rest on more."
        )
    if parameters["include_proposed"]:
        said.append("Statements that nobody has accepted yet are included.")
    return said


def _who(evidence: Evidence, scores: Scores) -> list[str]:
    said = []
    if not evidence.ids:
        said.append(
            "Nobody in this picture may be ranked: only people decided to be suspects or convicted "
            "can be, who are not possibly coerced and under no humanitarian stop."
        )
    unknown = int(np.sum(~scores.known))
    if unknown:
        said.append(
            f"Not listed, because no tie, role or function of theirs is known: {unknown:,} of "
            f"{len(evidence.ids):,} people who may be ranked."
        )
    if evidence.left_out:
        said.append(
            f"Left out, because they may not be ranked: "
            f"{evidence.left_out:,} {'person' if evidence.left_out == 1 else 'people'}, and "
            f"{evidence.cut:,} {'link that ends' if evidence.cut == 1 else 'links that end'} at "
            "one of them."
        )
    return said


def _position(evidence: Evidence) -> list[str]:
    if not evidence.ties.person.size:
        return ["No tie between two people who may be ranked is known."] if evidence.ids else []
    said = [
        "Position shows who was seen with whom: people who were watched have more ties, and "
        "organisers keep away from the road. Read it beside the role, not instead of it."
    ]
    found = layered(evidence, evidence.ties)
    words = np.array(evidence.layer_words, dtype=object)
    if found.memberships.any():
        said.append(
            "Layers made of memberships, in which a tie counts one over the size of its group: "
            f"{_listed(words[found.memberships].tolist())}."
        )
    if found.road.any():
        said.append(
            "Layers of the road, which do not count for position: "
            f"{_listed(words[found.road].tolist())}."
        )
    if len(found.contacts) * len(evidence.ids) > MOST_EXACT:
        said.append(f"Betweenness is estimated from {MANY_PIVOTS} people, drawn once for all.")
    return said


def _listed(words: list[str]) -> str:
    return ", ".join(word or "without a name" for word in words)
