"""Leaders: who organises, against single centralities; calibration; and people to protect.

`leader_auc`: for each network how often a leader stands above somebody who is none (0.5 is chance),
by the ranking and by each single centrality; `leader_r_precision`: of the first so many as there
are leaders, the share of leaders. Truth columns are left out of the files that a method sees.
Nothing is fitted to any of these networks: the position of a person is a mean of readings, and the
values of roles are declared; they were tried on exercise worlds of other seeds. The public
networks were looked at while the readings were chosen, so their figures flatter a little.
`gain`: AUC of the ranking less that of the centrality that is best on average over the networks
(the exercise worlds are one of them, as the mean of their seeds), with an interval by bootstrap of
the people of each network, leaders and others apart. `gain_public` is the same without exercise,
`gain_with_registers` with the exercise worlds as agencies' registers tell them too, which name
roles without a mistake; no centrality can use these. `gain_learned`: the same as `gain` with the
weights of the score learned from the other networks, one after the other, never from the one that
is tested (of exercise worlds from those of other seeds, `LEARN_FROM`).
`calibration`: of places stated with 90 %, on exercise worlds, how many hold in the picture
of all that is true.
`safeguard`: share of the people to protect in synthetic_trafficking who appear nowhere.
"""

import argparse
import csv
import json
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from _exercise_picture import ORGANISING, exercise

from headwater.analysis import METHODS
from headwater.analysis import run as analyse
from headwater.graph import Numbers, Ties, betweenness, degree
from headwater.model import NotPermitted
from headwater.picture import Picture, from_plain_files

SEEDS = range(9001, 9007)
"""Seeds of the exercise worlds measured; the method was made while looking at seeds 11 to 16."""

LEARN_FROM = range(9101, 9104)
"""Seeds of the exercise worlds that weights are learned from."""

_DRAWS = 2000
_RANKS = ("1", "2")
_NOORDIN = ("leader", "local_leader", "strategist")
_TO_PROTECT = ("bottom", "victim_adult", "victim_minor")


class Case(NamedTuple):
    """One network with known leaders.

    Attributes:
        network: Name under which its figures stand.
        picture: What the ranking sees; nobody is labelled.
        truth: Whether each person leads, by id.
        scores: Score of each person by the ranking and by each centrality.
    """

    network: str
    picture: Picture
    truth: Mapping[str, bool]
    scores: dict[str, Numbers]

    @property
    def leads(self) -> np.ndarray[Any, np.dtype[np.bool_]]:
        """Whether each person leads."""
        return np.array(list(self.truth.values()))

    def labelled(self) -> Picture:
        """The picture with a column that tells who leads."""
        truth = {"id": list(self.truth), "leads": [str(one) for one in self.truth.values()]}
        return Picture.of({**self.picture.tables, "given_people": pa.table(truth)})


def run(data: Path, options: argparse.Namespace) -> dict[str, Any]:
    """The figures of this section."""
    seeds = SEEDS[:2] if options.quick else SEEDS
    with tempfile.TemporaryDirectory() as place:
        worlds = [_world(seed, Path(place), options.quick) for seed in seeds]
        public = [_public(data, name, Path(place)) for name in _PUBLIC]
        taught = [_world(seed, Path(place), quick=True).case for seed in LEARN_FROM]
        safe = _safeguard(data, Path(place))
    cases = [*public, *(world.case for world in worlds)]
    registered = [world.registered for world in worlds]
    single = [name for name in cases[0].scores if name != "ranking"]
    means = {name: float(np.mean(list(_by_network(cases, name, auc).values()))) for name in single}
    best = max(means, key=lambda name: means[name])
    return {
        "leader_auc": {n: _by_network([*cases, *registered], n, auc) for n in cases[0].scores},
        "leader_r_precision": {
            n: _by_network([*cases, *registered], n, r_precision) for n in cases[0].scores
        },
        "best_single_on_average": best,
        "gain": _gain(cases, best),
        "gain_public": _gain(public, best),
        "gain_with_registers": _gain([*public, *registered], best),
        "gain_learned": _gain(_learned(cases, [*taught, *public]), best),
        "calibration": _calibration([world.told for world in worlds]),
        "safeguard": safe,
    }


def auc(scores: Numbers, leads: Any) -> float:  # noqa: ANN401 - an array of flags
    """How often a leader has a higher score than somebody who is none; half where equal."""
    one, other = scores[leads], scores[~leads]
    above = (one[:, None] > other).mean() + (one[:, None] == other).mean() / 2
    return float(above)


def r_precision(scores: Numbers, leads: Any) -> float:  # noqa: ANN401 - an array of flags
    """Share of leaders among the first as many as there are; equal scores share their places."""
    count = int(leads.sum())
    edge = np.sort(scores)[::-1][count - 1]
    sure, tied = scores > edge, scores == edge
    share = (count - sure.sum()) / tied.sum()
    return float((leads & sure).sum() + share * (leads & tied).sum()) / count


def _by_network(
    cases: Iterable[Case], name: str, figure: Callable[[Numbers, Any], float]
) -> dict[str, float]:
    found: dict[str, list[float]] = {}
    for case in cases:
        found.setdefault(case.network, []).append(figure(case.scores[name], case.leads))
    return {network: round(float(np.mean(values)), 3) for network, values in found.items()}


def _gain(cases: list[Case], best: str) -> dict[str, Any]:
    """Mean gain over networks, its interval, and each network's with its standard error."""
    rng = np.random.default_rng(0)
    draws: dict[str, list[Numbers]] = {}
    for case in cases:
        draws.setdefault(case.network, []).append(_drawn(case, best, rng))
    of_network = {name: np.mean(values, axis=0) for name, values in draws.items()}
    ours, theirs = (_by_network(cases, name, auc) for name in ("ranking", best))
    mean = np.mean(list(of_network.values()), axis=0)
    return {
        "mean": round(float(np.mean([ours[n] - theirs[n] for n in ours])), 3),
        "interval_90": [round(float(np.quantile(mean, q)), 3) for q in (0.05, 0.95)],
        "networks": {
            name: {
                "gain": round(ours[name] - theirs[name], 3),
                "standard_error": round(float(np.std(values)), 3),
                "below_by_more_than_one": bool(ours[name] - theirs[name] < -np.std(values)),
            }
            for name, values in of_network.items()
        },
    }


def _learned(cases: Iterable[Case], teachers: list[Case]) -> list[Case]:
    """The cases, scored with weights learned from the networks that are not the one tested."""
    weights: dict[str, str] = {}
    found = []
    for case in cases:
        # Exercise worlds learn from all of them: those that teach are of other seeds.
        others = [one for one in teachers if one.picture is not case.picture]
        if case.network not in weights:
            weights[case.network] = _taught(others)
        rows = analyse(
            case.picture, "organisers.ranking", {"worlds": 1, "weights": weights[case.network]}
        ).rows
        score = _by_person(case.truth, rows)
        found.append(case._replace(scores={**case.scores, "ranking": score}))
    return found


def _taught(teachers: Iterable[Case]) -> str:
    """Weights learned from one network after the other, as the parameter takes them."""
    weights = ""
    for one in teachers:
        asked = {"worlds": 1, "labels": "leads", "weights": weights}
        found = analyse(one.labelled(), "organisers.ranking", asked).certificate["weights"]
        weights = ", ".join(f"{part}={value}" for part, value in found.items())
    return weights


def _drawn(case: Case, best: str, rng: np.random.Generator) -> Numbers:
    """Gains of one network on people drawn again, leaders and others apart."""
    leaders, others = np.flatnonzero(case.leads), np.flatnonzero(~case.leads)
    found = np.empty(_DRAWS)
    for draw in range(_DRAWS):
        who = np.concatenate([rng.choice(leaders, leaders.size), rng.choice(others, others.size)])
        leads = case.leads[who]
        found[draw] = auc(case.scores["ranking"][who], leads) - auc(case.scores[best][who], leads)
    return found


_PUBLIC: dict[str, tuple[str, Callable[[Mapping[str, str]], bool], tuple[str, ...]]] = {
    "caviar_23": ("caviar", lambda row: row["role"] != "", ()),
    "london_gang": ("london_gang", lambda row: row["ranking"] in _RANKS, ()),
    "noordin": ("noordin_139", lambda row: row["role"] in _NOORDIN, ("religious_place",)),
}
"""Network -> its folder, who leads, and the layers left out."""


def _public(data: Path, name: str, place: Path) -> Case:
    folder, leading, without = _PUBLIC[name]
    source = data / "networks" / folder
    people = _rows(source / "people.csv")
    links = [row for row in _rows(source / "links.csv") if row["layer"] not in without]
    files = {"people": place / f"{name}_people.csv", "links": place / f"{name}_links.csv"}
    _write(files["people"], [{"id": row["id"]} for row in people])
    _write(files["links"], links)
    picture = from_plain_files(**files, assume_category="suspect")
    truth = {row["id"]: leading(row) for row in people}
    return _case(name, picture, truth, analyse(picture, "organisers.ranking", {"worlds": 1}).rows)


class World(NamedTuple):
    """One exercise world: without registers, with them, and what is stated of places."""

    case: Case
    registered: Case
    told: "Stated"


def _world(seed: int, place: Path, quick: bool) -> World:
    world = exercise(seed, place / f"world_{seed}")
    rankable = world.picture.entities.filter(world.picture.entities["rankable"])
    truth = {one: world.role[one] in ORGANISING for one in rankable["id"].to_pylist()}
    asked = {"worlds": 20 if quick else 100}
    rows = analyse(world.picture, "organisers.ranking", asked).rows
    more, whole = (
        analyse(picture, "organisers.ranking", {"worlds": 1}).rows
        for picture in (world.registered, world.complete)
    )
    return World(
        _case("exercise", world.picture, truth, rows),
        _case("exercise_with_registers", world.registered, truth, more),
        _stated(rows, whole),
    )


def _case(
    name: str, picture: Picture, truth: Mapping[str, bool], rows: Iterable[Mapping[str, Any]]
) -> Case:
    """Scores of everybody; who is not listed stands last."""
    number = {one: i for i, one in enumerate(truth)}
    links = picture.links
    ends = zip(links["source"].to_pylist(), links["target"].to_pylist(), strict=True)
    inside = [(number[a], number[b]) for a, b in ends if a in number and b in number and a != b]
    source, target = zip(*inside, strict=True)
    ties = Ties.of(source, target, len(number)).undirected()
    return Case(name, picture, truth, {"ranking": _by_person(truth, rows), **centralities(ties)})


def _by_person(truth: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> Numbers:
    score = {row["id"]: row["score"] for row in rows}
    return np.array([score.get(one, 0.0) for one in truth])


def centralities(ties: Ties) -> dict[str, Numbers]:
    """The single centralities, on the network with its layers merged, without weights."""
    import rustworkx

    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(ties.n))
    pairs = list(zip(ties.source.tolist(), ties.target.tolist(), strict=True))
    graph.add_edges_from_no_data(pairs)
    found: dict[str, Any] = {
        "pagerank": rustworkx.pagerank(graph.to_directed()),
        "eigenvector": rustworkx.eigenvector_centrality(graph, max_iter=10_000),
        "closeness": rustworkx.closeness_centrality(graph),
        "k_core": rustworkx.core_number(graph),
    }
    return {
        "degree": degree(ties).astype(np.float64),
        "betweenness": betweenness(ties),
        **{
            name: np.array([round(float(values[i]), 9) for i in range(ties.n)])
            for name, values in found.items()
        },
    }


class Stated(NamedTuple):
    """What a ranking states of each person, and what the complete picture shows.

    Attributes:
        low: Best place stated with 90 %.
        high: Worst place stated with 90 %.
        place: Place in the complete picture, among those listed in both.
        p_first: Stated probability of a place among the first five.
    """

    low: Numbers
    high: Numbers
    place: Numbers
    p_first: Numbers


def _stated(rows: Iterable[Mapping[str, Any]], whole: Iterable[Mapping[str, Any]]) -> Stated:
    true = {row["id"]: row["rank"] for row in whole}
    told = [
        (r["rank_low"], r["rank_high"], true[r["id"]], r["p_top5"]) for r in rows if r["id"] in true
    ]
    return Stated(*(np.array(column, dtype=np.float64) for column in zip(*told, strict=True)))


def _calibration(told: list[Stated]) -> dict[str, Any]:
    low, high, place, stated = (
        np.concatenate([getattr(one, f) for one in told]) for f in Stated._fields
    )
    inside = (low <= place) & (place <= high)
    first = place <= 5
    bins = [(0.0, 0.05), (0.05, 0.2), (0.2, 0.5), (0.5, 0.8), (0.8, 1.01)]
    return {
        "people": int(place.size),
        "intervals_of_90_hold": round(float(inside.mean()), 3),
        "interval_mean_width": round(float((high - low).mean()), 1),
        "p_top5": [
            {
                "stated": round(float(stated[at].mean()), 3),
                "true": round(float(first[at].mean()), 3),
                "people": int(at.sum()),
            }
            for a, b in bins
            if (at := (stated >= a) & (stated < b)).any()
        ],
        "p_top5_brier": round(float(((stated - first) ** 2).mean()), 4),
    }


def _safeguard(data: Path, place: Path) -> dict[str, Any]:
    """Whether anybody to protect is ranked, named or let through."""
    source = data / "networks" / "synthetic_trafficking"
    people = _rows(source / "people.csv")
    protect = {row["id"] for row in people if row["role"] in _TO_PROTECT}
    given = place / "trafficking.csv"
    words = {"trafficker": "suspect", "bottom": "victim"}
    _write(
        given,
        [{"id": r["id"], "category": words.get(r["role"], "victim")} for r in people],
    )
    picture = from_plain_files(links=source / "links.csv", people=given)
    methods = [name for name, one in METHODS.items() if one.method.about_people]
    shown = [json.dumps(analyse(picture, name).as_dict()) for name in methods]
    seen = {one for one in protect if any(f'"{one}"' in text for text in shown)}
    return {
        "to_protect": len(protect),
        "left_out_of_every_answer": round(1 - len(seen) / len(protect), 3),
        "assumed_category_refused": _refuses(source),
    }


def _refuses(source: Path) -> bool:
    files = {name: source / f"{name}.csv" for name in ("links", "people")}
    try:
        from_plain_files(**files, assume_category="suspect")
    except NotPermitted:
        return True
    return False


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _write(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
