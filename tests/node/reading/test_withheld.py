"""A report tells who is protected for a case or for safeguarding, and for nothing else."""

import shutil
from dataclasses import replace

import pytest

from headwater.model import WrongUse
from headwater.node import add_reports, categorise, decide, open_node
from headwater.node.looking import Shelf
from headwater.node.reading import (
    Filter,
    Wish,
    as_told,
    barred_from,
    holds_back,
    inbox,
    news,
    read_report,
    sentence_behind,
    settle,
)
from headwater.node.reading.withheld import covers_of
from tests.node.reading.conftest import PURPOSE, SETTINGS

PAPER = (
    "URN: IR 5\nOriginator: Drava Unit\nTitle: What Ermal Pashaj told\nDate: 2026-10-07\n\n"
    "1. Ermal Pashaj can be reached on +355 69 2223334. PASHAJ was beaten by Goran Izmišljeni at "
    "Horgos. [2D-P]\n\n"
    "2. Ermal Pashaj paid EUR 500 per person for the way from Subotica to Horgos. [2D-P]\n"
)
SECRETS = ("Ermal", "Pashaj", "PASHAJ", "2223334")


@pytest.fixture(scope="module")
def made(made, tmp_path_factory):
    """The node with a report in which a person is known to be a victim; each test has a copy."""
    folder = tmp_path_factory.mktemp("withheld")
    (folder / "paper.txt").write_text(PAPER, encoding="utf-8")
    shutil.copytree(made, folder / "node")
    node = open_node(folder / "node", SETTINGS, "ana", PURPOSE)
    add_reports(node, [folder / "paper.txt"])
    categorise(node, victim_of(node), "victim", "Drava", "was beaten")
    node.close()
    return folder / "node"


def victim_of(node):
    said = [one for item in read_report(node, "IR 5").items for one in item.things]
    return next(one.entity for one in said if one.name == "Ermal Pashaj")


@pytest.fixture
def told(node, as_user):
    """The report as a user reads it for a purpose."""
    victim, shelf = victim_of(node), Shelf()

    def read(name, purpose="what is new"):
        viewer = replace(as_user(name), stated=purpose)
        return as_told(viewer, read_report(viewer, "IR 5"), lambda: shelf.look(viewer))

    read.shelf, read.victim = shelf, victim
    return read


def words(read):
    """Everything that a page says of it."""
    return repr((read.report, read.items, read.refusals, read.said))


def test_for_a_case_it_is_read_word_by_word(told):
    read = told("mira", "case: Drava, who beat him")
    assert not read.withheld
    assert all(secret in words(read) for secret in SECRETS)


def test_for_anything_else_a_victim_is_named_nowhere_in_it(told):
    read = told("mira")
    assert read.withheld
    assert [secret for secret in SECRETS if secret in words(read)] == []
    assert "".join(piece.text for piece in read.items[0].pieces) == (
        "[withheld] can be reached on [withheld]. [withheld] was beaten by Goran Izmišljeni at "
        "Horgos."
    )
    assert read.report.title == "What [withheld] told"


def test_a_name_is_left_out_in_every_form_that_grammar_gives_it(told, node, as_user, tmp_path):
    """And so is the surname of whoever shares it: which of the two is meant tells no page."""
    viewer = replace(as_user("mira"), stated="what is new")
    paper = f"{PAPER}\n3. Pashajt iu morën letrat; Arben Pashaj drives for them. [2D-P]\n"
    (tmp_path / "bent.txt").write_text(paper.replace("IR 5", "IR 7"), encoding="utf-8")
    add_reports(node, [tmp_path / "bent.txt"])
    said = [one for item in read_report(node, "IR 7").items for one in item.things]
    victim = next(one.entity for one in said if one.name == "Ermal Pashaj")
    categorise(node, victim, "victim", "Drava", "was beaten")
    read = as_told(viewer, read_report(viewer, "IR 7"), lambda: Shelf().look(viewer))
    text = "".join(piece.text for piece in read.items[2].pieces)
    assert text == "[withheld] iu morën letrat; Arben [withheld] drives for them."


def test_nobody_is_offered_a_decision_on_what_is_left_out(told):
    item = told("mira").items[0]
    assert item.withheld
    person = next(one for one in item.things if one.entity == told.victim)
    assert (person.name, person.lines) == ("a person who is not named here", ())
    others = [line for one in item.things for line in one.lines]
    assert others
    assert item.waiting == sum(not one.withheld and one.status == "proposed" for one in others)


def test_whoever_decides_on_people_reads_who_is_undecided_and_others_do_not(told):
    assert "Goran Izmišljeni" in words(told("mira"))
    assert "Izmišljeni" not in words(told("leo"))


def test_the_sentence_behind_a_line_says_no_more_and_the_file_stays(told, as_user):
    viewer = replace(as_user("mira"), stated="what is new")
    for n in range(1, 6):
        found = sentence_behind(viewer, f"IR 5#1.{n}")
        seen = repr(as_told(viewer, found, lambda: told.shelf.look(viewer)))
        assert [one for one in SECRETS if one in seen] == []
    assert holds_back(viewer, "IR 5", lambda: told.shelf.look(viewer))
    assert not holds_back(viewer, "IR 1", lambda: told.shelf.look(viewer))


def test_a_report_that_no_picture_knows_yet_names_nobody_to_whoever_does_not_decide(
    told, node, as_user, tmp_path
):
    leo = replace(as_user("leo"), stated="what is new")
    held = told.shelf.look(leo)
    (tmp_path / "new.txt").write_text(PAPER.replace("IR 5", "IR 6"), encoding="utf-8")
    add_reports(node, [tmp_path / "new.txt"])
    read = as_told(leo, read_report(leo, "IR 6"), lambda: held)
    assert [secret for secret in SECRETS if secret in words(read)] == []


def decide_openly(node, decision, ids, reason, look):
    return decide(node, decision, ids, reason, barred_from(node, look))


DECISIONS = {
    "accept": lambda node, one, look: decide_openly(node, "accept", [one], "read", look),
    "accept as shown": lambda node, one, look: settle(
        node, Wish("accept", one, "read", "proposed"), look
    ),
    "reject": lambda node, one, look: settle(node, Wish("reject", one, "read", "proposed"), look),
    "correct": lambda node, one, look: settle(
        node, Wish("correct", one, "typo", "proposed", "Ana", "Ana"), look
    ),
}


@pytest.mark.parametrize("decision", DECISIONS)
def test_a_decision_on_what_is_left_out_is_answered_as_one_on_what_is_not_there(
    decision, told, as_user
):
    viewer = replace(as_user("mira"), stated="what is new")

    def answer(one):
        with pytest.raises(WrongUse) as refused:
            DECISIONS[decision](viewer, one, lambda: told.shelf.look(viewer))
        return str(refused.value).replace(one, "ID")

    named = next(one for one in read_report(viewer, "IR 5").said if one.value == "Ermal Pashaj")
    assert answer(named.id) == answer("IR 99#1.1")


@pytest.mark.parametrize("decision", ["same", "different", "unknown"])
def test_no_pair_is_decided_on_where_one_of_the_two_is_not_named(decision, told, as_user):
    viewer = replace(as_user("mira"), stated="what is new")
    other = next(one.entity for one in read_report(viewer, "IR 1").said if one.schema == "Person")

    def answer(one):
        with pytest.raises(WrongUse) as refused:
            decide_openly(viewer, decision, [one, other], "-", lambda: told.shelf.look(viewer))
        return str(refused.value).replace(one, "ID")

    assert answer(told.victim) == answer("IR 0#1.1")
    for_a_case = replace(viewer, stated="case: Drava")
    assert decide_openly(for_a_case, decision, [told.victim, other], "seen", None)


def test_what_is_left_out_is_not_taken_back_either(told, as_user):
    viewer = replace(as_user("mira"), stated="what is new")
    for_a_case = replace(viewer, stated="case: Drava")
    said = read_report(viewer, "IR 5").said
    named = next(one for one in said if one.value == "Ermal Pashaj")
    other = next(one.entity for one in read_report(viewer, "IR 1").said if one.schema == "Person")
    (decided,) = decide_openly(for_a_case, "reject", [named.id], "misread", None)
    (judged,) = decide_openly(for_a_case, "different", [told.victim, other], "seen", None)

    def answer(one):
        with pytest.raises(WrongUse) as refused:
            decide_openly(viewer, "undo", [one], "no", lambda: told.shelf.look(viewer))
        return str(refused.value).replace(one, "ID")

    assert {answer(one) for one in (decided, named.id, judged)} == {answer("J-0")}
    assert decide_openly(for_a_case, "undo", [decided, judged], "no", None)


def test_who_is_not_named_is_not_put_into_another_category(told, as_user):
    viewer = replace(as_user("mira"), stated="what is new")
    barred = barred_from(viewer, lambda: told.shelf.look(viewer))

    def answer(one):
        with pytest.raises(WrongUse) as refused:
            categorise(viewer, one, "suspect", "Drava", "seen", barred)
        return str(refused.value).replace(one, "ID")

    assert answer(told.victim) == answer("IR 0#1.1")


def test_all_of_an_item_is_not_decided_on_where_some_of_it_is_left_out(told, as_user):
    viewer = replace(as_user("mira"), stated="what is new")
    with pytest.raises(WrongUse, match="no statement IR 5#1 here"):
        settle(viewer, Wish("accept", "IR 5#1", "read"), lambda: told.shelf.look(viewer))
    assert settle(
        replace(viewer, stated="case: Drava"), Wish("accept", "IR 5#1", "read"), None
    ).made


def test_what_is_not_left_out_is_decided_on_for_any_purpose(told, as_user):
    viewer = replace(as_user("mira"), stated="what is new")
    lines = [line for item in told("mira").items for one in item.things for line in one.lines]
    line = next(one for one in lines if one.status == "proposed" and not one.withheld)
    wish = Wish("accept", line.id, "read", "proposed")
    assert settle(viewer, wish, lambda: told.shelf.look(viewer)).made


def test_lists_of_reports_show_titles_as_the_reports_show_them(told, as_user):
    viewer = replace(as_user("mira"), stated="what is new")

    def titles(viewer):
        held = told.shelf.look(viewer)
        listed = inbox(viewer, held, Filter()).rows
        came = news(viewer, lambda: held).reports
        rows = [*((row["urn"], row["title"]) for row in listed), *((o.urn, o.title) for o in came)]
        return {title for urn, title in rows if urn == "IR 5"}

    assert titles(viewer) == {"What [withheld] told"}
    assert titles(replace(viewer, stated="case: Drava")) == {"What Ermal Pashaj told"}


def test_a_list_is_searched_for_words_as_its_titles_are_told(told, as_user):
    viewer = replace(as_user("mira"), stated="what is new")

    def found(words, viewer=viewer):
        return [
            one["urn"] for one in inbox(viewer, told.shelf.look(viewer), Filter(words=words)).rows
        ]

    assert found("pashaj") == found("paper.txt") == found("nobody") == []
    assert found("told") == found("ir 5 drava") == ["IR 5"]
    assert found("pashaj", replace(viewer, stated="case: Drava")) == ["IR 5"]
    assert found("van")  # of whom nobody is left out


def test_how_many_there_are_is_told_where_it_must_be_and_not_who(told, as_user):
    viewer = replace(as_user("mira"), stated="what is new")
    cover = covers_of(viewer, {"IR 5": ()}, lambda: told.shelf.look(viewer))["IR 5"]
    assert cover.hide_names("Pashaj and 69 people") == "[withheld] and 69 people"


def test_a_report_that_came_in_since_is_listed_without_the_names_it_hides(
    told, node, as_user, tmp_path
):
    leo = replace(as_user("leo"), stated="what is new")
    held = replace(told.shelf.look(leo), behind=1)
    (tmp_path / "new.txt").write_text(PAPER.replace("IR 5", "IR 6"), encoding="utf-8")
    add_reports(node, [tmp_path / "new.txt"])
    (came,) = inbox(leo, held, Filter()).newer
    assert (came.urn, came.title) == ("IR 6", "What [withheld] told")


def test_nobody_who_is_not_named_is_meant_by_a_name_or_id_in_a_correction(
    told, node, as_user, tmp_path
):
    viewer = replace(as_user("mira"), stated="what is new")
    paper = PAPER.replace("IR 5", "IR 8") + (
        "\n3. Goran Izmišljeni is the organiser of the group. [2D-P]\n"
    )
    (tmp_path / "role.txt").write_text(paper, encoding="utf-8")
    add_reports(node, [tmp_path / "role.txt"])
    said = [one for item in read_report(node, "IR 8").items for one in item.things]
    victim = next(one.entity for one in said if one.name == "Ermal Pashaj")
    categorise(node, victim, "victim", "Drava", "was beaten")

    def look():
        return told.shelf.look(viewer)

    read = as_told(viewer, read_report(viewer, "IR 8"), look)
    lines = [line for item in read.items for thing in item.things for line in thing.lines]
    member = next(line for line in lines if line.leads and line.value == "Goran Izmišljeni")
    assert read.names_for(member.id) == ("Goran Izmišljeni",)

    def answer(name):
        wish = Wish("correct", member.id, "read again", member.status, name, member.words)
        with pytest.raises(WrongUse) as refused:
            settle(viewer, wish, look)
        return repr(refused.value.args).replace(name, "NAME")

    nobody = answer("Dritan Askush")
    assert [answer("Ermal Pashaj"), answer("Pashaj"), answer(victim)] == [nobody] * 3
