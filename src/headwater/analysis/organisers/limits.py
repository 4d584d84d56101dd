"""Who may be chosen for removal at all: the limits that every method about removals shares."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from headwater.analysis.organisers.countries import countries_of
from headwater.analysis.organisers.evidence import Codes, Evidence, Flags
from headwater.model import Output, Parameter, WrongUse
from headwater.picture import Picture

LIMITS: tuple[Parameter, ...] = (
    Parameter(
        "jurisdiction",
        "text",
        "",
        "Countries, with commas between, in which somebody can be arrested; a person of whom no "
        "country is known cannot. Where each agency has its own: AGENCY=rs,ba; OTHER=hu. "
        "Empty: everywhere.",
    ),
    Parameter(
        "min_groups",
        "int",
        0,
        "Independent groups of reports that must stand behind a person.",
        low=0,
        high=10_000,
    ),
    Parameter(
        "min_sound_groups",
        "int",
        0,
        "The same, counting only what has no weak grade.",
        low=0,
        high=10_000,
    ),
    Parameter("untouchable", "text", "", "Ids of people not to be touched, with commas between."),
    Parameter(
        "already_removed",
        "text",
        "",
        "Ids of people who are out already, as in custody, with commas between.",
    ),
)
"""The parameters; `limits` reads them."""

AGENCIES = Output(
    "agencies", "list", "Agencies whose jurisdiction reaches the person; empty: none were named."
)


@dataclass(frozen=True, slots=True, eq=False)
class Limits:
    """Who may be chosen.

    Attributes:
        allowed: Whether each person may be chosen.
        gone: Whether each person is out already; nobody of these is allowed.
        left_out: How many people each limit alone keeps from being chosen, by its parameter's
            name; only the limits that were set.
        agencies: For each person the agencies whose jurisdiction reaches them.
    """

    allowed: Flags
    gone: Flags
    left_out: dict[str, int]
    agencies: list[list[str]]


def limits(evidence: Evidence, picture: Picture, parameters: Mapping[str, Any]) -> Limits:
    """Read the parameters `LIMITS`.

    Raises:
        WrongUse: If an id is not among the people who may be ranked, or somebody is to be spared
            and out already.
    """
    people = len(evidence.ids)
    gone = _named(evidence, parameters["already_removed"], "already_removed")
    spared = _named(evidence, parameters["untouchable"], "untouchable")
    if np.any(gone & spared):
        both = evidence.ids[int(np.flatnonzero(gone & spared)[0])]
        raise WrongUse(
            f"{both!r} is both untouchable and already removed",
            do="name everybody under one of the two parameters",
        )
    barred = {"already_removed": gone, "untouchable": spared}
    agencies: list[list[str]] = [[] for _ in evidence.ids]
    asked = _jurisdictions(parameters["jurisdiction"])
    if asked:
        known = countries_of(picture, evidence.ids, include_proposed=parameters["include_proposed"])
        able = [[a for a, held in asked.items() if not held.isdisjoint(at)] for at in known]
        barred["jurisdiction"] = ~np.array([bool(one) for one in able], dtype=np.bool_) & ~gone
        agencies = [[name for name in one if name] for one in able]
    for name, sound in (("min_groups", False), ("min_sound_groups", True)):
        if parameters[name]:
            barred[name] = (groups_behind(evidence, sound=sound) < parameters[name]) & ~gone
    allowed = np.ones(people, dtype=np.bool_)
    for mask in barred.values():
        allowed &= ~mask
    left_out = {name: int(mask.sum()) for name, mask in sorted(barred.items()) if mask.any()}
    return Limits(allowed, gone, left_out, agencies)


def _jurisdictions(text: str) -> dict[str, set[str]]:
    """The countries of each agency; of an agency without a name where none is given.

    Raises:
        WrongUse: If an agency has no country.
    """
    held: dict[str, set[str]] = {}
    for part in filter(str.strip, text.split(";")):
        agency, _, countries = part.rpartition("=")
        words = {word.casefold() for word in _words(countries)}
        if not words:
            raise WrongUse(
                f"{part.strip()!r} names no country",
                where="parameter jurisdiction",
                do="write countries with commas between, or AGENCY=rs,ba; OTHER=hu",
            )
        held.setdefault(agency.strip(), set()).update(words)
    return held


def groups_behind(evidence: Evidence, *, sound: bool = False) -> Codes:
    """For each person the number of independent groups of reports behind their ties and roles.

    With `sound` only of those that have no weak grade.
    """
    ties, roles = evidence.ties, evidence.roles
    if sound:
        ties, roles = ties.kept(~ties.weak), roles.kept(~roles.weak)
    pairs = np.concatenate(
        [
            np.stack([ties.person, ties.group]),
            np.stack([ties.other, ties.group]),
            np.stack([roles.person, roles.group]),
        ],
        axis=1,
    )
    people = np.unique(pairs, axis=1)[0]
    return np.bincount(people, minlength=len(evidence.ids)).astype(np.int64)


def _named(evidence: Evidence, given: str, parameter: str) -> Flags:
    """The people whose ids are given.

    An id that is unknown and one of somebody who may not be ranked are told alike: whether a
    person is known here must not be learned from an error.
    """
    known = {one: i for i, one in enumerate(evidence.ids)}
    chosen = np.zeros(len(evidence.ids), dtype=np.bool_)
    for word in _words(given):
        if word not in known:
            raise WrongUse(
                f"{parameter} names {word!r}, who is not among the people who may be ranked",
                do="check the id, or leave it out: nobody else is ever chosen",
            )
        chosen[known[word]] = True
    return chosen


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]
