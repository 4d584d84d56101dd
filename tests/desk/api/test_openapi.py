"""The document that describes the interface tells the truth, whatever a script sends."""

import pytest
import schemathesis
from hypothesis import given, settings
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig

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


@pytest.mark.parametrize("mode", GenerationMode)
@pytest.mark.parametrize("room", ["reports", "things", "search", "review", "findings", "alerts"])
def test_every_answer_is_one_that_the_document_describes(described, room, mode):
    told = [found.ok() for found in described.get_all_operations()]
    rooms = [one for one in told if room in _ROOMS.get(one.path.split("/")[2], one.path)]
    assert rooms
    for operation in rooms:

        @settings(max_examples=5, deadline=None, derandomize=True, database=None)
        @given(case=operation.as_strategy(generation_mode=mode))
        def asked(case):
            case.call_and_validate()

        asked()


_ROOMS = {"statements": "reports", "methods": "findings", "watches": "alerts"}
