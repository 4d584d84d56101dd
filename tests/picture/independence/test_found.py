from headwater.picture.independence.found import Findings
from tests.picture.independence.telling import told

REPORT = "Two of the drivers slept in the yard behind the old mill near the river last winter."


def test_short_reports_in_the_same_words_are_copies_unless_a_number_differs():
    copy = Findings(*told(REPORT, REPORT)).links()
    assert [(one.earlier, one.later, one.tier) for one in copy] == [("r0", "r1", "near copy")]
    assert Findings(*told(REPORT + " It held 12.", REPORT + " It held 15.")).links() == []


def test_one_report_or_none_has_no_links():
    assert Findings(*told(REPORT)).links() == []
    assert Findings(*told()).links() == []


def test_the_two_articles_on_one_announcement_are_one_story(shared):
    articles = sorted((shared / "inputs" / "articles").glob("*.txt"))
    found = Findings(*told(*(path.read_text("utf-8") for path in articles)))
    (link,) = found.links()
    assert link.tier == "rewrite"
    phrases = found.phrases(link.earlier, link.later, link.tier)
    assert len(phrases) > 3
    assert any("Balkan route" in phrase for phrase in phrases)
