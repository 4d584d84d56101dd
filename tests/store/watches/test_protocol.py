import inspect

from headwater.store.alerting import EmbeddedWatches
from headwater.store.watches import Arrived, Watches


def test_the_embedded_store_does_all_that_is_promised():
    promised = {name for name in vars(Watches) if not name.startswith("_")}
    assert promised <= set(dir(EmbeddedWatches))
    for name in promised:
        ours, asked = getattr(EmbeddedWatches, name), getattr(Watches, name)
        assert list(inspect.signature(ours).parameters) == list(inspect.signature(asked).parameters)


def test_nothing_that_came_in_is_false():
    assert not Arrived([], None, "")
