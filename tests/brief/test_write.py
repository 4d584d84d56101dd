"""Files of a briefing."""

from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import pypdfium2
import pytest

from headwater.brief import FORMS, Briefing, compose, rendered, terminal
from tests.brief.fixtures import SECRET, occasion, picture, ranking


def text_of(path: Path) -> str:
    """What a reader can take out of a file: its text, whatever its form."""
    if path.suffix != ".pdf":
        return path.read_text(encoding="utf-8")
    pages = pypdfium2.PdfDocument(path)
    return "\n".join(page.get_textpage().get_text_bounded() for page in pages)


def written(out: Path) -> Briefing:
    """A briefing in a file of the form that its ending says."""
    made = compose(picture(), [ranking()], occasion())
    out.write_bytes(rendered(made, out.suffix))
    return made


@pytest.mark.parametrize("form", FORMS)
def test_no_protected_name_or_number_stands_in_any_byte_of_the_file(tmp_path: Path, form: str):
    out = tmp_path / f"b{form}"
    written(out)
    said = text_of(out)
    assert not [piece for piece in (*SECRET, "Tajna") if piece in said]
    assert not [piece for piece in (*SECRET, "Tajna") if piece.encode() in out.read_bytes()]
    assert "withheld" in said


@pytest.mark.parametrize("form", FORMS)
def test_every_topic_the_marking_and_the_fingerprint_stand_in_every_form(tmp_path: Path, form: str):
    out = tmp_path / f"b{form}"
    made = written(out)
    said = " ".join(text_of(out).replace("\\", "").split())
    assert all(topic.title in said for topic in made.topics)
    assert made.fingerprint in said
    assert said.count("HANDLING C/A1/S2") >= 2
    assert "Key to the grades" in said


@pytest.mark.parametrize("form", FORMS)
def test_the_same_picture_gives_the_same_bytes(tmp_path: Path, form: str):
    first, second = tmp_path / f"1{form}", tmp_path / f"2{form}"
    for out in (first, second):
        written(out)
    assert first.read_bytes() == second.read_bytes()


def test_the_summary_is_page_one_as_plain_lines():
    lines = terminal(compose(picture(), [ranking()], occasion()))
    assert lines[0].startswith("HANDLING")
    assert "WHO" in lines
    assert any("[projected, not a fact]" in line and "60,000" in line for line in lines)
    assert all("\n" not in line and "\x1b" not in line for line in lines)


def test_two_hundred_cited_sentences_are_set():
    made = compose(picture(), [ranking()], occasion())
    many = tuple(
        replace(exhibit, number=n) for n, exhibit in enumerate(islice(cycle(made.exhibits), 200), 1)
    )
    long = replace(made, exhibits=many)
    assert rendered(long, ".pdf").startswith(b"%PDF")
