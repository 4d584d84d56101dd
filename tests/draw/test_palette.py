"""Colours and fonts of the drawings."""

from itertools import pairwise

from headwater.draw import font_folder
from headwater.draw.palette import AMBER, BLUE, GREEN, VERMILION, width_of


def _lightness(colour: str) -> float:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_the_fonts_lie_in_the_package_with_their_licence_and_none_is_over_a_megabyte():
    fonts = sorted(path.name for path in font_folder().glob("*.ttf"))
    assert fonts == [
        "NotoSans-Bold.ttf",
        "NotoSans-Regular.ttf",
        "NotoSansArabic-Bold.ttf",
        "NotoSansArabic-Regular.ttf",
    ]
    assert all((font_folder() / name).stat().st_size < 1_000_000 for name in fonts)
    assert "SIL OPEN FONT LICENSE" in (font_folder() / "OFL.txt").read_text(encoding="utf-8")


def test_fills_differ_on_a_grey_printer_or_in_shape():
    grey = sorted(_lightness(colour) for colour in (BLUE, VERMILION, AMBER))
    assert all(b - a > 20 for a, b in pairwise(grey))
    assert GREEN not in (BLUE, VERMILION, AMBER)


def test_a_longer_word_takes_more_room():
    assert width_of("Preševo", 11) < width_of("Preševo crossing", 11)
    assert width_of("", 11) == 0
