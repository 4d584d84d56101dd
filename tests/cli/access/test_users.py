"""Users are added, invited, listed and ended from the command line."""

import json

import pytest

from headwater.cli.program import run


@pytest.fixture
def hub(tmp_path, capsys):
    """Runs a command on a new node as its maker; gives back the code and the document."""
    folder = str(tmp_path / "node")
    run(["init", folder, "--agency", "Drava Hub", "--as", "mira"])
    capsys.readouterr()

    def call(*line, user="mira"):
        code = run([*line, "--node", folder, "--as", user, "--json"])
        return code, json.loads(capsys.readouterr().out)

    return call


def test_a_new_user_gets_an_invitation_and_is_listed_as_invited(hub):
    code, added = hub("user", "add", "ana", "--role", "case_officer", "--role", "liaison")
    assert code == 0
    assert len(added["invitation"]) == 43
    _, listed = hub("user", "list")
    assert [(row["name"], row["account"]) for row in listed["users"]] == [
        ("ana", "invited"),
        ("mira", "none"),
    ]


def test_another_invitation_takes_the_place_of_the_first(hub):
    _, added = hub("user", "add", "ana", "--role", "officer")
    _, again = hub("user", "invite", "ana")
    assert again["invitation"] != added["invitation"]
    assert hub("user", "invite", "nobody")[0] == 2


def test_a_user_who_leaves_is_known_no_more(hub):
    hub("user", "add", "ana", "--role", "officer")
    assert hub("user", "end", "ana")[0] == 0
    assert hub("user", "end", "ana")[0] == 2
    assert hub("user", "list", user="ana")[0] == 3


def test_only_administrators_and_auditors_see_who_is_here(hub):
    hub("user", "add", "ana", "--role", "officer")
    assert hub("user", "list", user="ana")[0] == 3
    assert hub("user", "add", "bojan", "--role", "officer", user="ana")[0] == 3


def test_another_spelling_of_a_name_is_refused(hub):
    hub("user", "add", "ana", "--role", "officer")
    code, answer = hub("user", "add", "ANA", "--role", "supervisor")
    assert code == 2
    assert "ana already" in answer["error"]["what"]


def test_the_list_reads_as_a_table(tmp_path, capsys, hub):
    hub("user", "add", "ana", "--role", "officer", "--compartment", "k1")
    run(["user", "list", "--node", str(tmp_path / "node"), "--as", "mira"])
    printed = capsys.readouterr().out
    assert "ana" in printed
    assert "officer  in k1" in printed
