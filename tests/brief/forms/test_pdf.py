"""The printed form."""

import warnings
from pathlib import Path

import numpy as np
import pypdfium2
import pytest

from headwater.brief import compose, rendered
from tests.brief.fixtures import occasion, picture, ranking, tables

NAMES = [
    "Ђорђе Љубичић", "Ѓорѓи Ќосев", "Щерю Ъгълов", "Ëndrra Çela", "حسن الكردي", "مهدی ژاله‌پور",
]  # fmt: skip


@pytest.fixture(scope="module")
def printed() -> bytes:
    return rendered(compose(picture(), [ranking()], occasion()), ".pdf")


def _with_names(names: list[str]) -> bytes:
    rows = tables()["places"]
    rows += [
        rows[0] | {"id": f"p{n}", "name": name, "kind": "town"} for n, name in enumerate(names)
    ]
    return rendered(compose(picture(places=rows), [], occasion()), ".pdf")


def test_it_is_archival_tagged_and_dated_by_the_briefing_not_by_the_clock(printed: bytes):
    assert b"pdfaid:part>2<" in printed.replace(b"\n", b"")
    assert b"/MarkInfo" in printed
    assert b"/StructTreeRoot" in printed
    assert b"20261121" in printed


def test_every_page_bears_the_marking_twice_and_its_number(printed: bytes):
    pages = pypdfium2.PdfDocument(printed)
    for number, page in enumerate(pages, 1):
        said = page.get_textpage().get_text_bounded()
        assert said.count("HANDLING C/A1/S2") == 2
        assert f"Page {number} of {len(pages)}" in said


def test_page_one_holds_every_topic(printed: bytes):
    first = pypdfium2.PdfDocument(printed)[0].get_textpage().get_text_bounded()
    for title in ("Who", "How much", "What conflicts", "How sure", "What was"):
        assert title in first


def test_names_in_all_scripts_are_set_with_glyphs_and_without_a_warning():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        pages = pypdfium2.PdfDocument(_with_names(NAMES))
    said = "".join(page.get_textpage().get_text_bounded() for page in pages)
    for name in NAMES[:4]:
        assert name in said
    assert "[U+" not in said
    image = pages[0].render(scale=1).to_numpy()
    assert (np.asarray(image)[:, :, :3] < 128).any()


def test_words_that_look_like_markup_are_only_words():
    hostile = ["#panic()", "*bold* $x$", "<script>alert(1)</script>", "\\u{41} @ref", "= Head"]
    said = pypdfium2.PdfDocument(_with_names(hostile))[0].get_textpage().get_text_bounded()
    flat = " ".join(said.split())
    for name in hostile:
        assert name in flat


def test_a_very_long_word_stays_on_the_page():
    document = pypdfium2.PdfDocument(_with_names(["Y" * 400]))
    page = document[0]
    image = np.asarray(page.render(scale=1).to_numpy())[:, :, :3]
    assert (image[:, -30:] == 255).all()


def test_letters_no_font_has_do_not_stop_it():
    said = pypdfium2.PdfDocument(_with_names(["中 😀"]))[0].get_textpage().get_text_bounded()
    assert "[U+4E2D] [U+1F600]" in said


def test_a_direction_override_is_shown_and_does_not_act():
    said = (
        pypdfium2.PdfDocument(_with_names(["abc\u202edcba"]))[0].get_textpage().get_text_bounded()
    )
    assert "abc[U+202E]dcba" in said


def test_an_unreadable_time_of_making_does_not_stop_it(tmp_path: Path):
    made = compose(picture(), [], occasion(made="this morning"))
    assert rendered(made, ".pdf").startswith(b"%PDF")
