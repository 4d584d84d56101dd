"""Independence: who copied whom, which reports are independent, how likely a claim is true.

Figures (JSON, last on stdout):
- `articles`: groups of the two example articles (1 is right), and the phrases that show it.
- `false_groups`: of 300 random pairs of unrelated reports, how many are put together: pseudo-
  documents of public texts, each pair by itself and all at once, and pairs of the exercise world
  that tell different stories, by themselves.
- `copy_f1`: pairs of reports that tell one story in an exercise world of the seed, rewrites
  included, with precision and recall; `link_f1`: links against who derives from whom directly.
- `fusion_gain`, `fusion_error`: share of the Brier gain of a given lineage over naive fusion that
  is reached without it, and the calibration error; 20,000 claims, three origins, three copies.
- `group_s`: seconds to group 100,000 reports: the world five times over, years apart.
`--rivals` adds MinHash (datasketch) on the same reports, in an environment of its own.
"""

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from _rivals.environment import PLACE, NotRun
from _rivals.near_duplicates import minhash
from _told import Told, World, documents, only, plain, world, years_on

from headwater.picture import Stories, fuse, lineage

PAIRS = 300
SOURCES = ("re3d_train.conll", "wikigold.conll", "wnut17.conll")
COPIES = ("near copy", "rewrite", "same claims")
TIMES = 5
CLAIMS = 20_000
RIGHT = (0.75, 0.70, 0.65)


def articles(data: Path) -> dict[str, Any]:
    """The two example articles."""
    paths = sorted((data.parent / "inputs" / "articles").glob("*.txt"))
    stories = Stories(*plain([path.read_text("utf-8") for path in paths]))
    groups = stories.groups()
    shown = [phrase for group in groups for link in group.links for phrase in stories.shown(link)]
    return {"articles": {"texts": len(paths), "groups": len(groups), "phrases": shown}}


def unrelated(data: Path, told: World, seed: int) -> dict[str, Any]:
    """Random pairs of reports that have nothing to do with each other."""
    draw = np.random.default_rng(seed)
    texts = [(name, text) for name in SOURCES for text in documents(data / "text" / name)]
    pairs: list[tuple[int, int]] = []
    while len(pairs) < PAIRS // 2:
        i, j = sorted(int(one) for one in draw.choice(len(texts), 2, replace=False))
        if j - i > 1:  # neighbours may be cut from one article
            pairs.append((i, j))
    alone = sum(_one(plain([texts[i][1], texts[j][1]])) for i, j in pairs)
    together = Stories(*plain([text for _, text in texts])).groups()
    of = {urn: group.id for group in together for urn in group.reports}
    at_once = sum(of[f"T-{i:04d}"] == of[f"T-{j:04d}"] for i, j in pairs)
    urns, exercise = sorted(told.story), 0
    for _ in range(PAIRS - len(pairs)):
        pair = [urns[int(one)] for one in draw.choice(len(urns), 2, replace=False)]
        if told.story[pair[0]] != told.story[pair[1]]:
            exercise += _one(only(told.told, pair))
    return {
        "false_groups": alone + exercise,
        "false_groups_all_at_once": at_once,
        "pairs": PAIRS,
    }


def _one(told: Told) -> bool:
    return len(Stories(*told).groups()) == 1


def copies(told: World) -> dict[str, Any]:
    """Who copied whom in the world."""
    begin = time.perf_counter()
    groups = Stories(*told.told).groups()
    seconds = time.perf_counter() - begin
    links = [link for group in groups for link in group.links if link.tier in COPIES]
    tied = {frozenset((link.a, link.b)) for link in links}
    derived = {frozenset(pair) for pair in told.parent.items()}
    by_tier: dict[str, list[bool]] = {tier: [] for tier in COPIES}
    for link in links:
        by_tier[link.tier].append(told.story.get(link.a) == told.story.get(link.b))
    of = {urn: group.id for group in groups for urn in group.reports}
    return {
        **{f"copy_{name}": value for name, value in agreement(of, told.story).items()},
        "link_f1": round(2 * len(tied & derived) / (len(tied) + len(derived)), 3),
        "tiers": {t: [len(r), round(sum(r) / max(1, len(r)), 3)] for t, r in by_tier.items()},
        "derived_reports": len(told.parent),
        "group_medium_s": round(seconds, 1),
    }


def agreement(of: Mapping[str, str], story: Mapping[str, str]) -> dict[str, float]:
    """Precision, recall and F1 over pairs of reports that are put together."""
    put, true = (_pairs(Counter(one.values()).values()) for one in (of, story))
    put = _pairs(Counter(of[urn] for urn in story).values())
    both = _pairs(Counter((of[urn], story[urn]) for urn in story).values())
    return {
        "f1": round(2 * both / max(1, put + true), 3),
        "precision": round(both / max(1, put), 3),
        "recall": round(both / max(1, true), 3),
    }


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def fusion(seed: int) -> dict[str, Any]:
    """Claims told by three origins and three that repeat the first in 85 of 100 cases."""
    draw = np.random.default_rng(seed)
    true = draw.integers(0, 2, CLAIMS)

    def voice(right: float) -> Any:  # noqa: ANN401 - an array
        return np.where(draw.random(CLAIMS) < right, true, 1 - true)

    origins, own = [voice(right) for right in RIGHT], [voice(RIGHT[0]) for _ in range(3)]
    repeats = [draw.random(CLAIMS) < 0.85 for _ in range(3)]
    told = [np.where(r, origins[0], one) for r, one in zip(repeats, own, strict=True)]
    votes = np.stack([*origins, *told], axis=1).astype(np.int8)
    weight = np.log([right / (1 - right) for right in (*RIGHT, *RIGHT[:1] * 3)])
    once = np.stack([*(np.ones(CLAIMS, bool) for _ in RIGHT), *(~r for r in repeats)], axis=1)
    naive = 1 / (1 + np.exp(-((2 * votes - 1) @ weight)))
    given = 1 / (1 + np.exp(-(((2 * votes - 1) * once) @ weight)))
    groups = lineage(votes, (*RIGHT, 0.7, 0.7, 0.7))
    found = fuse(votes, groups)
    brier = {
        name: float(((chance - true) ** 2).mean())
        for name, chance in (("naive", naive), ("given", given), ("ours", found))
    }
    gain = (brier["naive"] - brier["ours"]) / (brier["naive"] - brier["given"])
    return {
        "fusion_gain": round(gain, 3),
        "fusion_error": round(_error(found, true), 4),
        "fusion_brier": {name: round(value, 4) for name, value in brier.items()},
        "fusion_lineage": [list(group) for group in groups],
        "naive_error": round(_error(naive, true), 4),
        "naive_false_above_95": round(float(1 - true[naive > 0.95].mean()), 4),
    }


def _error(chance: Any, true: Any) -> float:  # noqa: ANN401 - arrays
    """Calibration error: the gap between chance and truth in ten bins, by their share."""
    bins = np.minimum((chance * 10).astype(int), 9)
    return float(
        sum(
            abs(chance[bins == b].mean() - true[bins == b].mean()) * (bins == b).mean()
            for b in np.unique(bins)
        )
    )


def size(told: World) -> dict[str, Any]:
    """Five times the world."""
    parts = [years_on(told.told, 2 * number) for number in range(TIMES)]
    whole = [
        pa.concat_tables(tables, promote_options="permissive").unify_dictionaries()
        for tables in zip(*parts, strict=True)
    ]
    begin = time.perf_counter()
    groups = Stories(*whole).groups()
    seconds = time.perf_counter() - begin
    reports = sum(len(group.reports) for group in groups)
    return {"group_s": round(seconds, 1), "group_reports": reports}


def rivals(data: Path, told: World, options: argparse.Namespace) -> dict[str, Any]:
    """MinHash on the same texts."""
    paths = sorted((data.parent / "inputs" / "articles").glob("*.txt"))
    two = {path.name: path.read_text("utf-8") for path in paths}
    texts: dict[str, str] = {}
    items = told.told.items
    for urn, text in zip(items["urn"].to_pylist(), items["text"].to_pylist(), strict=True):
        if urn in told.story:
            texts[urn] = f"{texts.get(urn, '')}\n{text}"
    try:
        shared = minhash(two, options.environments, options.limit)
        found = minhash(texts, options.environments, options.limit)
    except NotRun as error:
        return {"not_run": str(error)}
    return {"minhash": {"articles": shared["alike"], **agreement(found["of"], told.story)}}


def main() -> int:
    """Measure and print one JSON document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--seed", type=int, default=11, help="of the made world")
    parser.add_argument("--scale", choices=("small", "medium"), default="medium")
    parser.add_argument("--rivals", action="store_true")
    parser.add_argument("--environments", type=Path, default=PLACE, help="rivals' are kept here")
    parser.add_argument("--limit", type=int, default=900, help="seconds for a step of a rival")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print("  a world is written and read in", file=sys.stderr)
        told = world(Path(folder), given.seed, given.scale)
    answer = {
        **articles(given.data),
        **unrelated(given.data, told, given.seed),
        **copies(told),
        **fusion(given.seed),
        **size(told),
    }
    answer["rivals"] = (
        rivals(given.data, told, given) if given.rivals else {"not_run": "ask with --rivals"}
    )
    print(json.dumps(answer, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
