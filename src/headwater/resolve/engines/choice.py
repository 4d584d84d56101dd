"""Choice of an engine by its name; what it runs on is loaded only then."""

from collections.abc import Mapping

from headwater.model import WrongUse
from headwater.resolve.engines.engine import Engine

ENGINES: Mapping[str, str] = {
    "built-in": "our own; needs nothing else",
    "splink": "Splink 5 on DuckDB, fed with our keys and names",
    "splink-spark": "the same on Apache Spark, on this machine unless configured otherwise",
}
"""The engines there are, by name."""


def engine_called(name: str) -> Engine:
    """The engine of a name in `ENGINES`.

    Raises:
        WrongUse: If there is none of that name, or what it runs on is not installed.
    """
    if name == "built-in":
        from headwater.resolve.engines.built_in import BuiltIn

        return BuiltIn()
    if name not in ENGINES:
        raise WrongUse(f"there is no engine {name!r}", do=f"use one of {', '.join(ENGINES)}")
    from headwater.resolve.engines.splink import Splink

    return Splink(on_spark=name == "splink-spark")
