"""The method: its declaration, the orders compared, and what is said about them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from headwater.analysis.organisers.caveats import evidence_caveats
from headwater.analysis.organisers.evidence import Evidence, Lines, gather
from headwater.analysis.organisers.limits import AGENCIES, LIMITS, limits
from headwater.analysis.organisers.sequence.orders import (
    LARGE,
    TEMPOS,
    best_found,
    mean_left,
    usual_orders,
    with_ease,
)
from headwater.analysis.organisers.sequence.replaceable import EASE, Places, places_of
from headwater.analysis.organisers.sequence.targets import MOST, Targets, targets_of
from headwater.analysis.organisers.size import MOST_PAIRS, check_size
from headwater.analysis.parameters import ID, NAME, TIES, seconds, seed
from headwater.graph import Nodes, Ties
from headwater.graph.reaction import Course, Habits, Network, play, within_reach
from headwater.model import Finding, Method, Output, Parameter
from headwater.picture import Picture

METHOD = Method(
    id="organisers.sequence",
    version="1",
    question="In which order should these people be removed, when the network reacts, and does it "
    "come back, or even grow stronger?",
    parameters=(
        Parameter(
            "targets",
            "text",
            "",
            "Ids of the people to remove, with commas between; empty: chosen as organisers.removal "
            "chooses.",
        ),
        Parameter("k", "int", 5, "How many to choose where none are given.", low=1, high=MOST),
        Parameter("aim", "choice", "replaced", "What to keep low.", choices=TEMPOS),
        *TIES,
        *LIMITS,
        Parameter("closing", "float", 0.5, "Chance that a contact closes ranks.", low=0, high=1),
        Parameter(
            "quiet", "float", 0.3, "Chance that a contact's tie falls silent.", low=0, high=1
        ),
        Parameter("inherit", "float", 0.7, "Chance that a tie is taken over.", low=0, high=1),
        *EASE,
        Parameter("worlds", "int", 200, "Number of worlds.", low=1, high=10_000),
        seconds("the choice of targets", 10.0),
        seed("the worlds"),
    ),
    outputs=(
        ID,
        NAME,
        Output("step", "count", "Place in the order."),
        AGENCIES,
        Output("role", "text", "Role stated, of several the hardest to replace."),
        Output("replaceable", "text", "hard, medium, easy or unknown, by the role."),
        Output("stand_ins", "count", "Others of the same role who may be ranked."),
        Output("right_after", "number", "Pairs still connected, all up to here removed at once."),
        Output("rewired", "number", "The same when contacts close ranks and go quiet in between."),
        Output("rewired_low", "number", "Its 5% quantile over the worlds."),
        Output("rewired_high", "number", "Its 95% quantile."),
        Output("replaced", "number", "The same when places are filled again too."),
        Output("replaced_low", "number", "Its 5% quantile over the worlds."),
        Output("replaced_high", "number", "Its 95% quantile."),
        Output("regained", "number", "Share of the first drop that the network wins back."),
        Output(
            "stronger",
            "number",
            "Share of worlds where those who stay reach each other more "
            "directly than before, once places are filled.",
        ),
    ),
    inputs=("links", "people"),
    cost="worlds x removals x ties, for each order tried; refused above "
    f"{MOST_PAIRS:,} pairs of tied people",
    not_for="Telling what a network will do, or who will take a place: how it reacts is assumed. "
    "It compares orders under one assumption. Never for people who are not suspected or convicted.",
    reference="Duijn, Kashirin and Sloot 2014 (replacement, and that removal can strengthen); "
    "Diviak 2023 (recovery decides); Borgatti 2006 (pairs)",
    about_people=True,
)

_PLAYS = 4  # with reach: the order chosen, and one under each of three other readings
_UNPROVED = (
    "The time was over before the people to remove were proved to be the best set: another run may "
    "choose others; more seconds narrow this down."
)
_SHOWN = 0.05  # share of worlds from which a danger is told
_UNSURE = 0.5  # probability that a tie holds which weak grades alone state


@dataclass(frozen=True, slots=True, eq=False)
class _Case:
    """What an order is played on.

    Attributes:
        evidence: The people.
        ties: Their ties, without those of people who are out already.
        places: What they do.
        network: Both as arrays.
        habits: How the network reacts.
        worlds: How many worlds are played.
        parameters: As settled.
        agencies: Whose jurisdiction reaches each person.
    """

    evidence: Evidence
    ties: Lines
    places: Places
    network: Network
    habits: Habits
    worlds: int
    parameters: Mapping[str, Any]
    agencies: list[list[str]]

    def played(self, order: Nodes, network: Network | None = None, *, reach: bool) -> Course:
        return play(
            network or self.network,
            order,
            self.habits,
            worlds=self.worlds,
            seed=self.parameters["seed"] + 1,
            reach=reach,
        )

    def best(self, start: list[Nodes], network: Network | None = None) -> Nodes:
        return best_found(
            network or self.network,
            start,
            self.habits,
            aim=self.parameters["aim"],
            seed=self.parameters["seed"],
        )


def run(picture: Picture, parameters: Mapping[str, Any]) -> Finding:
    """Compare orders of removing the same people.

    Raises:
        WrongUse: If somebody is named who may not be, or the network is too large.
    """
    case, (targets, proved) = _asked(picture, parameters)
    evidence = case.evidence
    blank = METHOD.found(picture.fingerprint, parameters, ())
    if not targets.size:
        said = evidence_caveats(evidence, parameters)
        return replace(blank, caveats=(*said, "There is nobody to remove."))
    orders = usual_orders(case.network, targets, case.network.ease)
    if len(case.network.ties) <= LARGE:
        orders["best found"] = case.best(list(orders.values()))
    courses = {name: case.played(order, reach=False) for name, order in orders.items()}
    aim = parameters["aim"]
    chosen = min(courses, key=lambda name: (mean_left(courses[name], aim).mean(), name))
    courses[chosen] = case.played(orders[chosen], reach=True)
    unsure = [] if proved else [_UNPROVED]
    return replace(
        blank,
        rows=tuple(_rows(case, orders[chosen], courses[chosen])),
        certificate=_certificate(case, orders, courses, chosen) | {"set_proved": proved},
        sensitivity=_sensitivity(case, orders[chosen]),
        caveats=(*_caveats(case, orders[chosen], courses[chosen]), *unsure),
        evidence={evidence.ids[one]: _statements(evidence, one) for one in targets.tolist()},
    )


def _asked(picture: Picture, parameters: Mapping[str, Any]) -> tuple[_Case, Targets]:
    """The network without those who are out already, and whom to remove from it."""
    evidence = gather(picture, parameters)
    bounds = limits(evidence, picture, parameters)
    out = bounds.gone[evidence.ties.person] | bounds.gone[evidence.ties.other]
    ties = evidence.ties.kept(~out)
    places = places_of(evidence, parameters)
    network = _network(evidence, ties, places)
    check_size(len(network.ties))
    targets = targets_of(evidence, network.ties, bounds, parameters)
    habits = Habits(parameters["closing"], parameters["quiet"], parameters["inherit"])
    worlds = within_reach(network, targets.people.size, parameters["worlds"], plays=_PLAYS)
    case = _Case(evidence, ties, places, network, habits, worlds, parameters, bounds.agencies)
    return case, targets


def _network(evidence: Evidence, ties: Lines, places: Places) -> Network:
    """The ties as one network; a pair that weak grades alone state may not be tied at all."""
    whole = evidence.network(ties).undirected()
    sure = evidence.network(ties.kept(~ties.weak)).undirected()
    n = max(1, whole.n)
    stated = np.isin(whole.source * n + whole.target, sure.source * n + sure.target)
    plain = Ties.of(whole.source, whole.target, whole.n)
    return Network(plain, np.where(stated, 1.0, _UNSURE), places.role, places.chance)


def _rows(case: _Case, order: Nodes, course: Course) -> list[dict[str, Any]]:
    before = float(course.before.mean())
    middle = course.pairs.mean(axis=1)
    low, high = np.quantile(course.pairs, [0.05, 0.95], axis=1)
    stronger = (course.reach[2] > 1 + 1e-9).mean(axis=0)
    rows = []
    for step, person in enumerate(order.tolist()):
        bare, rewired, replaced = (float(one) for one in middle[:, step])
        role = int(case.places.role[person])
        rows.append(
            {
                "id": case.evidence.ids[person],
                "name": case.evidence.names[person],
                "step": step + 1,
                "agencies": case.agencies[person],
                "role": case.evidence.role_words[role] if role >= 0 else "",
                "replaceable": case.places.word[person],
                "stand_ins": int(np.sum(case.places.role == role)) - 1 if role >= 0 else None,
                "right_after": round(bare, 1),
                "rewired": round(rewired, 1),
                "rewired_low": float(low[1, step]),
                "rewired_high": float(high[1, step]),
                "replaced": round(replaced, 1),
                "replaced_low": float(low[2, step]),
                "replaced_high": float(high[2, step]),
                "regained": round((replaced - bare) / max(before - bare, 1.0), 3),
                "stronger": round(float(stronger[step]), 3),
            }
        )
    return rows


def _certificate(
    case: _Case, orders: dict[str, Nodes], courses: dict[str, Course], chosen: str
) -> dict[str, Any]:
    """The orders side by side: the share of pairs left, meaned over the steps, by tempo."""
    aim = case.parameters["aim"]
    shares = np.stack([mean_left(course, aim) for course in courses.values()])
    best = shares <= shares.min(axis=0) + 1e-12
    won = (best / best.sum(axis=0)).mean(axis=1)
    told = [
        {
            "order": name,
            "ids": [case.evidence.ids[one] for one in orders[name].tolist()],
            **{tempo: _rounded(mean_left(course, tempo).mean()) for tempo in TEMPOS},
            "low": _rounded(np.quantile(share, 0.05)),
            "high": _rounded(np.quantile(share, 0.95)),
            "best_in": _rounded(one),
        }
        for (name, course), share, one in zip(courses.items(), shares, won, strict=True)
    ]
    return {
        "order": chosen,
        "aim": aim,
        "pairs_before": round(float(courses[chosen].before.mean()), 1),
        "worlds": case.worlds,
        "orders": sorted(told, key=lambda one: one[aim]),
    }


def _rounded(value: Any) -> float:  # noqa: ANN401 - any number of numpy
    return round(float(value), 4)


def _sensitivity(case: _Case, order: Nodes) -> dict[str, Any]:
    """The best order, and what is left at the end, under other readings."""
    ties = case.ties
    readings = {
        "weak grades dropped": _network(case.evidence, ties.kept(~ties.weak), case.places),
        "every place is filled": with_ease(case.network, 1.0),
        "no place is filled": with_ease(case.network, 0.0),
    }
    told = {}
    for reading, network in readings.items():
        best = case.best([order], network)
        course = case.played(best, network, reach=True)
        told[reading] = {
            "order": [case.evidence.ids[one] for one in best.tolist()],
            "replaced": round(float(course.pairs[2, :, -1].mean()), 1),
            "stronger": _rounded((course.reach[2, :, -1] > 1 + 1e-9).mean()),
        }
    return told


def _statements(evidence: Evidence, person: int) -> tuple[str, ...]:
    ties, roles = evidence.ties, evidence.roles
    touching = ties.statement[(ties.person == person) | (ties.other == person)]
    return tuple(sorted({*touching.tolist(), *roles.statement[roles.person == person].tolist()}))


def _caveats(case: _Case, order: Nodes, course: Course) -> list[str]:
    caveats = evidence_caveats(case.evidence, case.parameters)
    caveats.append(
        "How the network reacts is assumed, not known: compare the orders, do not quote the "
        "figures as a forecast. Nobody is named as a successor."
    )
    if bool(np.any(case.ties.weak)):
        caveats.append(
            "A tie that only weak grades state holds in half of the worlds here: pairs_before can "
            "be fewer than before in organisers.removal, which takes every tie as stated."
        )
    stronger = int((course.reach[2, :, -1] > 1 + 1e-9).sum())
    if stronger >= _SHOWN * case.worlds:
        caveats.append(
            f"In {stronger:,} of {case.worlds:,} simulated worlds the network came out stronger "
            "than before by re-wiring: once places are filled, those who stay reach each other "
            "more directly. A warning, no forecast."
        )
    easy = sum(case.places.word[one] == "easy" for one in order.tolist())
    if easy:
        caveats.append(f"Easily replaced, by the role stated: {easy} of the {order.size}.")
    unknown = sum(case.places.word[one] == "unknown" for one in order.tolist())
    if unknown:
        caveats.append(
            f"No role is stated of {unknown} of the {order.size}; a place of medium difficulty is "
            "assumed."
        )
    if case.worlds < case.parameters["worlds"]:
        caveats.append(f"The network is large: {case.worlds} worlds were played, not more.")
    if len(case.network.ties) > LARGE:
        caveats.append("The network is large: only orders by a rule were compared.")
    return caveats
