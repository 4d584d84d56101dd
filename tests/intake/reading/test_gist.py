"""The gist of a text by a translator on the machine."""

import shutil
from pathlib import Path

import pytest

from headwater.intake.reading import gists

REPORT = (
    "Vozač Milenko Stojkić je 15. marta 2026. prevezao 12 lica iz Preševa u Suboticu. "
    "Zove se 065 123 4567.\n\nTwo men were arrested near the port on Tuesday.\n\n"
    "Возачот беше уапсен во Табановце, велат од полицијата."
)

SHOUTS = """#!/bin/sh
if [ "$1" = "-l" ]; then echo "  hbs-eng"; exit 0; fi
tr 'a-zšđčćž' 'A-ZŠĐČĆŽ'
"""


@pytest.fixture
def fake(tmp_path: Path) -> Path:
    """A translator that writes everything in capitals."""
    program = tmp_path / "apertium"
    program.write_text(SHOUTS, encoding="utf-8")
    program.chmod(0o755)
    return program


def rewritten(fake: Path, body: str) -> str:
    fake.write_text("#!/bin/sh\n" + body, encoding="utf-8")
    return str(fake)


def test_names_numbers_and_phones_come_back_as_they_were(fake: Path) -> None:
    first, second = gists(REPORT, program=str(fake)).sentences
    assert REPORT[first.start : first.end].startswith("Vozač Milenko")
    assert first.text.startswith("VOZAČ Milenko Stojkić JE 15")
    assert "IZ Preševa U Suboticu" in first.text
    assert "065 123 4567" in second.text
    assert first.pair == "hbs-eng"


def test_what_cannot_be_translated_is_told_in_one_line(fake: Path) -> None:
    note = gists(REPORT, program=str(fake)).note
    assert "no pair for mk is installed" in note
    assert "\n" not in note


def test_english_needs_no_gist(fake: Path) -> None:
    english = "Two men were arrested near the port on Tuesday."
    assert gists(english, program=str(fake)) == ((), "")


def test_without_the_program_it_says_so() -> None:
    found = gists(REPORT, program="no-such-program")
    assert found.sentences == ()
    assert "not installed" in found.note


def test_serbian_cyrillic_is_given_to_the_pair_in_latin_letters(fake: Path) -> None:
    (only,) = gists("Возач је ухапшен у Љубовији.", program=str(fake)).sentences
    assert only.text.startswith("VOZAČ JE UHAPŠEN U Љубовији")


LISTS = 'if [ "$1" = "-l" ]; then echo hbs-eng; exit 0; fi\n'


@pytest.mark.parametrize("body", ["sleep 5", "exit 3", "echo one; echo two; echo three"])
def test_a_program_that_hangs_fails_or_answers_otherwise_is_left(fake: Path, body: str) -> None:
    program = rewritten(fake, LISTS + body)
    found = gists("Vozač je uhapšen na granici.", program=program, seconds=0.5)
    assert found.sentences == ()
    assert "hbs-eng gave no answer" in found.note


def test_a_name_that_the_machine_loses_is_named_at_the_end(fake: Path) -> None:
    program = rewritten(fake, LISTS + "echo The driver came.")
    (only,) = gists("Vozač je stigao u Suboticu.", program=program).sentences
    assert only.text == "The driver came. [also: Suboticu]"


def test_a_mask_in_the_text_itself_does_no_harm(fake: Path) -> None:
    (only,) = gists("Vozač je stigao na XQ7X sa čamcem.", program=str(fake)).sentences
    assert "XQ7X" in only.text


def test_apertium_itself_keeps_the_names() -> None:
    if shutil.which("apertium") is None:  # absent programs are named, never passed over
        pytest.skip("NOT RUN: apertium is not installed")
    found = gists(REPORT)
    if not any(one.pair == "hbs-eng" for one in found.sentences):
        pytest.skip("NOT RUN: apertium-hbs-eng is not installed")
    first = found.sentences[0].text
    assert "Driver Milenko Stojkić" in first
    assert "Preševa" in first
    assert "Subotic" in first
