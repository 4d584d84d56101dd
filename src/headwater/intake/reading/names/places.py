"""Places: the gazetteer, from GeoNames and our own table of the trade's places."""

from collections.abc import Iterator
from functools import cache

from headwater.intake.reading.names import spelling
from headwater.intake.reading.names.inflection import bare
from headwater.model import Place

WELL_KNOWN = 50_000
"""A town of at least so many people is taken wherever its name stands; a smaller one only where
the text speaks of a place (after a preposition, or beside another place)."""

_NEARNESS = {
    **dict.fromkeys(("RS", "BA", "ME", "MK", "AL", "XK"), 3),
    **dict.fromkeys(("HR", "HU", "BG", "RO", "GR"), 2),
    "TR": 1,
}


class _Gazetteer:
    def __init__(self) -> None:
        self.places: dict[str, Place] = {}
        self.population: dict[str, int] = {}
        self.forms: dict[str, set[str]] = {}
        by_name: dict[tuple[str, str], str] = {}
        for row in spelling.rows("places.csv"):
            if any(character.isdigit() for character in row["name"]):
                continue
            self._put(row, int(row["population"]))
            known = by_name.setdefault((row["name"], row["country"]), row["id"])
            if self.population[row["id"]] > self.population[known]:
                by_name[row["name"], row["country"]] = row["id"]
        for row in spelling.rows("trade_places.csv"):
            if row["id"] == "gn":
                known = by_name[row["name"], row["country"]]
                self.forms[known] |= _forms(row["spellings"])
                self.population[known] = max(self.population[known], WELL_KNOWN)
            else:
                self._put(row, 1_000_000)

    def _put(self, row: dict[str, str], population: int) -> None:
        latitude = float(row["lat"]) if row["lat"] else None
        longitude = float(row["lon"]) if row["lon"] else None
        spellings = tuple(s.rstrip("~^") for s in row["spellings"].split("|"))
        self.places[row["id"]] = Place(
            row["id"], row["name"], row["kind"], row["country"], latitude, longitude, spellings
        )
        self.population[row["id"]] = population
        self.forms[row["id"]] = _forms(row["spellings"])

    def rank(self, place: str) -> tuple[int, int, int, str]:
        """Where it stands among places of one name; the smallest first."""
        people = self.population[place]
        nearness = _NEARNESS.get(self.places[place].country, 0)
        return -max(people, WELL_KNOWN), -nearness, -people, place


def _forms(spellings: str) -> set[str]:
    return {f for marked in spellings.split("|") for f in spelling.forms(marked) if len(f) > 1}


@cache
def _gazetteer() -> _Gazetteer:
    return _Gazetteer()


@cache
def _by_form() -> dict[str, str]:
    """Form -> the place it most likely means; see `lookup`."""
    gazetteer = _gazetteer()
    chosen: dict[str, str] = {}
    for place in sorted(gazetteer.places, key=gazetteer.rank):
        for form in sorted(gazetteer.forms[place]):
            chosen.setdefault(form, place)
    return chosen


def place_forms() -> Iterator[tuple[str, str]]:
    """Each form with the id of its place."""
    everyday = spelling.word_set("everyday_places")
    for form, place in _by_form().items():
        if well_known(place) or form.lower() not in everyday:
            yield place, form


def also_a_name(form: str) -> bool:
    """Whether people are called so as well (Milan, Sofia): then only the words around it tell."""
    return form.lower() in spelling.word_set("also_names")


def well_known(place: str) -> bool:
    """Whether the name needs no words around it that speak of a place."""
    return _gazetteer().population[place] >= WELL_KNOWN


def lookup(name: str) -> Place | None:
    """The place of that name in any spelling of the gazetteer, or None.

    Of several places with one name, ours and the well-known ones come first, the one with most
    people before the others; then the one whose country is nearer to the Western Balkans, whatever
    its size (Foca is Foča in Bosnia, not Foça in Turkey); then the one with most people.
    """
    stripped = name.strip()
    found = _by_form().get(stripped) or _by_form().get(bare(stripped))
    return _gazetteer().places[found] if found else _lookup_any_case(stripped)


def _lookup_any_case(name: str) -> Place | None:
    found = _by_form().get(name.title()) if name else None
    return _gazetteer().places[found] if found else None


def place(identifier: str) -> Place | None:
    """The place with that id (`gn-3189595`, also `place:gn-3189595`), or None."""
    return _gazetteer().places.get(identifier.removeprefix("=").removeprefix("place:"))
