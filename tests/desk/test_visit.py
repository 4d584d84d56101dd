"""A visit sees the node under the name and purpose of whoever visits."""

from headwater.desk.visit import Visit
from headwater.safeguard import Role
from tests.desk.conftest import PURPOSE, viewer


def test_a_picture_bears_the_name_and_purpose_of_who_looks(house):
    seen = [
        Visit(house.enter(viewer(name, Role.ANALYST), PURPOSE), house.shelf, "").look().picture
        for name in ("ana", "mira")
    ]
    assert [one.viewer for one in seen] == ["ana", "mira"]
    assert seen[0].fingerprint == seen[1].fingerprint
