"""No page shows an empty box."""

from headwater.brief.forms.glyphs import coverage, drawable
from headwater.draw import font_folder

NAMES = (
    "Ђорђе Љубичић Ѓорѓи Ќиро Ѝван Щъркелов Ëndrra Çela Đorđe Žižek "
    "حسن الكردي مهدی ژاله‌پور گچپژ ڤۆکە"
)


def test_the_scripts_of_the_region_and_of_the_people_who_pass_it_are_all_drawn():
    assert drawable(NAMES) == NAMES


def test_a_letter_without_a_glyph_stands_as_its_number():
    assert drawable("中 名") == "[U+4E2D] [U+540D]"
    assert drawable("a😀b") == "a[U+1F600]b"


def test_coverage_is_read_from_the_font_itself():
    latin = coverage(font_folder() / "NotoSans-Regular.ttf")
    arabic = coverage(font_folder() / "NotoSansArabic-Regular.ttf")
    assert {ord("a"), ord("ж"), ord("ë")} <= latin
    assert ord("ح") in arabic
    assert ord("ح") not in latin
    assert ord("中") not in latin | arabic
