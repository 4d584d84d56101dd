"""Where the trade runs."""

__all__: list[str] = []
