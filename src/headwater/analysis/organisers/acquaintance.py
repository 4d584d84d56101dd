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
    ties, ids = evidence.ties, evidence.ids
    low, high = np.minimum(ties.person, ties.other), np.maximum(ties.person, ties.other)
    n, layers = max(1, len(ids)), max(1, len(evidence.layer_words))
    told, which = np.unique((low * n + high) * layers + ties.layer, return_inverse=True)
    weak = np.ones(told.size, dtype=np.bool_)
    np.logical_and.at(weak, which, ties.weak)
    pairs, layer = (told // layers).tolist(), (told % layers).tolist()
    bonds = [
        Acquaintance(ids[pair // n], ids[pair % n], evidence.layer_words[number], bool(held))
        for pair, number, held in zip(pairs, layer, weak, strict=True)
    ]
    return dict(zip(evidence.ids, evidence.names, strict=True)), bonds
