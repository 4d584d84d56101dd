"""What every finding about organisers says of its evidence."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from headwater.analysis.organisers.evidence import Evidence


def evidence_caveats(evidence: Evidence, parameters: Mapping[str, Any]) -> list[str]:
    """Who was left out, what is missing, and how narrow the evidence is, in full sentences."""
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
    if np.unique(np.concatenate([evidence.ties.group, evidence.roles.group])).size == 1:
        caveats.append(
            "Each of these rows rests on one independent group of reports, the same for all; "
            "other parts of the picture may rest on more."
        )
    if parameters["include_proposed"]:
        caveats.append("Statements that nobody has accepted yet are included.")
    return caveats
