"""How strongly two people are tied: by independent groups of reports, and by what they counted."""

import numpy as np

from headwater.analysis.organisers.evidence import Evidence, Lines
from headwater.graph import Numbers, Ties

WEAK = 0.5
"""What a tie with a weak grade counts, beside 1 for any other."""


def line_strengths(ties: Lines) -> Numbers:
    """Strength of each line: 1, or 1 + log2 of what was counted (calls, meetings); weak ones half.

    The logarithm keeps one busy phone from outweighing everything else.
    """
    strength = np.where(ties.weight > 0, 1 + np.log2(np.maximum(ties.weight, 1)), 0.0)
    return strength * np.where(ties.weak, WEAK, 1.0)


def network_of(evidence: Evidence, ties: Lines, strength: Numbers) -> Ties:
    """These ties as a network: for each pair the strongest line of each independent group, summed.

    Reports that copy one another so count once.
    """
    n = max(1, len(evidence.ids))
    low, high = np.minimum(ties.person, ties.other), np.maximum(ties.person, ties.other)
    groups = int(ties.group.max(initial=0)) + 1
    told, which = np.unique((low * n + high) * groups + ties.group, return_inverse=True)
    most = np.zeros(told.size)
    np.maximum.at(most, which, strength)
    pairs = told // groups
    return Ties.of(pairs // n, pairs % n, len(evidence.ids), most).undirected()
