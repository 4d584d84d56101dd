"""Places: the gazetteer, from GeoNames and our own table of the trade's places."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain, islice, takewhile

from headwater.intake.reading.names import spelling
from headwater.intake.reading.names.finding import Found, Names, Takes
from headwater.intake.reading.names.inflection import bare, to_latin
from headwater.intake.reading.names.lettering import fold, same_capitals
from headwater.model import Place

WELL_KNOWN = 50_000
"""A town of at least so many people is taken wherever its name stands; a smaller one only where
the text speaks of a place (after a preposition, or beside another place)."""

LARGEST = 1_000_000
_OURS = ("crossings.csv", "trade_places.csv", "world_places.csv")
_DIGIT = re.compile(r"\d")
_LONG_ENOUGH, _SHORT = 4, 3
_NEARNESS = {
    **dict.fromkeys(("RS", "BA", "ME", "MK", "AL", "XK"), 3),
    **dict.fromkeys(("HR", "HU", "BG", "RO", "GR"), 2),
    "TR": 1,
}


class _Gazetteer:
    def __init__(self) -> None:
        self.rows: dict[str, dict[str, str]] = {}
        self.population: dict[str, int] = {}
        self.spellings: dict[str, str] = {}
        by_name: dict[tuple[str, str], str] = {}
        for row in spelling.rows("places.csv"):
            if _DIGIT.search(row["name"]):
                continue
            self._put(row, int(row["population"]))
            known = by_name.setdefault((row["name"], row["country"]), row["id"])
            if self.population[row["id"]] > self.population[known]:
                by_name[row["name"], row["country"]] = row["id"]
        for row in chain.from_iterable(map(spelling.rows, _OURS)):
            also = by_name[row["name"], row["country"]] if row["id"] == "gn" else ""
            also = also or (row["id"].removeprefix("of:") if row["id"].startswith("of:") else "")
            if also:
                self.spellings[also] += "|" + row["spellings"]
                self.population[also] = max(self.population[also], WELL_KNOWN)
            else:
                self._put(row, LARGEST)
        ordered = sorted(map(self.rank, self.rows))
        spelt = [(marked, one) for *_, one in ordered for marked in self.spellings[one].split("|")]
        self.names = Names(sorted(spelt, key=_by_sound))  # another's own name comes first

    def _put(self, row: dict[str, str], population: int) -> None:
        self.rows[row["id"]] = row
        self.population[row["id"]] = population
        self.spellings[row["id"]] = row["spellings"]

    def rank(self, place: str) -> tuple[int, int, int, str]:
        """Where it stands among places of one name; the smallest first."""
        people = self.population[place]
        nearness = _NEARNESS.get(self.rows[place]["country"], 0)
        return -max(people, WELL_KNOWN), -nearness, -people, place


def _by_sound(spelt: tuple[str, str]) -> bool:
    return spelt[0].endswith("^^")


@cache
def _gazetteer() -> _Gazetteer:
    return _Gazetteer()


def find_places(text: str) -> Iterator[Found]:
    """The longest name of a place at every word of a text.

    A name may lack its diacritics, or be in capitals throughout; in small letters it is taken only
    in a text without any capital, and only where it is long, well known and no everyday word.
    """
    small = text == fold(text)
    yield from _gazetteer().names.find(text, _small_taken if small else _taken, small=small)


@lru_cache(maxsize=4096)
def namesakes(written: str) -> tuple[str, ...]:
    """Ids of all places that are called as it is written, the likelier first."""
    return tuple(_gazetteer().names.bearers(written, _taken))


def _taken(written: str, form: str, place: str) -> bool:
    if len(form) < 2 or (form.lower() in _everyday() and not well_known(place)):
        return False
    short = len(written) <= _SHORT and written.isupper() and not form.isupper()
    return not short and same_capitals(written, form)


def _small_taken(written: str, form: str, place: str) -> bool:
    if form == written:  # a script without capitals
        return _taken(written, form, place)
    lowered = form.lower()
    sure = well_known(place) and len(form) >= _LONG_ENOUGH
    return sure and lowered not in _everyday() and not also_a_name(form)


@cache
def _everyday() -> frozenset[str]:
    return spelling.word_set("everyday_places")


def also_a_name(form: str) -> bool:
    """Whether people are called so as well (Milan, Sofia): then only the words around it tell."""
    return form.lower() in spelling.word_set("also_names")


def well_known(place: str) -> bool:
    """Whether the name needs no words around it that speak of a place."""
    return _gazetteer().population[place] >= WELL_KNOWN


@lru_cache(maxsize=4096)
def lookup(name: str) -> Place | None:
    """The place of that name in any spelling of the gazetteer, or None.

    Of several places with one name, ours and the well-known ones come first, the one with most
    people before the others; then the one whose country is nearer to the Western Balkans, whatever
    its size (Foca is Foča in Bosnia, not Foça in Turkey); then the one with most people.
    """
    stripped = name.strip()
    for written in (stripped, stripped.title()):
        for found in _gazetteer().names.find(written, _whole(written), small=True):
            if (found.start, found.end) == (0, len(written)):
                return place(found.name)
            break
    return None


def places_beginning(written: str, most: int) -> tuple[Place, ...]:
    """Places one of whose spellings begins so, in either script, the likelier first.

    Of several places with one name only the one that `lookup` means is given.

    Args:
        written: How the name begins; fewer than two letters begin none.
        most: How many places at most.
    """
    key = _beginning(written.strip())
    if len(key) < _SHORT - 1:
        return ()
    spelt = _beginnings()
    begun = takewhile(lambda one: one[0].startswith(key), spelt[bisect_left(spelt, (key,)) :])
    likely = sorted({one for _, one in begun}, key=_gazetteer().rank)
    known = (place(one) for one in likely)
    return tuple(islice((one for one in known if one and lookup(one.name) == one), most))


@cache
def _beginnings() -> list[tuple[str, ...]]:
    """Every spelling as `_beginning` has it, with the id of its place; sorted."""
    spellings = _gazetteer().spellings.items()
    return sorted(
        {
            (_beginning(spelt.rstrip("~^")), one)
            for one, spelt_all in spellings
            for spelt in spelt_all.split("|")
        }
    )


def _beginning(name: str) -> str:
    return bare(to_latin(name)).lower()


def _whole(name: str) -> Takes:
    def takes(written: str, form: str, place: str) -> bool:
        del place
        return len(written) == len(name) > 1 and same_capitals(written, form)

    return takes


@lru_cache(maxsize=4096)
def place(identifier: str) -> Place | None:
    """The place with that id (`gn-3189595`, also `place:gn-3189595`), or None."""
    known = identifier.removeprefix("=").removeprefix("place:")
    row = _gazetteer().rows.get(known)
    if row is None:
        return None
    latitude = float(row["lat"]) if row["lat"] else None
    longitude = float(row["lon"]) if row["lon"] else None
    spellings = tuple(s.rstrip("~^") for s in _gazetteer().spellings[known].split("|"))
    return Place(known, row["name"], row["kind"], row["country"], latitude, longitude, spellings)
