"""Nodes are made once; the demonstration never clears a folder that is not its own."""

import os

import pytest

from headwater.cli.program import run
from headwater.node import make_node
from headwater.node.demonstration import Demonstration
from headwater.node.river import Receipt
from headwater.store.database import Database


def test_a_node_is_not_made_over_another(tmp_path, capsys):
    folder = str(tmp_path / "node")
    assert run(["init", folder, "--agency", "Drava Hub"]) == 0
    assert run(["init", folder, "--agency", "Drava Hub"]) == 2


def test_the_demonstration_leaves_other_folders_alone(tmp_path, capsys):
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    assert run(["demo", "--once", "--into", str(tmp_path)]) == 2
    assert (tmp_path / "thesis.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("longest_wait", [0.0, 20.0])
def test_a_demonstration_is_opened_on_the_port_that_is_asked_for_however_slow_the_machine(
    tmp_path, monkeypatch, capsys, longest_wait
):
    node, served = tmp_path / "node", []
    monkeypatch.setattr("headwater.node.looking.shelf.LONGEST_WAIT", longest_wait)

    def built(_folder, settings, **_how):
        make_node(node, "Exercise Hub", settings, "mira").close()
        return Demonstration(node, (node,), Receipt(), [], True)

    monkeypatch.setattr("headwater.node.demonstrate", built)
    monkeypatch.setattr("headwater.desk.serve", lambda _who, address, *_: served.append(address))
    assert run(["demo", "--port", "8491", "--into", str(tmp_path / "demo")]) == 0
    assert served[0].url == "http://127.0.0.1:8491"


def test_an_unknown_role_is_refused(tmp_path, capsys):
    folder = str(tmp_path / "node")
    run(["init", folder, "--agency", "Drava Hub", "--as", "mira"])
    line = ["user", "add", "ana", "--role", "king", "--node", folder, "--as", "mira"]
    assert run(line) == 2
    assert "auditor" in capsys.readouterr().err


def test_a_node_is_not_made_among_other_files(tmp_path, capsys):
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    assert run(["init", str(tmp_path), "--agency", "Drava Hub"]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_new_node_is_for_its_maker_alone(tmp_path, capsys):
    folder = tmp_path / "node"
    before = os.umask(0o022)
    try:
        assert run(["init", str(folder), "--agency", "Drava Hub"]) == 0
    finally:
        os.umask(before)
    assert folder.stat().st_mode & 0o077 == 0
    assert all(path.stat().st_mode & 0o077 == 0 for path in folder.rglob("*"))


def test_a_node_that_may_not_be_written_says_so_and_where(tmp_path, capsys, monkeypatch):
    folder = tmp_path / "node"
    assert run(["init", str(folder), "--agency", "Drava Hub", "--as", "mira"]) == 0
    connect = Database._connect

    def read_only(self):
        connection = connect(self)
        connection.execute("PRAGMA query_only = ON")
        return connection

    monkeypatch.setattr(Database, "_connect", read_only)
    capsys.readouterr()
    line = ["picture", "--node", str(folder), "--as", "mira", "--purpose", "p"]
    assert run(line) == 3
    printed = capsys.readouterr().err
    assert "you may not write here" in printed
    assert str(folder) in printed
