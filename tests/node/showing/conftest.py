"""A small picture from plain files: two people in a chain of three, legs, payments."""

import pytest

from headwater.node.looking import Run
from headwater.picture import from_plain_files

LINKS = (
    "source,target,layer,date\n"
    "a,b,call,2026-01-02\na,b,call,2026-03-04\nb,c,meeting,2026-02-01\nd,e,call,\n"
)
LEGS = (
    "from,to,mode,date\n"
    "Subotica,Szeged,car,2026-01-02\nSubotica,Szeged,car,2026-01-09\nSzeged,Vienna,lorry,\n"
)


@pytest.fixture
def picture(tmp_path):
    files = {"links": LINKS, "legs": LEGS}
    for name, text in files.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    given = {name: tmp_path / f"{name}.csv" for name in files}
    return from_plain_files(**given, assume_category="suspect")


@pytest.fixture
def a_run():
    """A run that ended, of this finding, whose things are called so."""

    def made(finding, **called):
        about = ("ana", frozenset(), 0, finding.picture, finding.method, {}, "2026-01-01")
        run = Run(1, *about)
        run.finding, run.called = finding, called
        return run

    return made
