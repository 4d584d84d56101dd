import pytest

from headwater.model import WrongUse
from headwater.resolve.engines import ENGINES, engine_called
from headwater.resolve.engines import splink as splink_engine


def test_an_engine_that_does_not_exist_is_refused_with_those_that_do():
    with pytest.raises(WrongUse) as refused:
        engine_called("magic")
    assert all(name in refused.value.do for name in ENGINES)


def test_an_engine_that_is_not_installed_says_what_to_install(monkeypatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(splink_engine.splink, "import_module", missing)
    with pytest.raises(WrongUse) as refused:
        engine_called("splink")
    assert "pip install headwater[splink]" in refused.value.do
