import pytest

from headwater.analysis import METHODS, methods, run
from headwater.model import WrongUse
from headwater.picture import Picture


def test_a_method_that_does_not_exist_is_answered_with_the_nearest_one():
    with pytest.raises(WrongUse) as refused:
        run(Picture.of({}), "organizers.rank")
    assert "organisers.ranking" in refused.value.do


def test_what_the_picture_warns_of_is_repeated_in_the_finding():
    finding = run(Picture.of({}, caveats=("Mind the gap.",)), "organisers.ranking")
    assert finding.caveats[0] == "Mind the gap."
    assert finding.seconds >= 0


def test_methods_are_listed_once_in_the_order_of_their_ids():
    ids = [method.id for method in methods()]
    assert ids == sorted(METHODS)
