"""What the environment may set."""

import pytest

from headwater.model import WrongUse
from headwater.node import read_settings
from headwater.node.settings import clock, today


def test_settings_come_from_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("HEADWATER_SHARED", str(tmp_path))
    monkeypatch.setenv("HEADWATER_WORKERS", "3")
    settings = read_settings()
    assert (settings.shared, settings.workers) == (tmp_path, 3)
    assert settings.login


def test_a_missing_shared_folder_is_no_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("HEADWATER_SHARED", str(tmp_path / "nowhere"))
    assert read_settings().shared is None


@pytest.mark.parametrize("wrong", ["many", "0", "-1"])
def test_a_number_of_workers_that_cannot_be_is_refused(monkeypatch, wrong):
    monkeypatch.setenv("HEADWATER_WORKERS", wrong)
    with pytest.raises(WrongUse):
        read_settings()


def test_the_clock_is_in_utc():
    assert clock().endswith("+00:00")
    assert clock().startswith(today().isoformat()[:4])
