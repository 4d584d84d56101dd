"""A user's tokens are made, listed and ended from the command line."""

import pytest

from headwater.cli.program import run


@pytest.fixture
def hub(tmp_path, capsys):
    """Runs a command on a new node as its maker; gives back the code and what was printed."""
    folder = str(tmp_path / "node")
    run(["init", folder, "--agency", "Drava Hub", "--as", "mira"])
    capsys.readouterr()

    def call(*line):
        code = run([*line, "--node", folder, "--as", "mira"])
        return code, capsys.readouterr().out

    return call


def test_a_token_is_shown_once_listed_and_ended(hub):
    code, made = hub("token", "new", "nightly", "--scope", "read", "--scope", "add")
    assert code == 0
    assert made.startswith("Token: hw_")
    secret = made.split()[1]
    _, listed = hub("token", "list")
    assert "nightly" in listed
    assert secret not in listed
    assert hub("token", "end", "nightly")[0] == 0
    assert hub("token", "list")[1] == "You have no tokens.\n"


def test_a_scope_that_does_not_exist_is_wrong_use(hub):
    assert hub("token", "new", "nightly", "--scope", "everything")[0] == 2
    assert hub("token", "end", "nightly")[0] == 2
