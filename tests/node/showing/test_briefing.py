"""A briefing put together on a page."""

import pytest

from headwater.analysis import run
from headwater.model import WrongUse
from headwater.node import add_reports, log_entries, see_picture
from headwater.node.settings import clock
from headwater.node.showing import Wanted, compose_briefing, gathered, log_handed_out, written


def test_it_bears_the_title_given_and_a_file_of_it_is_logged(node):
    picture = see_picture(node)
    findings = [one for one in gathered(lambda method: run(picture, method)) if one]
    briefing = compose_briefing(node, picture, findings, Wanted("  Week 12 ", left_out=("who",)))
    assert briefing.title == "Week 12"
    assert "who" not in [topic.id for topic in briefing.topics]
    assert b"Week 12" in written(briefing, ".md")
    log_handed_out(node, briefing, ".md")
    assert log_entries(node)[-1]["recipient"] == "md file of mira"
    with pytest.raises(WrongUse):
        written(briefing, ".exe")


@pytest.mark.parametrize("wanted", [Wanted(since="soon"), Wanted(left_out=("risk",))])
def test_a_day_that_is_none_and_a_part_that_has_to_stay_are_refused(wanted):
    with pytest.raises(WrongUse):
        wanted.check()


def test_what_is_not_there_yet_is_none():
    assert set(gathered(lambda _: None)) == {None}


def test_people_who_cannot_breathe_stand_in_it_before_anybody_has_accepted_anything(node, tmp_path):
    said = "Возач је рекао да осморо људи у чамцу не може да дише."
    path = tmp_path / "calls.txt"
    path.write_text(f"Originator: Drava Hub\nDate: {clock()[:10]}\n\n1. {said} [2D-P]\n", "utf-8")
    add_reports(node, [path])
    briefing = compose_briefing(node, see_picture(node), [], Wanted())
    (risk,) = [topic for topic in briefing.topics if topic.id == "risk"]
    assert "Danger to life (suffocation)" in risk.front[1].text
    assert "8 people" in risk.front[1].text
    assert "rojection" not in repr([t for t in briefing.topics if t.id == "how_much"])
