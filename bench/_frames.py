"""Frames: what is read in the text reports of a made world. A section of `bench/reading.py`.

- `fee_recall`, `fee_precision`: fees whose ends, currency and basis are all right
- `route_recall`: stretches whose origin, destination and, where the text says it, mode are right
- `route_precision`: proposed legs whose two ends the report states; a report states some stretches
  only in passing, so this is a lower bound
- `span_validity`: claims whose words are those of the text at their place
- `frames`: each of these by language, people, roles, counts, dates, phones and modality beside them
- `reports_per_s`: reports read a second on one core and by two processes, the reader alone, after
  it has read a third of as many

The world is written for the seed asked for; nothing of its truth is seen by the reader.
"""

import argparse
import csv
import gc
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from itertools import chain
from math import cos, hypot, radians
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any, NamedTuple

from headwater.exercise import Scale, write_world
from headwater.intake import DoorOptions, Taken, place, read_paths
from headwater.intake.reading import propose
from headwater.model import Statement

TEST = 101
"""Seed of the world that figures are told of; worlds of the seeds 1 to 9 are for development."""
REPORTS = 1500
NEAR_KM = 12
_KM = {"border_segment": 60}
TODAY = date(2035, 1, 1)
SHORT = 600
"""Characters of a short report."""
CHUNK = 20
"""Reports that a process is handed at a time."""

Text = tuple[str, date | None]
"""A report and its day."""


class Stated(NamedTuple):
    """A fact of the truth: what one item of a report states."""

    event: str
    modality: str
    slots: dict[str, tuple[str, str]]
    """Slot -> (words, normal form)."""


Facts = dict[tuple[str, int], list[Stated]]


class Item(NamedTuple):
    """One item of a report: what it states, and what was read in it."""

    key: tuple[str, int]
    language: str
    text: str
    day: date | None
    stated: list[Stated]
    read: list[Statement]


def run(data: Path, options: argparse.Namespace) -> dict[str, object]:
    """Figures on the world of a seed.

    Args:
        data: Folder of the test data; nothing is read from it.
        options: `seed`, `frames_reports` (how many reports, 0 for all), `frames_scale` and
            `frames_misses` (a file for what was missed), each of which may be missing.
    """
    del data
    given = vars(options)
    seed = given.get("seed") or TEST
    with TemporaryDirectory() as folder:
        root = Path(folder)
        scale: Scale = given.get("frames_scale") or "medium"
        write_world(root / "reports", root / "truth", seed, scale)
        return figures(root, given.get("frames_reports", REPORTS), given.get("frames_misses"))


def figures(root: Path, count: int, misses: Path | None = None) -> dict[str, object]:
    """Figures on a world that lies in `reports` and `truth` below a folder."""
    items = list(read_items(root, count))
    spots = read_spots(root)
    tally = Tally()
    for item in items:
        score(item, spots, tally)
    if misses:
        misses.write_text("\n".join(tally.missed), encoding="utf-8")
    return tally.figures() | throughput(items)


def read_items(root: Path, count: int) -> Iterator[Item]:
    """The items of a sample of the text reports, through the door of intake."""
    with (root / "truth" / "derivations.csv").open(encoding="utf-8", newline="") as file:
        languages = {row["report"]: row["language"] for row in csv.DictReader(file)}
    step = max(1, len(languages) // count) if count else 1
    chosen = sorted(languages)[::step]
    facts = read_facts(root, set(chosen))
    own: dict[str, Facts] = defaultdict(dict)
    for key, stated in facts.items():
        own[key[0]][key] = stated
    options = DoorOptions("bench", "Bench", TODAY)
    paths = [root / "reports" / file for file in chosen]
    for name, taken in zip(chosen, read_paths(paths, options), strict=True):
        yield from _items(name, languages[name], taken, own[name])


def _items(name: str, language: str, taken: Taken, facts: Facts) -> Iterator[Item]:
    found = defaultdict(list)
    for statement in taken.statements:
        found[statement.item].append(statement)
    for report in taken.reports:
        when = report.information_date or report.record_date
        day = when.earliest if when else None
        for one in report.items:
            key = (name, one.number)
            stated = facts.get(key, [])
            if len(report.items) == 1:  # an article's facts are numbered, its text is not
                stated = [fact for each in facts.values() for fact in each]
            yield Item(key, language, one.text, day, stated, found[one.number])


def read_facts(root: Path, chosen: set[str]) -> Facts:
    """What the items of these reports state."""
    facts: Facts = defaultdict(list)
    with (root / "truth" / "report_facts.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["report"] not in chosen:
                continue
            stated = facts[row["report"], int(row["item"])]
            if not stated or row["kind"] in stated[-1].slots:
                stated.append(Stated(row["event"], row["modality"], {}))
            stated[-1].slots[row["kind"]] = (row["text"], row["value"])
    return facts


class Spot(NamedTuple):
    """Where a place of the truth lies, and how far from there it still is the same place."""

    latitude: float
    longitude: float
    within_km: float


def read_spots(root: Path) -> dict[str, Spot]:
    """The places of the truth by id."""
    with (root / "truth" / "places.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["id"]: Spot(float(row["lat"]), float(row["lon"]), _KM.get(row["kind"], NEAR_KM))
            for row in csv.DictReader(file)
        }


class Tally:
    """Hits, misses and false proposals, by measure and language."""

    def __init__(self) -> None:
        self.hit: Counter[tuple[str, str]] = Counter()
        self.all: Counter[tuple[str, str]] = Counter()
        self.missed: list[str] = []

    def add(self, measure: str, item: Item, right: bool, what: object = "") -> None:
        """Count one; what went wrong is kept with its text."""
        self.all[measure, item.language] += 1
        self.hit[measure, item.language] += right
        if not right:
            self.missed.append(f"{measure}\t{item.language}\t{what}\t{item.text!r}")

    def figures(self) -> dict[str, object]:
        """Shares, over all languages and by language."""
        measures = sorted({measure for measure, _ in self.all})
        by_language: dict[str, dict[str, float]] = defaultdict(dict)
        whole: dict[str, object] = {}
        for measure in measures:
            spoken = sorted(language for m, language in self.all if m == measure)
            for language in spoken:
                share = self.hit[measure, language] / self.all[measure, language]
                by_language[language][measure] = round(share, 4)
            total = sum(self.all[measure, language] for language in spoken)
            hits = sum(self.hit[measure, language] for language in spoken)
            by_language["all"][measure] = whole[measure] = round(hits / total, 4)
        kept = ("fee_recall", "fee_precision", "route_recall", "route_precision", "span_validity")
        counted = {m: sum(n for (name, _), n in self.all.items() if name == m) for m in measures}
        return {k: whole[k] for k in kept} | {"frames": dict(by_language), "counted": counted}


def score(item: Item, spots: dict[str, Spot], tally: Tally) -> None:
    """Compare what was read in an item with what it states."""
    told = mentions(item.read)
    for statement in item.read:
        words = item.text[statement.start : statement.end]
        tally.add("span_validity", item, bool(words.strip()) and words == statement.text)
    _fees(item, told, tally)
    _routes(item, told, spots, tally)
    _people(item, told, tally)
    _details(item, told, tally)
    _phones(item, told, tally)


class Mention(NamedTuple):
    """One thing that was read: its schema, and its properties."""

    schema: str
    said: dict[str, str]
    modality: str


def mentions(read: Iterable[Statement]) -> dict[str, Mention]:
    """The statements by what they are about."""
    told: dict[str, Mention] = {}
    for one in read:
        about = told.setdefault(one.entity, Mention(one.schema, {}, one.modality))
        about.said.setdefault(one.property, one.value)
    return told


Price = tuple[str, float, float, str]


def _fees(item: Item, told: dict[str, Mention], tally: Tally) -> None:
    stated = Counter(p for s in item.stated if (p := _price(s.slots.get("fee", ("", ""))[1])))
    read: Counter[Price] = Counter()
    for one in told.values():
        if one.schema in ("Fee", "PriceAdvert"):
            read[_read_price(one.said)] += 1
    for price, count in stated.items():
        for number in range(count):
            tally.add("fee_recall", item, number < read[price], price)
    for price, count in read.items():
        for number in range(count):
            tally.add("fee_precision", item, number < stated[price], price)


def _price(normal: str) -> Price | None:
    match = re.fullmatch(r"([A-Z]*) ?([\d.]+)(?:-([\d.]+))?(?: (\w+))?", normal)
    if not match:
        return None
    low = float(match[2])
    return match[1], low, float(match[3] or low), match[4] or ""


def _read_price(said: dict[str, str]) -> Price:
    low, high = float(said.get("amountLow", -1)), float(said.get("amountHigh", -1))
    return said.get("currency", ""), low, high, said.get("basis", "")


_ON_THE_WAY = {"movement", "fee", "attempted", "advert", "control", "planned"}


def _routes(item: Item, told: dict[str, Mention], spots: dict[str, Spot], tally: Tally) -> None:
    ways = [
        one.said
        for one in told.values()
        if one.schema in ("Leg", "Fee", "PriceAdvert") and "from" in one.said and "to" in one.said
    ]
    ends = []
    for stated in item.stated:
        slots = stated.slots
        if stated.event not in _ON_THE_WAY or "p" not in slots or "q" not in slots:
            continue
        origin, goal, mode = (slots.get(slot, ("", ""))[1] for slot in ("p", "q", "mode"))
        ends.append((origin, goal))
        right = any(
            _same_place(way["from"], origin, spots)
            and _same_place(way["to"], goal, spots)
            and (not mode or mode in (way.get("mode"), ""))
            for way in ways
        )
        tally.add("route_recall", item, right, (origin, goal, mode))
    for way in ways:
        right = any(
            _same_place(way["from"], origin, spots) and _same_place(way["to"], goal, spots)
            for origin, goal in ends
        )
        tally.add("route_precision", item, right, (way["from"], way["to"]))


def _same_place(read: str, true: str, spots: dict[str, Spot]) -> bool:
    known = place(read)
    if known is None or known.latitude is None or known.longitude is None or true not in spots:
        return False
    spot = spots[true]
    north = (known.latitude - spot.latitude) * 111.2
    east = (known.longitude - spot.longitude) * 111.2 * cos(radians(spot.latitude))
    return hypot(north, east) <= spot.within_km


def _people(item: Item, told: dict[str, Mention], tally: Tally) -> None:
    """Names as they stand in the text; a name read is right where somebody stated is meant."""
    stated = {s.slots[slot][0] for s in item.stated for slot in ("a", "b") if slot in s.slots}
    read = {s.text for s in item.read if (s.schema, s.property) == ("Person", "name")}
    for name in sorted(stated):
        tally.add("people_recall", item, name in read, name)
    for name in sorted(read):
        meant = any(name in known or known in name for known in stated)
        tally.add("people_precision", item, meant, name)
    roles = {m.said.get("role", "") for m in told.values() if m.schema == "NetworkRole"}
    for one in item.stated:
        if one.event == "role" and "role" in one.slots:
            tally.add("role_recall", item, one.slots["role"][1] in roles, one.slots["role"])


_OF_DAYS = {"movement", "arrest", "seizure", "meeting", "launch", "observation", "death"}


def _details(item: Item, told: dict[str, Mention], tally: Tally) -> None:
    values = {value for one in told.values() for value in one.said.values()}
    modalities = {one.modality for one in told.values()}
    for stated in item.stated:
        for slot, measure in (("n", "count_recall"), ("d", "date_recall")):
            if slot in stated.slots and (slot == "n" or stated.event in _OF_DAYS):
                right = stated.slots[slot][1] in values
                tally.add(measure, item, right, (stated.event, stated.slots[slot]))
        if stated.modality != "done" and told:
            right = stated.modality in modalities
            tally.add("modality_recall", item, right, (stated.event, stated.modality))


def _phones(item: Item, told: dict[str, Mention], tally: Tally) -> None:
    """Phones given to the person who has them; wrong is a phone given to another."""
    for stated in item.stated:
        if "phone" not in stated.slots or "a" not in stated.slots:
            continue
        name, number = stated.slots["a"][0], stated.slots["phone"][1]
        owners = {s.entity for s in item.read if s.property == "phone" and s.value == number}
        holder = {s.entity for s in item.read if s.property == "name" and s.text == name}
        tally.add("phone_recall", item, bool(owners & holder), (name, number))
        wrong = any(told[owner].schema == "Person" for owner in owners - holder)
        tally.add("phone_precision", item, not wrong, (name, number))


def throughput(items: list[Item]) -> dict[str, object]:
    """Short reports a second, the reader alone, after it has been loaded."""
    texts: dict[str, str] = {}
    days: dict[str, date | None] = {}
    for item in items:
        texts[item.key[0]] = f"{texts.get(item.key[0], '')}\n{item.text}".strip()
        days[item.key[0]] = item.day
    short = [(text, days[key]) for key, text in texts.items() if len(text) <= SHORT]
    known, short = short[: len(short) // 3], short[len(short) // 3 :]
    _read(known)
    begin, worked = perf_counter(), process_time()
    _read(short)
    one, cpu = perf_counter() - begin, process_time() - worked
    two = _on_two_cores(known, short)
    characters = sum(len(text) for text, _ in short)
    return {
        "reports_per_s": {
            "one_core": round(len(short) / one),
            "two_cores": round(len(short) / two),
        },
        "processor_ms_per_report": round(1000 * cpu / max(1, len(short)), 2),
        "characters_of_a_short_report": round(characters / max(1, len(short))),
    }


def _on_two_cores(known: list[Text], short: list[Text]) -> float:
    """Seconds in which two processes that are at hand read the reports."""
    context = get_context("fork")
    ready = context.Barrier(3)
    with ProcessPoolExecutor(2, context, _warm, (known, ready)) as pool:
        pool.submit(len, "")  # begins both
        ready.wait()
        begin = perf_counter()
        list(pool.map(_read, [short[at : at + CHUNK] for at in range(0, len(short), CHUNK)]))
        return perf_counter() - begin


def _warm(known: list[Text], ready: Barrier) -> None:
    """Bring a reading process to where one is after its first reports."""
    _read(known)
    gc.freeze()
    ready.wait()


def _read(texts: list[Text]) -> int:
    return len(list(chain.from_iterable(propose(t, report_date=d).claims for t, d in texts)))


def main() -> int:
    """Measure and print one JSON document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=TEST)
    parser.add_argument("--frames-reports", type=int, default=REPORTS, help="0 for all")
    parser.add_argument("--frames-scale", default="medium")
    parser.add_argument("--frames-misses", type=Path, help="write what was missed to this file")
    parser.add_argument("--world", type=Path, help="a world that is written already")
    given = parser.parse_args()
    answer: dict[str, Any] = (
        figures(given.world, given.frames_reports, given.frames_misses)
        if given.world
        else run(Path(), given)
    )
    print(json.dumps(answer, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
