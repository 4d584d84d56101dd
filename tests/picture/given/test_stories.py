"""Reports out of files, grouped without a node."""

from headwater.model import Item, Report
from headwater.picture import FileGroups

STORY = "The driver slept two nights in the yard behind the old mill and then went on to the lake."


def report(urn, text, file):
    return Report(urn, f"Office of {urn}", (Item(1, text),), file=file)


def grouped(*reports):
    found = FileGroups()
    for one in reports:
        found.take([one], [])
    return found


def test_files_are_grouped_with_the_words_that_show_it():
    told = [report("a", STORY, "a.txt"), report("b", STORY, "b.txt")]
    document = grouped(*told, report("c", "A prize for bread.", "c.txt")).document()
    first, second = document["groups"]
    assert (first["reports"], second["reports"]) == (["a", "b"], ["c"])
    (link,) = first["links"]
    assert (link["tier"], link["phrases"]) == ("near copy", [STORY])


def test_the_same_report_in_two_files_is_one_report_with_two_files():
    found = grouped(report("a", STORY, "a.txt"), report("a", STORY, "again.txt"))
    assert [group["files"] for group in found.document()["groups"]] == [["a.txt", "again.txt"]]
    assert found.refusals == []


def test_other_content_under_a_known_urn_is_refused():
    found = grouped(report("a", STORY, "a.txt"), report("a", "Something else.", "b.txt"))
    assert [(refusal.file, refusal.urn) for refusal in found.refusals] == [("b.txt", "a")]
    assert [group["files"] for group in found.document()["groups"]] == [["a.txt"]]
