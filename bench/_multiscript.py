"""People in several scripts: pairs, clusters, sure joins. A section of `bench/resolve.py`.

Worlds are written by `headwater.exercise.identities`, whose lists of names no matcher has seen, and
read as any plain table. What has to be chosen, the threshold of the pair task, is chosen on
development seeds; figures are of the test seed. Truth is set aside before anything is resolved.

- `pair_f1`: 3,000 pairs of one person and as many of two people who share a family name;
  `arabic_latin_recall`: the same, of pairs across those scripts
- `cluster_f1`, `cluster_f1_100k`: the best clustering, as if a reviewer had answered the queue by
  its score; precision and recall over pairs of records
- `cluster_f1_relational`: with contacts and movements of the same world
- `auto_merge_precision`, `auto_merge_recall`: what is joined without anybody being asked
- `reliability`: chance said against share found, by classes
"""

import csv
from argparse import Namespace
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from headwater.exercise.identities import write_identities
from headwater.resolve.candidates import candidate_pairs
from headwater.resolve.linkage import Linked, link
from headwater.resolve.records import PersonRecord, Tie
from headwater.resolve.records.table import read_people, read_ties
from headwater.resolve.records.table.layout import understand
from headwater.resolve.records.table.rows import PlainRows, read_rows
from headwater.resolve.scoring import Model, fit, reliability

DEVELOPMENT = (1, 2)
TEST = 101
SMALL, LARGE = 10_000, 100_000
PER_RECORD = 10
_ARABIC_LATIN = "arab-latn"
_T = TypeVar("_T")
Found = dict[str, object]


class Labelled(NamedTuple):
    """A pair of records with what is true of it: places, whether one person, scripts."""

    left: int
    right: int
    same: bool
    scripts: str


class World(NamedTuple):
    """Records with what is true of them.

    Attributes:
        records: The records.
        truth: The person of each.
        ties: What the records are tied to.
        pairs: Pairs for the pair task.
    """

    records: list[PersonRecord]
    truth: list[str]
    ties: tuple[Tie, ...] = ()
    pairs: tuple[Labelled, ...] = ()


class Resolved(NamedTuple):
    """What was made of a world, and how long each step took."""

    model: Model
    pairs: NDArray[np.int64]
    bits: NDArray[np.float64]
    strata: NDArray[np.int8]
    seconds: dict[str, float]


def run(data: Path, options: Namespace) -> Found:
    """All figures; with `--people FILE --truth COLUMN` the clusters of that table instead.

    Args:
        data: Folder of the test data; worlds are made, so nothing is read from it.
        options: `people`, `truth`, `seed` and `quick` (no large world), each of which may be
            missing.
    """
    del data
    people, column = getattr(options, "people", None), getattr(options, "truth", None)
    if people and column:
        table = labelled_table(Path(people), column)
        return clusters(table, resolve(table), "cluster_f1")
    seed = getattr(options, "seed", None) or TEST
    thresholds = [_threshold(world(one, SMALL)) for one in DEVELOPMENT]
    small = world(seed, SMALL)
    made = resolve(small)
    found = pair_task(small, made.model, float(np.mean(thresholds)))
    found |= clusters(small, made, "cluster_f1")
    if not getattr(options, "quick", False):
        large = world(seed, LARGE)._replace(ties=())
        found |= clusters(large, resolve(large), "cluster_f1_100k")
    return found


def world(seed: int, records: int) -> World:
    """One made world, through files as a user would bring it in."""
    with TemporaryDirectory(prefix="headwater-bench-") as place:
        folder = Path(place)
        write_identities(folder, seed, records)
        read = labelled_table(folder / "people.csv", "", folder / "truth.csv")
        ties, _ = read_ties(folder / "contacts.csv", folder / "movements.csv")
        number = {record.id: at for at, record in enumerate(read.records)}
        pairs = tuple(
            Labelled(number[row["left"]], number[row["right"]], row["same"] == "1", row["scripts"])
            for row in _rows(folder / "pairs.csv")
        )
    return read._replace(ties=ties, pairs=pairs)


def labelled_table(people: Path, column: str, truth: Path | None = None) -> World:
    """A plain table and the person of each row, from its own column or from a second file."""
    if column:
        given = read_rows(people)
        identity = understand(given.file, given.columns).id
        person = {row.cells[identity]: row.cells[column] for row in given.rows}
        with TemporaryDirectory(prefix="headwater-bench-") as place:
            bare = Path(place) / "people.csv"
            _without(given, bare, column)
            read = read_people(bare, assume_category=_assumed(bare))
    else:
        person = {row["id"]: row["person"] for row in _rows(truth or people)}
        read = read_people(people)
    return World(list(read.records), [person[record.id] for record in read.records])


def pair_task(task: World, model: Model, threshold: float) -> Found:
    """Precision and recall over the labelled pairs, whole and by pair of scripts."""
    bits, same, scripts = _weighed(task, model)
    said = bits >= threshold
    slices = {
        one: _rates(said[scripts == one], same[scripts == one]) for one in sorted(set(scripts))
    }
    whole = _rates(said, same)
    return {
        "pair_f1": whole["f1"],
        "arabic_latin_recall": slices.get(_ARABIC_LATIN, {}).get("recall"),
        "pair": whole | {"threshold_bits": round(threshold, 2), "scripts": slices},
    }


def clusters(task: World, made: Resolved, key: str) -> Found:
    """Figures of the best clustering and of what is sure; with ties where the world has any."""
    linked = _timed(made.seconds, "link", lambda: _link(task, made, ()))
    found = _clustering(task, linked, made, key)
    if task.ties:
        with_ties = _timed(made.seconds, "link_relational", lambda: _link(task, made, task.ties))
        found |= _clustering(task, with_ties, made, f"{key}_relational")
    if key == "cluster_f1":
        found |= {"reliability": _reliability(task, made)}
    return found


def resolve(task: World) -> Resolved:
    """From records to weighed pairs."""
    took: dict[str, float] = {}
    pairs = _timed(took, "candidates", lambda: candidate_pairs(task.records, PER_RECORD))
    model = _timed(took, "fit", lambda: fit(task.records, pairs))
    bits, strata = _timed(took, "weigh", lambda: model.weigh_evidence(task.records, pairs))
    return Resolved(model, pairs, bits, strata, took)


def _link(task: World, made: Resolved, ties: Iterable[Tie]) -> Linked:
    return link(task.records, made.pairs, made.bits, made.model, ties)


def _clustering(task: World, linked: Linked, made: Resolved, key: str) -> Found:
    labels = [linked.cluster[record.id] for record in task.records]
    sure = _closed(linked, task.records)
    whole = _agreement(task.truth, labels)
    merged = _agreement(task.truth, sure)
    end = key.removeprefix("cluster_f1")
    return {
        key: whole["f1"],
        f"auto_merge_precision{end}": merged["precision"],
        f"auto_merge_recall{end}": merged["recall"],
        f"clusters{end or '_10k'}": whole
        | {
            "records": len(task.records),
            "auto_merge_pairs": merged["said"],
            "review_pairs": len(linked.review),
            "relational_bits": dict(linked.relational),
            "scripts": _by_scripts(task, labels),
            "seconds": dict(made.seconds),
        },
    }


def _closed(linked: Linked, records: Sequence[PersonRecord]) -> list[str]:
    """Clusters of the sure joins alone."""
    above: dict[str, str] = {}

    def root(one: str) -> str:
        while one in above:
            one = above[one]
        return one

    for join in linked.sure:
        ends = sorted({root(join.left), root(join.right)})
        if len(ends) > 1:
            above[ends[1]] = ends[0]
    return [root(record.id) for record in records]


def _agreement(truth: Sequence[Hashable], labels: Sequence[Hashable]) -> dict[str, Any]:
    """Precision and recall over pairs of records."""
    said, real = _pairs_within(Counter(labels)), _pairs_within(Counter(truth))
    return _figures(_pairs_within(Counter(zip(truth, labels, strict=True))), said, real)


def _pairs_within(sizes: Counter[Any]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())


def _figures(right: int, said: int, real: int) -> dict[str, Any]:
    precision, recall = right / max(1, said), right / max(1, real)
    f1 = 2 * right / max(1, said + real)
    rates = {"f1": f1, "precision": precision, "recall": recall}
    return {name: round(rate, 4) for name, rate in rates.items()} | {"said": said, "true": real}


def _by_scripts(task: World, labels: Sequence[str]) -> dict[str, Any]:
    scripts = [script_of(record) for record in task.records]
    real, said = pairs_of(task.truth), pairs_of(labels)
    counted = {
        name: Counter("-".join(sorted((scripts[a], scripts[b]))) for a, b in held)
        for name, held in (("real", real), ("said", said), ("right", real & said))
    }
    return {
        one: _figures(counted["right"][one], counted["said"][one], number)
        for one, number in sorted(counted["real"].items())
    }


def pairs_of(labels: Sequence[str]) -> set[tuple[int, int]]:
    """Pairs of places that have the same label, left before right."""
    held: dict[str, list[int]] = defaultdict(list)
    for place, label in enumerate(labels):
        held[label].append(place)
    return {pair for members in held.values() for pair in combinations(members, 2)}


def script_of(record: PersonRecord) -> str:
    """The script of most letters of a record's names, apart from how the matcher reads scripts."""
    letters = [ord(letter) for letter in "".join(record.values.get("name", ())) if letter.isalpha()]
    arabic = sum(0x600 <= code <= 0x8FF for code in letters)
    cyrillic = sum(0x400 <= code <= 0x52F for code in letters)
    if 2 * arabic > len(letters):
        return "arab"
    return "cyrl" if 2 * cyrillic > len(letters) else "latn"


def _reliability(task: World, made: Resolved) -> list[dict[str, object]]:
    person = np.array(task.truth)
    same = person[made.pairs[:, 0]] == person[made.pairs[:, 1]]
    said = made.model.probability(made.bits, made.strata)
    return [line._asdict() for line in reliability(said, made.strata, same)]


def _threshold(task: World) -> float:
    """Bits at which the pairs of a development world give the best F1."""
    bits, same, _ = _weighed(task, resolve(task).model)
    order = np.argsort(-bits, kind="stable")
    right = np.cumsum(same[order])
    f1 = 2 * right / (np.arange(1, len(bits) + 1) + same.sum())
    return float(bits[order][int(np.argmax(f1))])


def _weighed(
    task: World, model: Model
) -> tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.str_]]:
    """Bits, truth and scripts of the labelled pairs, under a model fitted without labels."""
    pairs = np.array([pair[:2] for pair in task.pairs], np.int64)
    same = np.array([pair.same for pair in task.pairs], dtype=bool)
    return model.weigh_pairs(task.records, pairs), same, np.array([p.scripts for p in task.pairs])


def _rates(said: NDArray[np.bool_], same: NDArray[np.bool_]) -> dict[str, Any]:
    return _figures(int((said & same).sum()), int(said.sum()), int(same.sum()))


def _timed(took: dict[str, float], name: str, work: Callable[[], _T]) -> _T:
    begin = perf_counter()
    result = work()
    took[name] = round(perf_counter() - begin, 2)
    return result


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _without(given: PlainRows, bare: Path, column: str) -> None:
    """Write the table without the column of the truth."""
    kept = [name for name in given.columns if name != column]
    with bare.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(kept)
        writer.writerows([row.cells[name] for name in kept] for row in given.rows)


def _assumed(people: Path) -> str:
    return "" if "category" in _rows(people)[0] else "suspect"
