"""Worlds of people in several scripts, made once for all tests."""

import pytest

from headwater.exercise.identities import World, identities


@pytest.fixture(scope="session")
def development() -> World:
    return identities(seed=1, records=4000)


@pytest.fixture(scope="session")
def unseen() -> World:
    return identities(seed=101, records=4000)
