"""A briefing put together on a page."""

import pytest

from headwater.analysis import run
from headwater.model import WrongUse
from headwater.node import log_entries, see_picture
from headwater.node.showing import compose_briefing, gathered, hand_out_briefing


def test_it_bears_the_title_given_and_a_file_of_it_is_logged(node):
    picture = see_picture(node)
    findings = [one for one in gathered(lambda method: run(picture, method)) if one]
    briefing = compose_briefing(node, picture, findings, "  Week 12 ")
    assert briefing.title == "Week 12"
    assert b"Week 12" in hand_out_briefing(node, briefing, ".md")
    assert log_entries(node)[-1]["recipient"] == "md file of mira"
    with pytest.raises(WrongUse):
        hand_out_briefing(node, briefing, ".exe")


def test_what_is_not_there_yet_is_none():
    assert set(gathered(lambda _: None)) == {None}
