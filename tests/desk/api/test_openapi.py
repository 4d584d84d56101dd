"""The document that describes the interface tells the truth, whatever a script sends."""

import pytest
import schemathesis
from hypothesis import given, settings
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig

from headwater.desk.api import API
from tests.desk.staff import Staff


@pytest.fixture(scope="module")
def described(staff: Staff) -> schemathesis.BaseSchema:
    """The document, for the script of an analyst that may do everything a script may."""
    secret = staff.script("ana", "read", "add", "review", "analyse").headers["Authorization"]
    # A request of the right form that cannot be done is answered with 422 and the reason.
    taken = {"expected-statuses": ["2xx", "401", "403", "404", "409", "422"]}
    config = {
        "auth": {"openapi": {"token": {"bearer": secret.removeprefix("Bearer ")}}},
        "checks": {"positive_data_acceptance": taken},
    }
    read = SchemathesisConfig.from_dict(config)
    return schemathesis.openapi.from_asgi("/schema/openapi.json", staff.app, config=read)


def _room(path: str) -> str:
    return path.split("/")[2]


@pytest.mark.parametrize("mode", GenerationMode)
@pytest.mark.parametrize("room", sorted({_room(route.path) for route in API.routes}))
def test_every_answer_is_one_that_the_document_describes(described, room, mode):
    told = [found.ok() for found in described.get_all_operations()]
    asked_here = [one for one in told if _room(one.path) == room]
    assert asked_here
    for operation in asked_here:

        @settings(max_examples=5, deadline=None, derandomize=True, database=None)
        @given(case=operation.as_strategy(generation_mode=mode))
        def asked(case):
            case.call_and_validate()

        asked()
