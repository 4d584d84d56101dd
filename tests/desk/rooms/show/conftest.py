"""A network of people who may be ranked, for the desk on a small node."""

import pytest

from headwater.node.looking import Held
from headwater.node.looking.shelf import Beside
from headwater.node.workroom import InPlace
from headwater.picture import from_plain_files

LINKS = "source,target\na,b\nb,c\nc,d\nb,e\n"


@pytest.fixture
def tied(house, tmp_path, monkeypatch):
    """What every page of the desk looks at: five suspects, four ties."""
    (tmp_path / "links.csv").write_text(LINKS, encoding="utf-8")
    picture = from_plain_files(links=tmp_path / "links.csv", assume_category="suspect")
    beside = Beside(InPlace())
    held = Held(picture, "2026-01-01", 0.0, beside)
    monkeypatch.setattr(house.shelf, "look", lambda *_about, reason="": held)
    return picture
