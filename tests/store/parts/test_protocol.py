"""Parts: nothing that is promised is missing; tests/conformance asks what it does."""

import inspect

from headwater.store.parts import EmbeddedParts, Parts


def test_the_embedded_store_does_all_that_is_promised():
    for name in (name for name in vars(Parts) if not name.startswith("_")):
        ours, asked = getattr(EmbeddedParts, name), getattr(Parts, name)
        assert list(inspect.signature(ours).parameters) == list(inspect.signature(asked).parameters)
