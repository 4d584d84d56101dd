"""Events: what happened, to whom, where; put together from words, names and figures."""

__all__: list[str] = []
