import re
import xml.etree.ElementTree as ET

from headwater.draw.business import Price, draw_fees

SVG = "{http://www.w3.org/2000/svg}"


def price(leg="Horgoš > Szeged", season="", low=500.0, **rest):
    quartiles = rest.pop("quartiles", (low * 1.1, low * 1.3, low * 1.5) if low else None)
    given = {"unit": "EUR per person", "leg": leg, "apart": "van", "season": season, "low": low}
    given |= {"quartiles": quartiles, "high": 2 * low if low else None, "fees": 5, "groups": 3}
    return Price(**(given | rest))


def texts(svg):
    root = ET.fromstring(svg)  # noqa: S314 - we drew it
    return [found.text or "" for found in root.iter(f"{SVG}text")]


def test_each_leg_and_month_has_its_line_with_its_numbers():
    svg = draw_fees([price(season="2025-02"), price(season="2025-01", low=700.0)], title="t")
    said = texts(svg)
    assert "Horgoš > Szeged (van), 2025-01" in said
    assert "2025-02" in said
    assert said.index("Horgoš > Szeged (van), 2025-01") < said.index("2025-02")
    assert "650 (500 to 1,000), 5/3" in said


def test_units_stand_apart_each_on_a_scale_of_its_own():
    svg = draw_fees([price(), price(unit="RSD per person", low=50_000.0)], title="t")
    said = texts(svg)
    assert {"EUR per person", "RSD per person", "1,000", "100,000"} <= set(said)


def test_a_contradiction_is_hatched_and_signed_so_that_it_shows_without_colour():
    plain, apart = (draw_fees([price(conflict=one)], title="t") for one in (False, True))
    assert not any("≠" in text for text in texts(plain))
    assert any(text.endswith("≠") for text in texts(apart))
    assert apart.count("<path") > plain.count("<path")


def test_an_open_range_says_from_or_up_to():
    svg = draw_fees([price(low=None, high=900.0), price(high=None, quartiles=None)], title="t")
    assert {"up to 900, 5/3", "from 500, 5/3"} <= set(texts(svg))


def test_long_names_of_both_ends_are_cut_and_the_mode_is_kept():
    leg = "Bihać and the long road to the border > Zagreb motorway rest area"
    (label,) = [text for text in texts(draw_fees([price(leg)], title="t")) if ">" in text]
    assert label.startswith("Bihać")
    assert "> Zagreb" in label
    assert label.endswith("(van)")
    assert len(label) < 50


def test_arabic_and_cyrillic_names_and_markup_are_letters():
    svg = draw_fees([price("إزمير > Видин"), price("<b>x</b> > y")], title="t")
    assert "إزمير > Видин (van)" in texts(svg)
    assert "<b>" not in svg


def test_it_says_how_many_lines_are_not_shown():
    svg = draw_fees([price(f"{n} > b") for n in range(9)], title="t", most=4)
    assert "5 more lines are not shown" in texts(svg)
    assert len(re.findall(" > b", " ".join(texts(svg)))) == 4


def test_no_fee_can_be_drawn():
    assert "No fee is told." in texts(draw_fees([], title="t"))
