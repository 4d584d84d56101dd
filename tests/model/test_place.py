"""Places stand on the globe and are of a known kind."""

import pytest

from headwater.model import Place, Refused


@pytest.mark.parametrize(
    "wrong", [{"kind": "village green"}, {"latitude": 91.0}, {"longitude": -181.0}]
)
def test_a_place_off_the_globe_or_of_no_kind_is_refused(wrong):
    with pytest.raises(Refused):
        Place(**({"id": "p", "name": "P", "kind": "town"} | wrong))
