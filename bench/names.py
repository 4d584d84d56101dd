"""Names across scripts: how many true pairs are found at a fixed rate of false hits.

Figures (JSON, last on stdout): `*_recall_at_fpr_1e3` and `_1e4` on test folds that no table was
learned from, `ar_latn_recall_gazetteer` on Arabic-script names of Balkan places, `name_bench_f1` on
pairs in one script, speed, start and memory. Non-matches are random re-pairings of the same lists,
seed 0, listed pairs left out. `--pairs FILE --script ar|cyrl` measures any other list: CSV with the
columns left and right, in either order of scripts. Scores are those of the product: names as
written go through `read_name` and `name_bits`. `--rivals` scores the same pairs with ICU
romanisation and Jaro-Winkler, in an environment of its own.
"""

import argparse
import csv
import importlib
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
from _rivals.environment import PLACE, NotRun, printed, python_with

from headwater.resolve.names import name_bits_many, read_name
from headwater.resolve.names.scripts import script_of
from headwater.resolve.names.train import TEST, arabic_latin, cyrillic_latin, folds

Pair = tuple[str, str]
Scorer = Callable[[Sequence[Pair]], list[float]]

DATA = Path("../shared/data")
NAMED = {"ar": "arab", "cyrl": "cyrl"}
RIVAL = Path(__file__).parent / "_rivals" / "icu_names.py"
START = """
from headwater.resolve.names import name_bits, read_name
assert name_bits(read_name("\u0645\u062d\u0645\u062f"), read_name("Mohammad")) > 0
# Not getrusage: its peak is that of the process this one was started from, if that was larger.
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
"""
EXONYM = 0.35
AT_ONCE = 50_000
FEWEST = 20
NEVER = -1000.0


def ours(pairs: Sequence[Pair]) -> list[float]:
    """Bits of the product for names as they are written, on both cores where there are many."""
    if len(pairs) < AT_ONCE:
        return _scored(pairs)
    parts = [pairs[i : i + AT_ONCE] for i in range(0, len(pairs), AT_ONCE)]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        return [bits for part in pool.map(_scored, parts) for bits in part]


def _scored(pairs: Sequence[Pair]) -> list[float]:
    """Bits; a text that is no name by itself (a title, a letter) is never matched with anything."""
    read = [(read_name(left), read_name(right)) for left, right in pairs]
    unreadable = [bool(left.problem or right.problem) for left, right in read]
    bits = name_bits_many(read)
    return [NEVER if bad else one for bad, one in zip(unreadable, bits, strict=True)]


def re_paired(pairs: Sequence[Pair], count: int) -> list[Pair]:
    """Random pairs of the same sides that are not listed, seed 0."""
    seeded = np.random.default_rng(0)
    listed = set(pairs)
    found: list[Pair] = []
    while len(found) < count:
        drawn = seeded.integers(len(pairs), size=(count - len(found), 2)).tolist()
        made = ((pairs[i][0], pairs[j][1]) for i, j in drawn)
        found += [pair for pair in made if pair not in listed]
    return found


def recall_at(
    matches: Sequence[float], others: Sequence[float], rate: float
) -> tuple[float, float]:
    """Share of matches above the score that so many of the non-matches reach, and that score."""
    falling = sorted(others, reverse=True)
    threshold = falling[min(int(len(falling) * rate), len(falling) - 1)]
    return sum(score > threshold for score in matches) / len(matches), threshold


def figures(pairs: Sequence[Pair], key: str, count: int, score: Scorer) -> dict[str, object]:
    """Recall at both rates under a key, with the slices by length and the hard non-matches."""
    matches, others = score(pairs), score(re_paired(pairs, count))
    found: dict[str, object] = {f"{key}_pairs": len(pairs)}
    for name, rate in (("1e3", 1e-3), ("1e4", 1e-4)):
        recall, threshold = recall_at(matches, others, rate)
        found[f"{key}_recall_at_fpr_{name}"] = round(recall, 4)
        found[f"{key}_threshold_{name}"] = round(threshold, 2)
    found[f"{key}_slices"] = slices(pairs, matches, recall_at(matches, others, 1e-3)[1])
    hard = hard_non_matches(pairs)
    if hard:
        found[f"{key}_recall_at_fpr_1e2_hard"] = round(recall_at(matches, score(hard), 1e-2)[0], 4)
    return found


def hard_non_matches(pairs: Sequence[Pair]) -> list[Pair]:
    """Pairs whose right side shares the first two letters and the last with the true one."""
    alike: dict[str, list[Pair]] = defaultdict(list)
    for left, right in pairs:
        alike[right[:2].casefold() + right[-1:].casefold()].append((left, right))
    listed = set(pairs)
    return [
        (one[0], other[1])
        for group in alike.values()
        for one, other in zip(group, group[1:] + group[:1], strict=True)
        if (one[0], other[1]) not in listed
    ]


def slices(pairs: Sequence[Pair], matches: Sequence[float], threshold: float) -> dict[str, object]:
    """Recall at the same threshold by length of the left word, and by letters that are hard."""
    classes: dict[str, Callable[[str], bool]] = {
        "short (up to 3 letters)": lambda word: len(word) <= 3,
        "middle (4 to 6)": lambda word: 4 <= len(word) <= 6,
        "long (7 and more)": lambda word: len(word) >= 7,
        "with ain, hamza or hah": lambda word: bool(re.search("[عءأإئؤحه]", word)),
        "with the article": lambda word: word.startswith("ال"),
        "with jeem, ghain, qaf or gaf": lambda word: bool(re.search("[جغقگ]", word)),
        "with letters of Persian, Kurdish, Urdu or Pashto": lambda word: bool(
            re.search("[پچژگڤۆێەڕڵٹڈڑکیےټډړښڼ]", word)
        ),
        "with soft or hard sign": lambda word: bool(re.search("[ьъ]", word)),
        "with zh, ch, sh, shch or ts": lambda word: bool(re.search("[жчшщц]", word)),
    }
    kept = set(without_exonyms(pairs))
    found: dict[str, object] = {}
    scored = list(zip(pairs, matches, strict=True))
    for name, belongs in classes.items():
        found[name] = _share([s for pair, s in scored if belongs(pair[0])], threshold)
    found["without exonyms"] = _share([s for pair, s in scored if pair in kept], threshold)
    return found


def _share(scores: Sequence[float], threshold: float) -> dict[str, float]:
    above = sum(score > threshold for score in scores)
    return {"pairs": len(scores), "recall": round(above / max(1, len(scores)), 4)}


def test_fold(pairs: list[Pair]) -> list[Pair]:
    """The listed pairs that neither taught nor tuned a table."""
    return [pair for pair, fold in zip(pairs, folds(pairs), strict=True) if fold == TEST]


def gazetteer(data: Path) -> list[Pair]:
    """Names of one word in Arabic script with the main name of their place."""
    file = data / "gazetteer" / "geonames_balkans_500plus.csv"
    found: set[Pair] = set()
    with file.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            for other in row["alt_names"].split("|"):
                if _one_word(row["name"]) and _one_word(other) and script_of(other) == "arab":
                    found.add((other, row["name"]))
    return sorted(found)


def _one_word(name: str) -> bool:
    return bool(name) and not re.search(r"[\s\-/(),،]", name)


def without_exonyms(pairs: Iterable[Pair]) -> list[Pair]:
    """Pairs whose consonants agree roughly, by a romanisation that knows none of our tables."""
    from anyascii import anyascii
    from rapidfuzz.distance import Levenshtein

    def consonants(name: str) -> str:
        bare = re.sub(r"[^a-z]", "", anyascii(name).lower())
        return re.sub(r"[aeiouywh]", "", bare).translate(str.maketrans("vpqzgj", "fbkskk"))

    return [
        (left, right)
        for left, right in pairs
        if Levenshtein.normalized_similarity(consonants(left), consonants(right)) >= EXONYM
    ]


def listed_pairs(file: Path, script: str) -> list[Pair]:
    """Rows of a pair file with the side in that script first; rows without it stay as they are.

    Rows that lack a side are left out, and counted on stderr.
    """
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.DictReader(lines)
        if not {"left", "right"} <= set(rows.fieldnames or ()):
            sys.exit(f"{file}: line 1 names no columns left and right, parted by a comma")
        sides = [((row["left"] or "").strip(), (row["right"] or "").strip()) for row in rows]
    pairs = [pair for pair in sides if all(pair)]
    if len(pairs) < len(sides):
        print(f"  {file}: {len(sides) - len(pairs)} rows lack a side", file=sys.stderr)
    if len(set(pairs)) < FEWEST:
        sys.exit(f"{file}: {len(set(pairs))} pairs are too few to be re-paired at random")
    return [
        (b, a) if script_of(b) == script and script_of(a) != script else (a, b) for a, b in pairs
    ]


def start() -> dict[str, float]:
    """Seconds and memory of a fresh process that imports and scores once; the median of five."""
    seconds, peaks = [], []
    for _ in range(5):
        begin = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", START], check=True, capture_output=True, text=True
        )
        seconds.append(time.perf_counter() - begin)
        peaks.append(float(done.stdout) / 1024)
    return {
        "names_start_s": round(statistics.median(seconds), 3),
        "names_peak_mb": round(statistics.median(peaks), 1),
    }


def speed(pairs: Sequence[Pair]) -> float:
    """Pairs a second that were not scored before, names as written."""
    made = re_paired(pairs, 30_000)
    begin = time.perf_counter()
    ours(made)
    return round(len(made) / (time.perf_counter() - begin))


def rival(sets: dict[str, list[Pair]], options: argparse.Namespace) -> dict[str, object]:
    """ICU romanisation with Jaro-Winkler on the same pairs, in an environment of its own."""
    found: dict[str, object] = {"name": "ICU Any-Latin; Latin-ASCII + Jaro-Winkler"}
    try:
        python = python_with(("PyICU", "rapidfuzz"), options.environments, options.limit)
        with tempfile.TemporaryDirectory(prefix="headwater-pairs-") as folder:
            for key, pairs in sets.items():
                asked = partial(_similarity, python, Path(folder) / "pairs.tsv", options.limit)
                found |= figures(pairs, key, options.non_matches, asked)
    except NotRun as error:
        found["not_run"] = str(error)
    return found


def _similarity(python: Path, asked: Path, limit: int, pairs: Sequence[Pair]) -> list[float]:
    """The rival's similarity of each pair."""
    asked.write_text("".join(f"{a}\t{b}\n" for a, b in pairs), encoding="utf-8")
    return [float(line) for line in printed([str(python), str(RIVAL), str(asked)], limit).split()]


def everything(data: Path) -> dict[str, list[Pair]]:
    """The pairs behind each promised figure, by key."""
    return {
        "ar_latn": test_fold(arabic_latin(data)),
        "gazetteer": gazetteer(data),
        "cyrl_latn": test_fold(cyrillic_latin(data)),
    }


def same_script(data: Path) -> dict[str, object]:
    """The figures of the section on names in one script."""
    found: dict[str, object] = importlib.import_module("bench._name_cases").run(data)
    return found


def main() -> None:
    """Measure and print one JSON document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--pairs", type=Path, help="another pair file: CSV with left,right")
    parser.add_argument("--script", choices=sorted(NAMED), default="ar", help="of its one side")
    parser.add_argument("--rivals", action="store_true")
    parser.add_argument("--non-matches", type=int, default=1_000_000)
    parser.add_argument("--environments", type=Path, default=PLACE, help="the rival's is kept here")
    parser.add_argument("--limit", type=int, default=900, help="seconds for a step of the rival")
    given = parser.parse_args()
    if given.pairs:
        key = "ar_latn" if given.script == "ar" else "cyrl_latn"
        sets = {key: listed_pairs(given.pairs, NAMED[given.script])}
        answer: dict[str, object] = {"pairs": str(given.pairs)}
    else:
        sets = everything(given.data)
        answer = {**start(), "pairs_per_s": speed(sets["ar_latn"]), **same_script(given.data)}
    for key, pairs in sets.items():
        found = figures(pairs, key, given.non_matches, ours)
        print(f"  {json.dumps(found, ensure_ascii=False)}", file=sys.stderr, flush=True)
        answer |= found
    if "gazetteer_recall_at_fpr_1e3" in answer:
        answer["ar_latn_recall_gazetteer"] = answer["gazetteer_recall_at_fpr_1e3"]
    if given.rivals:
        answer["rival"] = rival(sets, given)
    else:
        answer["rival"] = {"not_run": "ask with --rivals"}
    print(json.dumps(answer, ensure_ascii=False))


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    main()
