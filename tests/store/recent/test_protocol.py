"""What came in last: nothing that is promised is missing; tests/conformance asks what it does."""

import inspect

from headwater.store.recent import EmbeddedRecent, Recent


def test_the_embedded_store_does_all_that_is_promised():
    for name in (name for name in vars(Recent) if not name.startswith("_")):
        ours, asked = getattr(EmbeddedRecent, name), getattr(Recent, name)
        assert list(inspect.signature(ours).parameters) == list(inspect.signature(asked).parameters)
