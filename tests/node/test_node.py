"""Who acts, what for, and what is written down about it."""

import dataclasses

import pytest

from headwater.model import NotPermitted, WrongUse
from headwater.safeguard import Operation, Role


def test_every_use_leaves_a_record_with_its_purpose(node):
    node.log(Operation.CONSULTATION, ["x"])
    last = list(node.store.audit())[-1]
    assert (last["operation"], last["who"], last["purpose"]) == ("consultation", "mira", "test")


def test_a_role_that_the_viewer_lacks_stops_the_use(node):
    bare = dataclasses.replace(node.viewer, roles=frozenset({Role.AUDITOR}))
    with pytest.raises(NotPermitted):
        dataclasses.replace(node, viewer=bare).may(Role.ANALYST)


def test_looking_without_a_purpose_is_wrong_use(node):
    with pytest.raises(WrongUse):
        dataclasses.replace(node, stated="").allowed()
