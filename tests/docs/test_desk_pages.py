"""The pages of the docs on the desk: what they say stands on its pages, is a path or a command."""

import re
import shlex
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import click
import pytest

from headwater.cli.call import hoist
from headwater.cli.program import headwater, run
from headwater.desk.api import API
from headwater.node.access.tokens import Scope
from headwater.safeguard import Role

DOCS = Path(__file__).parents[2] / "docs"
FIRST_DAY = DOCS / "tutorial" / "first-day-at-the-desk.md"
HUB = DOCS / "how-to" / "set-up-a-hub.md"
PAGES = (FIRST_DAY, HUB, DOCS / "explanation" / "the-desk.md")


def read(page):
    return page.read_text(encoding="utf-8")


def block(page, name):
    found = re.search(rf"```{name}\n(.*?)```", read(page), re.DOTALL)
    assert found, f"{page.name} has no block {name}"
    return found[1].strip().splitlines()


@pytest.fixture(scope="module")
def texts():
    """Every text of the desk's pages."""
    spec = spec_from_file_location("build_languages", DOCS / "build_languages.py")
    made = module_from_spec(spec)
    spec.loader.exec_module(made)
    return {one if isinstance(one, str) else one[0] for one in made.texts()}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_is_in_bold_stands_on_a_page_of_the_desk(page, texts):
    said = re.findall(r"\*\*(.+?)\*\*", read(page))
    assert len(said) >= 1
    assert [one for one in said if one not in texts] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_commands_and_their_options_exist(page):
    lines = re.findall(r"^headwater .+", read(page), re.MULTILINE)
    lines += re.findall(r"`(headwater [^`]+)`", read(page))
    for line in lines:
        _, words = hoist(shlex.split(line)[1:])
        at = headwater
        while isinstance(at, click.Group) and words and words[0] in at.commands:
            at = at.commands[words.pop(0)]
        known = {option for parameter in at.params for option in parameter.opts}
        assert [word for word in words if word.startswith("--") and word not in known] == [], line
        assert not isinstance(at, click.Group), line


def test_paths_and_scopes_of_scripts_exist():
    page = read(HUB)
    paths = {route.path for route in API.routes}
    assert set(re.findall(r"example(/api/\w+)", page)) <= paths
    assert set(re.findall(r"^\| `(\w+)` \| \w", page, re.MULTILINE)) == set(Scope)


def test_the_hub_of_the_page_can_be_set_up(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for line in [*block(HUB, "sh hub"), *block(HUB, "sh token")]:
        assert run(shlex.split(line)[1:]) == 0, line
    verify = re.search(r"`headwater (log verify [^`]+)`", read(HUB))
    assert verify
    assert run(shlex.split(verify[1])) == 0
    assert set(re.findall(r"--role (\w+)", read(HUB))) <= set(Role)
    capsys.readouterr()
    run(["user", "list", "--node", "hub", "--as", "ivo"])
    (maja,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith("maja")]
    assert maja.split()[-1] == "safeguarding"
    run(["user", "add", "maja", "--role", "admin", "--node", "hub", "--as", "maja"])
    assert "may not" in capsys.readouterr().err


def test_the_first_day_goes_as_the_page_says(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for line in block(FIRST_DAY, "sh setup"):
        assert run(shlex.split(line)[1:]) == 0, line
    assert "Invitation" in capsys.readouterr().out
    report = tmp_path / "report.txt"
    report.write_text("\n".join(block(FIRST_DAY, "text report")), encoding="utf-8")
    luka = ["--node", "hub", "--as", "luka", "--purpose", "case: Drava, who supplies the boats"]
    assert run(["add", str(report), *luka]) == 0
    assert run(["alerts", *luka]) == 0
    told = capsys.readouterr().out
    assert "3 items" in told
    assert "LIFE AT RISK" in told
    run(["read", str(report)])
    taken = capsys.readouterr().out
    for one in ("Leg.persons = 31", "Leg.mode = van", "Fee.amountLow = 900", "role = organiser"):
        assert one in taken
    said = ["Goran Vukčević", "suspect", "--case", "Drava", "--reason", "read in the report"]
    assert run(["categorise", *said, *luka]) == 0
    assert run(["watch", "add", "leg", "Horgoš", *luka]) == 0
    assert run(["watch", "add", "person", "Goran Vukčević", *luka]) == 0
    assert run(["names", "compare", "вукчевић", "Vukčević"]) == 0
    assert "Strong evidence" in capsys.readouterr().out
