"""Engines: who pairs the records of a batch and weighs the pairs; linkage does the rest."""

from headwater.resolve.engines.engine import ENGINES, Engine, Weighed, engine_called

__all__ = ["ENGINES", "Engine", "Weighed", "engine_called"]
