"""Who is tied to whom, for drawings: as the methods about persons see it, one tie a layer."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from headwater.analysis.organisers.evidence import gather
from headwater.picture import Picture


class Acquaintance(NamedTuple):
    """A tie between two people who may be ranked.

    Attributes:
        source: Id of the one.
        target: Id of the other.
        layer: Layer of the tie; empty where none is given.
        weak: Whether weak grades alone state it.
    """

    source: str
    target: str
    layer: str
    weak: bool


def acquaintances(
    picture: Picture, parameters: Mapping[str, Any]
) -> tuple[dict[str, str], list[Acquaintance]]:
    """The people who may be ranked, id to name, and the ties between them.

    Everybody else is left out before, as for the methods about persons.

    Args:
        picture: What to read.
        parameters: Of a method: layers, include_proposed and drop_weak count, where they are there.
    """
    asked = {"layers": "", "include_proposed": False, "drop_weak": False}
    asked |= {name: parameters[name] for name in asked if name in parameters}
    evidence = gather(picture, asked)
    ties = evidence.ties
    low, high = np.minimum(ties.person, ties.other), np.maximum(ties.person, ties.other)
    pairs, which = np.unique(np.stack([low, high, ties.layer]), axis=1, return_inverse=True)
    weak = np.ones(pairs.shape[1], dtype=np.bool_)
    np.logical_and.at(weak, which, ties.weak)
    told = [
        Acquaintance(evidence.ids[a], evidence.ids[b], evidence.layer_words[layer], bool(held))
        for (a, b, layer), held in zip(pairs.T.tolist(), weak, strict=True)
    ]
    return dict(zip(evidence.ids, evidence.names, strict=True)), told
