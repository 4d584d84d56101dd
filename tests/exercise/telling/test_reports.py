"""Text reports: their form, their languages, and what the truth says about them."""

import re

import pytest

KEYS = {"originator", "urn", "title", "date of information", "date of record", "date"}
OPTIONAL = {"grading", "handling"}
NATIVE = r"[123][A-E]-(?:P|C/A[123]/S[12])"
FOREIGN = r"5x5x5 [A-E][1-5][1-5]|4x4 [ABCX][1-4] H[0-3]|Admiralty [A-F][1-6]"
MARK = re.compile(rf"\[({NATIVE}|{FOREIGN})\]$")
REAL_BODIES = (
    *("Home Office", "Europol", "Frontex", "Eurojust", "Interpol", "INTERPOL", "Border Force"),
    *("National Crime Agency", "NCA", "MUP", "МУП", "SIPA", "СИПА", "Policia e Shtetit", "ГДГП"),
    *("Gendarmerie", "Bundespolizei", "ДАНС", "BIA", "Red Cross", "UNHCR"),
)
LETTERS = {
    "sr-Latn": "čšž",
    "bs": "ije",
    "sq": "ë",
    "mk": "ј",
    "bg": "ъ",
    "sr-Cyrl": "ј",
}


def parse(text: str) -> tuple[dict[str, str], list[str]]:
    head, _, body = text.partition("\n\n")
    header = dict(line.split(": ", 1) for line in head.splitlines())
    return {key.lower(): value for key, value in header.items()}, body.splitlines()


@pytest.fixture(scope="module")
def derivations(world):
    return world.rows("derivations")


def test_every_report_has_a_header_a_reader_can_parse(world):
    formed = {file: text for file, text in world.texts().items() if not file.startswith("press/")}
    assert len(formed) > 200
    for file, text in formed.items():
        header, body = parse(text)
        assert set(header) <= KEYS | OPTIONAL, file
        assert {"originator", "urn", "title"} <= set(header), file
        dates = [value for key, value in header.items() if key.startswith("date")]
        assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", date) for date in dates), file
        items = [line for line in body if not line.startswith("Provenance: ")]
        assert items, file
        if "grading" in header:
            assert MARK.fullmatch(f"[{header['grading']}]"), file
        else:
            assert all(MARK.search(item) for item in items), file
        numbered = [item for item in items if re.match(r"\d+\. ", item)]
        assert len(items) == 1 or [int(item.split(".")[0]) for item in numbered] == list(
            range(1, len(items) + 1)
        ), file


def test_all_languages_and_both_serbian_scripts_are_there(world, derivations):
    texts = world.texts()
    for language, letters in LETTERS.items():
        said = [texts[row["report"]] for row in derivations if row["language"] == language]
        assert len(said) >= 8, language
        assert any(letter in text for text in said for letter in letters), language
    assert sum(row["language"] == "en" for row in derivations) > 40


def test_a_cyrillic_report_has_no_latin_sentence(world, derivations):
    texts = world.texts()
    latin_word = re.compile(r"\b[a-zčćšžđ]{4,}\b")
    for row in derivations:
        if row["language"] in {"sr-Cyrl", "mk", "bg"} and row["kind"] == "original":
            items = re.sub(r"@\w+|\"[^\"]*\"", "", texts[row["report"]].partition("\n\n")[2])
            assert not latin_word.search(items), row["report"]


def test_press_stories_have_no_header(world, derivations):
    press = [row for row in derivations if row["kind"] == "press"]
    assert press
    for row in press:
        assert row["urn"] == ""
        assert "Originator:" not in world.texts()[row["report"]]


def test_urns_are_unique(derivations):
    urns = [row["urn"] for row in derivations if row["urn"]]
    assert len(urns) == len(set(urns)) > 200


def test_a_copy_repeats_the_words_and_a_rewrite_does_not_claim_more_facts(world, derivations):
    texts, facts = world.texts(), {}
    for fact in world.rows("report_facts"):
        facts.setdefault(fact["report"], set()).add((fact["event"], fact["kind"], fact["value"]))
    copies = [row for row in derivations if row["kind"] == "copy"]
    for row in copies:
        assert facts[row["report"]] == facts[row["derives_from"]]
        body = texts[row["report"]].partition("\n\n")[2]
        sentence = max(re.split(r"[\[\n]", body), key=len).strip().removeprefix("1. ")
        assert sentence[-30:] in texts[row["derives_from"]]
    events = {report: {event for event, _, _ in stated} for report, stated in facts.items()}
    for row in derivations:
        if row["kind"] == "rewrite":
            assert events[row["report"]] <= events[row["derives_from"]]


def test_facts_stand_in_the_text_word_for_word(world):
    texts = world.texts()
    facts = world.rows("report_facts")
    assert len(facts) > 1000
    for fact in facts:
        text = texts[fact["report"]]
        assert (
            fact["text"] in text
            or fact["text"].capitalize() in text
            or (fact["text"][0].upper() + fact["text"][1:] in text)
        ), fact


def test_some_reports_come_late(derivations):
    from datetime import date

    lags = [
        (date.fromisoformat(row["record_date"]) - date.fromisoformat(row["information_date"])).days
        for row in derivations
    ]
    assert min(lags) >= 0
    assert max(lags) >= 30
    assert sorted(lags)[len(lags) // 2] <= 7


def test_no_body_that_exists_is_named(world):
    for path in world.reports.rglob("*"):
        if path.suffix in {".txt", ".csv"}:
            text = path.read_text("utf-8")
            named = [body for body in REAL_BODIES if re.search(rf"\b{re.escape(body)}\b", text)]
            assert not named, path


def test_nothing_is_recorded_before_it_is_known_or_after_the_world_ends(derivations):
    for row in derivations:
        assert row["information_date"] <= row["record_date"] <= "2025-12-31", row["report"]
