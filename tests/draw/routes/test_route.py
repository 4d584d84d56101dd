from headwater.draw.routes.route import LINE_OF_MODE, LINES, Stretch
from headwater.model import words


def test_every_mode_has_a_line_and_lines_differ():
    assert set(LINE_OF_MODE) <= set(words("mode"))
    assert set(LINE_OF_MODE.values()) <= set(LINES)
    assert len(set(LINES.values())) == len(LINES)


def test_a_heavier_leg_is_thicker_and_without_a_weight_its_groups_decide():
    thin, thick = (Stretch("a", "b", weight=weight).width for weight in (0.1, 1.0))
    assert thin < thick
    assert Stretch("a", "b", groups=4).width > Stretch("a", "b").width
