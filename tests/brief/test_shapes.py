"""What looks like a name that nobody has decided about is hidden, and what is none stays."""

import pytest

from headwater.brief.masking import WITHHELD, Mask
from headwater.brief.shapes import NameShapes

SHAPES = NameShapes(
    ["Arben Izmišljen", "حسن المخترع"],
    ["Loznica", "Novi Sad", "Milan", "English Channel", "Home Office", "Balkans"],
    {"smugglers", "hope"},
)
MASK = Mask([], [], SHAPES)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("minor Samir Fictiv, 12, left Loznica", "minor [withheld], 12, left Loznica"),
        ("Blerim Trillim merr paratë", "[withheld] merr paratë"),
        ("Arben Izmišljen met Goran Neko.", "Arben Izmišljen met [withheld]."),
        ("seen: FICTIV Samir and FICTIV, Samir", "seen: [withheld] and [withheld]"),
        ("Видели су Горана Измисленог", "Видели су [withheld]"),
        ("Milan Neko went to Milan.", "[withheld] went to Milan."),
        ("it was Samir al-Fictiv who paid", "it was [withheld] who paid"),
        ("it was S. Fictiv who paid", "it was [withheld] who paid"),
        ("Samir Fictiv paid; later Fictiv left", "[withheld] paid; later [withheld] left"),
        ("he met Mr Fictiv there", "he met Mr [withheld] there"),
        ("Smugglers Samir Fictiv and Goran Neko", "Smugglers [withheld] and [withheld]"),
        ("Hope Fictiv paid", "[withheld] paid"),
        ("Samir Fictiv (سمير) paid", "[withheld] ([withheld]) paid"),
        ("he met سمير خيالي there", "he met [withheld] there"),
        ("قال السيد سمير خيالي في المدينة", "قال السيد [withheld] في المدينة"),
    ],
)  # fmt: skip
def test_a_run_that_looks_like_a_name_is_hidden(said: str, read: str):
    assert MASK.hide(said) == read


@pytest.mark.parametrize(
    "said",
    [
        "Smugglers left Loznica for Novom Sadu over the English Channel.",
        "The Home Secretary and the Home Office look at Western Europe and the Balkans.",
        "British Border Police stopped Arben Izmišljen on Monday in Loznica.",
        "The Rapid Response team left; a rapid and firm response followed.",
        "حسن المخترع holds the money.",
    ],
)
def test_what_may_be_named_stays(said: str):
    assert MASK.hide(said) == said


def test_a_heading_stays_but_for_a_name_in_it():
    heading = "Smugglers Paid In Loznica By Samir Fictiv For Smugglers"
    assert MASK.hide(heading) == heading.replace("Samir Fictiv", WITHHELD)


def test_two_names_beside_each_other_are_withheld_as_one():
    assert Mask(["Samir", "Fictiv"]).hide("for Samir Fictiv.") == f"for {WITHHELD}."
