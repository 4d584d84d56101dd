"""The exercise's own data: stretches within published figures, names in their scripts."""

from headwater.exercise.tables import calibration, name_parts, places, stretches


def test_every_stretch_keeps_to_its_published_figure():
    figures = {(f.name, f.unit, f.basis): f for f in calibration()}
    for stretch in stretches():
        figure = figures[stretch.figure, stretch.currency, stretch.basis]
        assert figure.low <= stretch.fee_low <= stretch.fee_high <= figure.high, stretch
        assert stretch.origin in places()
        assert stretch.destination in places()


def test_every_culture_has_enough_parts_and_its_own_script():
    parts = name_parts()
    for culture in ("ku", "iq", "ir", "af", "sy"):
        assert len(parts[culture, "given_m"]) >= 25
        assert len(parts[culture, "nisba"]) >= 10
        for key in ("given_m", "given_f", "family", "nisba"):
            for part in parts[culture, key]:
                assert any("؀" <= letter <= "ۿ" for letter in part.native), part
    for culture in ("rs", "mk", "bg"):
        for part in parts[culture, "family"]:
            assert all("Ѐ" <= letter <= "ӿ" for letter in part.native), part
    for culture in ("al", "xk", "ba", "tr", "vn"):
        assert len(parts[culture, "family"]) >= 15
