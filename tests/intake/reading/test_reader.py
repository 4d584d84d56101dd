"""The reader as a whole: what it makes of the development set and of any text at all."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.intake.reading import Reading, counted, place, propose
from headwater.model import Modality, schema
from tests.intake.reading.development_set import EXAMPLES, REPORT_DATE, Example
from tests.intake.reading.reports_set import SAMPLES, Sample

TODAY = date.fromisoformat(REPORT_DATE)
OF_THEIR_OWN = {"Place", "PublicBody"}


def told(reading: Reading) -> list[str]:
    """Claims as `Schema.property value`, what they point to by name, each once a mention."""
    names = {c.mention: c.value for c in reversed(reading.claims) if c.property == "name"}
    schemata = {c.mention: c.schema for c in reading.claims}
    lines: dict[tuple[str, str, str], None] = {}
    for claim in reading.claims:
        if claim.schema in OF_THEIR_OWN:
            continue
        value = claim.value
        if value.startswith("=place:"):
            found = place(value)
            value = found.name if found else value
        elif value.startswith("@"):
            value = names.get(value[1:], schemata[value[1:]])
        value = value.removeprefix("=body:")
        lines[claim.mention, f"{claim.schema}.{claim.property}", value] = None
    return [f"{prop} {value}" for _, prop, value in lines]


def expected(example: Example) -> list[str]:
    return [" ".join(line.split()) for line in example.claims.split(";") if line.strip()]


def read(example: Example) -> Reading:
    return propose(example.text, report_date=TODAY)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.language}: {e.text[:50]}")
def test_a_sentence_says_what_it_says_and_nothing_else(example: Example) -> None:
    assert Counter(told(read(example))) == Counter(expected(example))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.language}: {e.text[:50]}")
def test_every_claim_fits_the_vocabulary_and_carries_its_words(example: Example) -> None:
    for claim in read(example).claims:
        assert example.text[claim.start : claim.end].strip()
        prop = schema(claim.schema).properties[claim.property]
        assert not prop.words or claim.value in prop.words
        assert claim.modality in {m.value for m in Modality}
        assert not prop.range or claim.value.startswith(("@", "=place:", "=body:"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: f"{s.language}: {s.text[:50]}")
def test_a_report_in_any_manner_says_what_it_says(sample: Sample) -> None:
    found = set(told(propose(sample.text, report_date=TODAY)))
    wanted = [part.strip() for part in sample.claims.split(";") if part.strip()]
    assert [one for one in wanted if found.isdisjoint(one.split("|"))] == []
    assert not found & {part.strip() for part in sample.never.split(";")}


ALPHABET = st.sampled_from(" \n.,:;-()\"'@+€£0123456789abcdeMNSčđшЂљë٣فİß—…•") | st.characters(
    codec="utf-8"
)
TRADE = st.lists(
    st.sampled_from([*(w for e in EXAMPLES for w in e.text.split(" ")), "\n", ". ", "- ", "to:\n"]),
    max_size=60,
).map(" ".join)
TEXTS = st.text(ALPHABET, max_size=300) | TRADE


@given(TEXTS)
def test_any_text_is_read_and_every_span_lies_in_it(text: str) -> None:
    for claim in propose(text, report_date=TODAY).claims:
        assert 0 <= claim.start < claim.end <= len(text)
        assert claim.value
        assert claim.property in schema(claim.schema).properties


@given(TEXTS)
def test_the_same_text_gives_the_same_reading(text: str) -> None:
    assert propose(text, report_date=TODAY) == propose(text, report_date=TODAY)


@given(TEXTS, st.sampled_from(["\n", " ", "\n\n", " \n "]))
def test_white_space_at_the_end_changes_nothing(text: str, space: str) -> None:
    whole = text.rstrip()
    assert propose(whole, report_date=TODAY) == propose(whole + space, report_date=TODAY)


def test_a_person_is_known_again_far_down_a_long_text() -> None:
    filler = "Nothing else was said about the weather on the coast that day.\n" * 300
    text = "The organiser Besnik Tarova charges fees.\n" + filler + "Tarova was seen again."
    names = [c for c in propose(text).claims if c.property == "name" and c.schema == "Person"]
    assert len({c.mention for c in names}) == 1
    assert text[names[-1].start : names[-1].end] == "Tarova"
    assert names[-1].start > 12_000


ODD = {
    "no language that is known": "Zxq vbnm qwrt plkj hgfd zxcv. Qwrtz plmn bvcx!",
    "three languages": (
        "Besnik Tarova was arrested in Niš on 4 May 2026. Полицијата запленила три гумени чамци во "
        "Струга. Shoferi Agim Beqollari transportoi 10 emigrantë nga Tirana në Shkodër."
    ),
    "a table pasted as text": "name\tphone\tfee\nBesnik Tarova\t+381 60 555 0142\tEUR 500\n" * 40,
    "noise of scanning": (
        "Th3 dr1ver 8esnik T@rova w4s arrcsted 1n N1š 0n 4 M@y 2O26; fee l,5OO eur0s p€r pers0n."
    ),
    "contradictory dates": (
        "On 31.02.2026 (Monday 4 May 2026, i.e. 5 May 2026) police in Niš arrested two men."
    ),
    "one line": "Besnik Tarova moved 9 people from Niš to Šid " * 400,
    "marks only": "…—–«»„“()[]{}<>@#%&*+=~^|\\/" * 50,
}


@pytest.mark.parametrize("odd", ODD)
def test_odd_texts_are_read_where_it_is_safe_and_never_break(odd: str) -> None:
    text = ODD[odd]
    for claim in propose(text, report_date=TODAY).claims:
        assert text[claim.start : claim.end].strip()


def test_each_language_of_a_mixed_text_is_read() -> None:
    found = set(told(propose(ODD["three languages"], report_date=TODAY)))
    assert {"Arrest.person Besnik Tarova", "Seizure.article boats", "Leg.persons 10"} <= found


def test_dates_that_contradict_each_other_date_nothing() -> None:
    claims = propose(ODD["contradictory dates"], report_date=TODAY).claims
    assert ("Arrest", "persons") in {(c.schema, c.property) for c in claims}
    assert not [c for c in claims if c.property == "date"]


NAMES = st.sampled_from(["Besnik Tarova", "Ilir Shenaj", "Zoran Gavrić", "Златан Зукић"])


@given(NAMES, st.sampled_from(["victim", "migrant", "witness", "child"]), TEXTS)
def test_who_is_said_to_be_a_victim_is_named_nowhere(name: str, word: str, text: str) -> None:
    report = f"{text}\nThe {word} {name} was interviewed in Dover.\n{text}"
    named = {c.value for c in propose(report).claims if c.property == "name"}
    assert name not in named or name in text


def test_what_is_too_long_to_read_is_told() -> None:
    reading = propose("x" * 500_000)
    assert reading.unread == 300_000


@pytest.fixture(scope="module")
def articles(shared: Path) -> dict[str, str]:
    folder = shared / "inputs" / "articles"
    return {path.stem[-1]: path.read_text(encoding="utf-8") for path in folder.glob("*.txt")}


AIMS = {
    "a": {
        "Share intelligence on smuggling route patterns",
        "Identify and target key organisers within criminal networks",
        "Develop joint operational strategies to disrupt smuggling activities",
        "Enhance border security measures across the region",
    },
    "b": {
        "Gather real-time intelligence on smuggling operations",
        "Strengthen cooperation with Balkan law enforcement agencies",
        "Intercept migrants before they embark on dangerous Channel crossings",
        "Build stronger cases against trafficking kingpins",
    },
}


@pytest.mark.parametrize("article", ["a", "b"])
def test_the_articles_aims_come_out_word_for_word_as_planned(
    articles: dict[str, str], article: str
) -> None:
    claims = [c for c in propose(articles[article]).claims if c.property == "aim"]
    assert {c.value for c in claims} == AIMS[article]
    assert {c.modality for c in claims} == {"planned"}
    assert {articles[article][c.start : c.end] for c in claims} == AIMS[article]


def test_the_first_article_names_the_places_the_body_and_the_fee(articles: dict[str, str]) -> None:
    claims = propose(articles["a"]).claims
    mentions = {c.mention for c in claims}
    assert {"=place:hw-balkans", "=place:hw-northern-france"} <= mentions
    assert {"=place:hw-english-channel", "=body:home-office"} <= mentions
    fee = {c.property: c.value for c in claims if c.schema == "Fee"}
    assert (fee["magnitude"], fee["currency"], fee["basis"]) == ("thousands", "GBP", "person")
    assert "amountLow" not in fee
    assert "amountHigh" not in fee
    assert not [c for c in claims if c.schema == "Person"]


def test_the_second_article_names_one_person_in_her_office(articles: dict[str, str]) -> None:
    claims = propose(articles["b"]).claims
    people = {(c.property, c.value) for c in claims if c.schema == "Person"}
    assert len({c.mention for c in claims if c.schema == "Person"}) == 1
    assert ("position", "Home Secretary") in people
    assert ("topics", "role.pep") in people
    assert len({value for prop, value in people if prop == "name"}) == 1


def test_the_second_article_tells_its_figure_as_a_projection(articles: dict[str, str]) -> None:
    claims = [c for c in propose(articles["b"]).claims if c.schema == "Observation"]
    assert {c.value for c in claims if c.property == "count"} == {"60000"}
    assert {c.modality for c in claims} == {"projected"}
    assert "some projections" in {c.attribution for c in claims}
    assert {c.value for c in claims if c.property == "unit"} == {"small boat arrivals"}
    assert {c.value for c in claims if c.property == "period"} == {"this year"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Goran Izmišljeni took 20 migrants. The victim Amina Neznana paid.", {"Amina Neznana"}),
        ("Жртва Амина Непозната је ту. Возио је Горан Измишљени.", {"Амина Непозната"}),
        ("Goran Izmišljeni drove a van to Horgos.", set()),
        ("", set()),
    ],
)
def test_who_is_counted_only_is_told_by_where_they_are_named(text: str, names: set[str]) -> None:
    assert {text[slice(*span)] for span in counted(text)} == names
