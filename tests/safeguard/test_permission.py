import pytest

from headwater.model import NotPermitted
from headwater.safeguard import Role, Viewer, require
from headwater.safeguard.permission import PERMISSIONS


def viewer(*roles):
    return Viewer("amy", "North", frozenset(roles))


def test_the_first_user_with_every_role_may_do_everything():
    for action in PERMISSIONS:
        require(viewer(*Role), action)


def test_an_officer_cannot_erase_and_is_told_who_can():
    with pytest.raises(NotPermitted) as refused:
        require(viewer("officer"), "erase")
    assert "supervisor" in refused.value.why


def test_the_log_is_read_by_the_auditor_alone():
    require(viewer("auditor"), "read the log")
    for role in set(Role) - {"auditor"}:
        with pytest.raises(NotPermitted):
            require(viewer(role), "read the log")


def test_an_action_that_is_not_listed_is_nobodys():
    with pytest.raises(NotPermitted):
        require(viewer(*Role), "launch rockets")
