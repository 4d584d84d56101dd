"""What the program puts together in English is said in the reader's language, names as they are."""

import re
from pathlib import Path
from time import process_time

import pytest

import headwater
from headwater.analysis.watch import question_told, told
from headwater.desk.phrases import PHRASES, SAID, translated
from headwater.model import Statement
from headwater.node.entering import Draft, DraftItem, faults
from headwater.safeguard.watching import DANGER, Alert, Kind, Urgency, Watch
from tests.node.watching.telling import LEG

KNOWN = {
    "any new leg between {place} and {other} by {mode}": "nova: {place}–{other}, {mode}",
    "A leg {legs}.": "Etapa {legs}.",
    "from {place} to {other} by {mode}": "{place}–{other} ({mode})",
    "A person called {name}: chance {chance} that it is the watched name.": "{name}: {chance}",
    "A life may be at risk ({kinds}) at {place}; {many}.": "Život ({kinds}), {place}; {many}.",
    "The same name; a name alone never joins two persons.": "Isto ime.",
    "A join brings {count} statements together.": "Spaja {count}.",
    "{count} people": "{count} ljudi",
    "cold": "hladno",
    "van": "kombi",
}

WRONG = {"provenance": "[", "conditions": "["}


def watch(kind, **question):
    return Watch("w", kind, question, "ana", "case: Drava", "2026-11-01", "2026-12-01")


def alert(why=""):
    return Alert("a", "w", "2026-11-02", "IR 1", 1, Urgency.LIFE_AT_RISK, why, ())


def test_a_question_and_its_alert_are_said_with_their_places_and_their_mode_in_words():
    asked = watch(Kind.LEG, place="a", other="b", mode="van")
    name = {"a": "Horgoš", "b": "Van", "place:hw-horgos": "Horgoš"}.get
    assert translated(question_told(asked, name), KNOWN) == "nova: Horgoš–Van, kombi"
    leg = [Statement("IR 1", 1, n, *each, "") for n, each in enumerate(LEG, 1)]
    said = told(asked, [alert()], leg, lambda one: name(one) or "Subotica")
    assert translated(said, KNOWN) == "Etapa Subotica–Horgoš (kombi)."


def test_a_danger_is_said_with_its_kind_and_how_many():
    text = "A life may be at risk (cold) at Van; 12 people."
    assert translated(text, KNOWN) == "Život (hladno), Van; 12 ljudi."
    text = "A life may be at risk (cold, cold) at Horgoš; 12 people, 3 people."
    assert translated(text, KNOWN) == "Život (hladno, hladno), Horgoš; 12 ljudi, 3 ljudi."
    assert question_told(DANGER, str) in PHRASES


def test_a_sentence_of_which_a_part_is_not_known_is_not_said_in_two_languages():
    text = "A life may be at risk (cold, thirst) at Van; 12 people."
    assert translated(text, KNOWN) == text
    assert translated("van; what nobody knows; cold", KNOWN) == "kombi; what nobody knows; hladno"
    for odd in ("; ", "; ; ", ". ", "{}", "; a. B; "):
        assert translated(odd, KNOWN) == odd


def test_a_name_that_is_a_word_of_ours_too_stays_a_name():
    text = "A person called van: chance 0.87 that it is the watched name."
    assert translated(text, KNOWN) == "van: 0.87"


def test_several_sentences_are_said_one_by_one_and_what_is_not_known_stays():
    text = (
        "The same name; a name alone never joins two persons. A join brings 7 statements together."
    )
    assert translated(text, KNOWN) == "Isto ime. Spaja 7."
    assert translated("The same name. A join brings 7 statements together.", KNOWN) == (
        "The same name. Spaja 7."
    )
    assert translated(text, {}) == text
    assert translated("x" * 5_000, KNOWN) == "x" * 5_000


@pytest.fixture
def written():
    """What stands in the code outside the list of phrases, and what is put together of parts."""
    root = Path(headwater.__file__).parent
    files = [path for path in root.rglob("*.py") if path.name != "phrases.py"]
    files += root.rglob("danger_words.csv")
    code = "".join(path.read_text(encoding="utf-8") for path in files)
    ends = ({}, {"place": "A"}, {"place": "A", "other": "B"})
    asked = [watch(Kind.LEG, **end, mode=mode) for end in ends for mode in ("", "van", "foot")]
    together = [question_told(one, str) for one in (*asked, watch(Kind.DANGER, place="A"))]
    lacking = Draft("x" * 999, "x" * 999, "x" * 999, items=(DraftItem("x", **WRONG),))
    together += [one.what for draft in (Draft(), lacking) for one in faults(draft)]
    return re.sub(r'"\n\s*f?"', "", code) + "\n".join(together)


def test_every_phrase_is_one_that_the_program_says(written):
    pieces = (piece.strip(" .:;,()") for one in PHRASES for piece in re.split(r"\{\w+\}", one))
    assert [one for one in pieces if len(one) > len("people") and one not in written] == []


def test_phrases_within_phrases_end_soon():
    for text in ("A leg " * 90, "A leg from a to b by " * 25, "A leg by, A leg by; " * 25):
        begun = process_time()
        assert translated(text, dict.fromkeys(PHRASES, "{legs}")) == text
        assert process_time() - begun < 1


def test_a_value_that_is_said_too_has_a_phrase():
    values = {name for phrase in PHRASES for name in re.findall(r"\{(\w+)\}", phrase)}
    assert values >= SAID
