import pytest

from headwater.model import WrongUse
from headwater.safeguard import Viewer, login_form


def test_a_role_that_does_not_exist_is_refused_with_the_roles_there_are():
    with pytest.raises(WrongUse) as refused:
        Viewer("amy", "North", frozenset({"analyts"}))
    assert "analyts" in refused.value.what
    assert "analyst" in refused.value.do


def test_a_user_needs_a_name():
    with pytest.raises(WrongUse):
        Viewer(" ", "North", frozenset({"analyst"}))


@pytest.mark.parametrize(
    "spelling", ["ANA", "ana ", "\uff21\uff4e\uff41", "a\u200bna", "\u202eana", "an\u00ada"]
)
def test_another_spelling_of_a_login_name_is_the_same_user(spelling):
    assert login_form(spelling) == login_form("Ana") == "ana"


def test_names_that_differ_for_the_eye_are_different_users():
    assert len({login_form(name) for name in ("ana", "anna", "ána", "ana b")}) == 4
    with pytest.raises(WrongUse):
        Viewer("\u200b", "North", frozenset({"analyst"}))
