import pytest

from headwater.model import WrongUse
from headwater.safeguard import Viewer


def test_a_role_that_does_not_exist_is_refused_with_the_roles_there_are():
    with pytest.raises(WrongUse) as refused:
        Viewer("amy", "North", frozenset({"analyts"}))
    assert "analyts" in refused.value.what
    assert "analyst" in refused.value.do


def test_a_user_needs_a_name():
    with pytest.raises(WrongUse):
        Viewer(" ", "North", frozenset({"analyst"}))
