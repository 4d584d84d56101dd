"""Write `data/places.csv` from a GeoNames extract.

Run as `python -m headwater.intake.reading.extract SOURCE.csv OUT.csv`. The source has the columns
geonameid, name, country, lat, lon, population, alt_names (separated by a bar), as the towns and
villages of 500 and more people of the region. GeoNames is licensed CC BY 4.0; the attribution
stands in the first line of what is written.
"""

import csv
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from headwater.intake.reading.names.inflection import bare, to_cyrillic
from headwater.intake.reading.names.neighbours import albanian, bulgarian, macedonian

ATTRIBUTION = (
    "# Places: GeoNames (https://www.geonames.org), CC BY 4.0; extract and spellings ours."
)
COLUMNS = ("id", "name", "kind", "country", "lat", "lon", "population", "spellings")

KNOWN_ABROAD = 20_000
KNOWN_TO_NEIGHBOURS = 4_000
SLAVIC = frozenset(("RS", "BA", "ME", "HR", "MK", "SI", "BG"))
ALBANIAN = frozenset(("AL", "XK"))
SERBIAN = frozenset(("RS", "BA", "ME", "HR"))
NEIGHBOURS = frozenset(("RS", "ME", "MK", "BA", "BG", "GR"))  # in Albanian they take its endings

_LATIN = re.compile(r"^[A-Za-z\u00C0-\u024F' -]+$")
_CYRILLIC = re.compile(r"^[АБВГДЂЃЕЖЗЅИЈЙКЛЉМНЊОПРСТЋЌУФХЦЧЏШЩЪЬЮЯ' -]+$", re.IGNORECASE)
_GREEK = re.compile(r"^[\u0386-\u03CE' -]+$")
_ARABIC = re.compile(r"^[\u0621-\u064Aپچژگکی ]{4,}$")
_TURKISH, _OF_ALBANIAN = re.compile("[ğışİ]"), re.compile("ë")
_OF_SERBIAN = re.compile("^[A-ZČĆĐŠŽ a-zčćđšž'-]+$")
_ROMAN = dict(
    zip(
        "абвгдежзијклмнопрстћуфхцчшђљњџѓќѕщъьйюя",
        (
            "a b v g d e z z i j k l m n o p r s t c u f h c c s "
            + "dj lj nj dz gj kj dz st a  i iu ia"
        ).split(" "),
        strict=True,
    )
)
_PAIRS = (("dj", "gj"), ("sh", "s"), ("ts", "c"), ("zh", "z"), ("ch", "c"))


def extract(source: Path, out: Path) -> int:
    """Write the table; gives the number of places."""
    with source.open(encoding="utf-8", newline="") as file:
        rows = list(places(csv.DictReader(file)))
    rows.sort(key=lambda row: int(row[0].removeprefix("gn-")))
    with out.open("w", encoding="utf-8", newline="") as file:
        file.write(ATTRIBUTION + "\n")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)
    return len(rows)


def places(rows: Iterable[dict[str, str]]) -> Iterator[tuple[str, ...]]:
    """Rows of the table; a spelling that takes case endings is marked ~ (Slavic), ^ (Albanian), ^^
    (Albanian, by its sound alone: another town may really be called so).
    """
    for row in rows:
        country, name, population = row["country"], row["name"], int(row["population"] or 0)
        if len(name) < 3:
            continue
        kept = dict.fromkeys(_spellings(name, country, population, row["alt_names"].split("|")))
        where = (f"{float(row['lat']):.3f}", f"{float(row['lon']):.3f}")
        numbers = (*where, str(population))
        yield (f"gn-{row['geonameid']}", name, "town", country, *numbers, "|".join(kept))


def _spellings(name: str, country: str, population: int, others: list[str]) -> Iterator[str]:
    """Its own name, then what neighbours call it.

    All over the world a name is spelt in ways nobody here writes: near ones are kept, and those in
    letters that show a neighbour's language.
    """
    if country in ALBANIAN:
        yield name + "^"
    yield name + ("~" if _OF_SERBIAN.match(name) or _CYRILLIC.match(name) else "")
    if country in NEIGHBOURS and _LATIN.match(name):
        yield name + "^"
    own = [other for other in others if other[:1].isupper() and _plain(other) != _plain(name)]
    yield from _latin(name, country, [other for other in own if _LATIN.match(other)])
    key = _key(name)
    cyrillic = [o for o in own if _CYRILLIC.match(o) and _close(_key(o), key)]
    yield from (one + ("~" if country in SLAVIC else "") for one in cyrillic[:3])
    yield from _by_sound(name, country, population)
    yield from [other for other in own if _GREEK.match(other)][: 4 if country == "GR" else 1]
    if population >= KNOWN_ABROAD:
        yield from [other for other in others if _ARABIC.match(other)][:3]


def _by_sound(name: str, country: str, population: int) -> Iterator[str]:
    """As neighbours spell it: in letters of their own, by its sound."""
    known = population >= KNOWN_TO_NEIGHBOURS
    if known or country in NEIGHBOURS:
        heard = [one for one in albanian(name, country) if _plain(one) != _plain(name)]
        heard += [one for one in albanian(name, country) if one not in heard and "ç" in one]
        yield from (one + "^^" for one in heard[: None if known else 1])
    if known and country in SERBIAN and _OF_SERBIAN.match(name):
        spelt = to_cyrillic(name)
        yield from sorted({macedonian(spelt), bulgarian(spelt)} - {spelt})


def _latin(name: str, country: str, others: list[str]) -> Iterator[str]:
    key = _key(name)
    near = [o for o in others if country in ALBANIAN and _close(_key(o), key)]
    yield from (one + "^" for one in near[:3])
    for other in others:
        if country != "TR" and _TURKISH.search(other):
            yield other
        elif country in NEIGHBOURS and _OF_ALBANIAN.search(other):
            yield other + "^"


def _plain(name: str) -> str:
    return bare(name).lower()


def _key(name: str) -> str:
    lower = name.lower()
    roman = "".join(_ROMAN.get(c, c) for c in lower)
    spelt = bare(roman)
    for pair, letter in _PAIRS:
        spelt = spelt.replace(pair, letter)
    return re.sub("[^a-z]", "", spelt)


def _close(left: str, right: str) -> bool:
    """Whether two keys are the same but for one ending letter, or one letter within."""
    if left == right:
        return True
    if left[:1] != right[:1] or abs(len(left) - len(right)) > 1 or len(right) < 5:
        return False
    same = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        same += 1
    rest_left, rest_right = left[same:], right[same:]
    return rest_left[1:] in (rest_right, rest_right[1:]) or rest_left == rest_right[1:]


if __name__ == "__main__":
    written = extract(Path(sys.argv[1]), Path(sys.argv[2]))
    sys.stdout.write(f"{written} places\n")
