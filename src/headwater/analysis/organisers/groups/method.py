"""The method: its declaration, the groups of each period, and what is said about them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from headwater.analysis.organisers.caveats import evidence_caveats
from headwater.analysis.organisers.evidence import Evidence, Flags, gather
from headwater.analysis.organisers.groups.periods import MOST, Periods, periods_of
from headwater.analysis.organisers.groups.strength import line_strengths, network_of
from headwater.analysis.organisers.groups.telling import Seen, overlap_of, rows_of
from headwater.analysis.parameters import TIES, seed
from headwater.graph import Nodes, Numbers, Ties
from headwater.graph.groups import follow, modularity, partition, steadiness
from headwater.model import Finding, Method, Output, Parameter
from headwater.picture import Picture

METHOD = Method(
    id="organisers.groups",
    version="1",
    question="Which groups are there, who stands in two, what holds two together, and which group "
    "of this month is which of last month?",
    parameters=(
        *TIES,
        Parameter(
            "step",
            "choice",
            "month",
            "Length of a period.",
            choices=("month", "quarter", "year", "whole"),
        ),
        Parameter(
            "window", "int", 3, "How many periods a tie counts, its own included.", low=1, high=120
        ),
        Parameter("least", "int", 3, "People that make a group.", low=2, high=1000),
        Parameter(
            "resolution",
            "float",
            1.0,
            "Above 1: smaller groups, below: larger.",
            low=0.01,
            high=100,
        ),
        Parameter("draws", "int", 20, "Times the evidence is drawn anew.", low=0, high=1000),
        Parameter("last", "int", 0, "The latest so many periods; 0 shows all.", low=0, high=MOST),
        seed("the orders and the draws"),
    ),
    outputs=(
        Output("id", "text", "Name of the group and the period."),
        Output("period", "text", "The period; empty where no tie is dated."),
        Output("group", "text", "Name of the group, the same in every period."),
        Output("people", "count", "Number of its members."),
        Output("members", "list of ids", "Its members."),
        Output("around", "list of names", "The three whom its members are tied to most."),
        Output("change", "text", "What happened to it since the periods before."),
        Output("steadiness", "number", "How surely it is found again, 0 to 1; latest period only."),
        Output("ties", "count", "Tied pairs inside it."),
        Output("in_two", "list", "Members who belong to another group too, and to which."),
        Output("held_to", "list", "Other groups it is tied to, with the ties that hold the two."),
    ),
    inputs=("links", "people"),
    cost="periods x ties, and draws x ties",
    not_for="Saying that somebody belongs to a gang: it shows who was reported together. Never for "
    "people who are not suspected or convicted.",
    reference="Traag, Waltman and van Eck 2019 (Leiden); Greene, Doyle and Cunningham 2010 "
    "(groups over time); Hennig 2007 (steadiness)",
    about_people=True,
)

_MANY = 20_000  # ties; above it one order of the people is tried, not five, and few draws
_FEW_DRAWS = 5


@dataclass(frozen=True, slots=True, eq=False)
class _Material:
    """The evidence with what groups are made from.

    Attributes:
        evidence: People and their ties.
        strength: Strength of each tie.
        periods: When they hold.
        parameters: As settled.
    """

    evidence: Evidence
    strength: Numbers
    periods: Periods
    parameters: Mapping[str, Any]

    @property
    def draws(self) -> int:
        """How often the evidence is drawn anew."""
        most = _FEW_DRAWS if self.evidence.ties.person.size > _MANY else self.parameters["draws"]
        return int(min(most, self.parameters["draws"]))


def run(picture: Picture, parameters: Mapping[str, Any]) -> Finding:
    """Find the groups of each period and follow them."""
    evidence = gather(picture, parameters)
    material = _Material(
        evidence,
        line_strengths(evidence.ties),
        periods_of(picture, evidence.ties, parameters["step"]),
        parameters,
    )
    seen = _seen(material)
    shown = seen[-parameters["last"] :][::-1]
    rows, behind = [], {}
    for one in shown:
        for row, statements in rows_of(evidence, one):
            rows.append(row)
            behind[row["id"]] = statements
    return METHOD.found(
        picture.fingerprint,
        parameters,
        rows,
        certificate=_certificate(material, seen),
        sensitivity=_sensitivity(material, seen[-1]),
        caveats=tuple(_caveats(material, seen)),
        evidence=behind,
    )


def _seen(material: _Material) -> list[Seen]:
    """The groups of every period, under lasting numbers."""
    held, labels, before = [], [], None
    for at in range(len(material.periods.names)):
        mask = material.periods.holding(at, material.parameters["window"])
        network = network_of(
            material.evidence, material.evidence.ties.kept(mask), material.strength[mask]
        )
        before = _partition(material, network, before)
        held.append((mask, network))
        labels.append(_large_enough(before, network, material.parameters["least"]))
    last = len(labels) - 1
    steady = _steadiness(material, labels[last], held[last][0])
    return [
        Seen(
            period=material.periods.names[at],
            name=followed.name,
            changes=followed.changes,
            network=held[at][1],
            holds=held[at][0],
            overlap=overlap_of(held[at][1], followed.name),
            steadiness=_by_name(followed.name, labels[at], steady) if at == last else {},
        )
        for at, followed in enumerate(follow(labels))
    ]


def _partition(material: _Material, network: Ties, before: Nodes | None) -> Nodes:
    return partition(
        network,
        seed=material.parameters["seed"],
        resolution=material.parameters["resolution"],
        tries=5 if len(network) <= _MANY else 1,
        start=before,
    )


def _large_enough(label: Nodes, network: Ties, least: int) -> Nodes:
    """The groups of at least so many people, numbered from 0; -1 for everybody else."""
    tied = np.zeros(label.size, dtype=np.bool_)
    tied[network.source] = tied[network.target] = True
    sizes = np.bincount(label[tied], minlength=label.size + 1)
    inside = tied & (sizes[label] >= least)
    result = np.full(label.size, -1, dtype=np.int64)
    result[inside] = np.unique(label[inside], return_inverse=True)[1]
    return result


def _steadiness(material: _Material, label: Nodes, holds: Flags) -> Numbers:
    """How steady each group is when the items are drawn anew; people in no group count alone."""
    alone = label < 0
    whole = label.copy()
    whole[alone] = label.max(initial=-1) + 1 + np.arange(int(alone.sum()))
    return steadiness(
        whole,
        _drawn(material, holds),
        seed=material.parameters["seed"],
        resolution=material.parameters["resolution"],
    )


def _drawn(material: _Material, holds: Flags) -> Iterator[Ties]:
    """Bootstrap samples of the items behind the ties; weak ones hold in half of them."""
    rng = np.random.default_rng(material.parameters["seed"])
    ties = material.evidence.ties
    units = np.unique(ties.unit[holds])
    for _ in range(material.draws):
        drawn = np.zeros(material.evidence.units, dtype=np.bool_)
        if units.size:
            drawn[rng.choice(units, units.size)] = True
        believed = rng.random(material.evidence.units) < 0.5
        mask = holds & drawn[ties.unit] & (~ties.weak | believed[ties.unit])
        yield network_of(material.evidence, ties.kept(mask), material.strength[mask])


def _by_name(name: Nodes, label: Nodes, steady: Numbers) -> dict[int, float]:
    inside = np.flatnonzero(label >= 0)
    pairs = zip(name[inside].tolist(), label[inside].tolist(), strict=True)
    return {number: round(float(steady[group]), 3) for number, group in set(pairs)}


def _certificate(material: _Material, seen: list[Seen]) -> dict[str, Any]:
    latest = seen[-1]
    inside = latest.name >= 0
    return {
        "people": len(material.evidence.ids),
        "periods": len(seen),
        "groups": int(np.unique(latest.name[inside]).size),
        "in_groups": int(inside.sum()),
        "modularity": round(modularity(latest.network, _apart(latest.name)), 4),
        "draws": material.draws,
    }


def _apart(name: Nodes) -> Nodes:
    """Groups as they are, and everybody in none alone."""
    return np.where(name >= 0, name, name.max(initial=-1) + 1 + np.arange(name.size))


def _sensitivity(material: _Material, latest: Seen) -> dict[str, Any]:
    """How many groups of the latest period are found again without weak grades."""
    mask = latest.holds & ~material.evidence.ties.weak
    network = network_of(
        material.evidence, material.evidence.ties.kept(mask), material.strength[mask]
    )
    whole = _apart(latest.name)
    numbers, label = np.unique(whole, return_inverse=True)
    found = steadiness(
        label,
        [network],
        seed=material.parameters["seed"],
        resolution=material.parameters["resolution"],
    )
    real = numbers <= latest.name.max(initial=-1)
    return {
        "weak grades dropped": {
            "groups": int(real.sum()),
            "found_again": int(np.sum(real & (found >= 0.75))),
            "lost": [
                f"Group {int(number) + 1}" for number in numbers[real & (found < 0.5)].tolist()
            ],
        }
    }


def _caveats(material: _Material, seen: list[Seen]) -> list[str]:
    caveats = evidence_caveats(material.evidence, material.parameters)
    undated = int(material.periods.undated.sum())
    if len(seen) > 1 and undated:
        many = "tie has" if undated == 1 else "ties have"
        caveats.append(f"{undated:,} {many} no date and so count in every period.")
    if undated and material.periods.names == [""] and material.parameters["step"] != "whole":
        caveats.append("No tie has a date: groups are shown once, not over time.")
    if material.periods.older:
        caveats.append(
            f"{material.periods.older:,} ties lie before the {MOST} periods looked at; longer "
            "periods (step) reach further back."
        )
    shaky = sum(value < 0.5 for value in seen[-1].steadiness.values())
    if material.draws < material.parameters["draws"]:
        caveats.append(f"The network is large: its evidence was drawn anew {material.draws} times.")
    if shaky and material.draws:
        caveats.append(
            f"Latest groups mostly not found again when the evidence is drawn anew: {shaky}. "
            "Read them as a hint."
        )
    if material.evidence.ties.person.size:
        caveats.append("A group is who was reported together, not who follows one leader.")
    return caveats
