"""Engines: who pairs the records of a batch and weighs the pairs; linkage does the rest."""

from headwater.resolve.engines.choice import ENGINES, engine_called
from headwater.resolve.engines.engine import Engine, Weighed

__all__ = ["ENGINES", "Engine", "Weighed", "engine_called"]
