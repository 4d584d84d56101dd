"""Splink 5 as an engine, on DuckDB or Spark: an optional extra."""

from headwater.resolve.engines.splink.splink import Splink

__all__ = ["Splink"]
