"""The commands. Each calls one use in one package; none holds logic of its own."""

from headwater.cli.start import main

__all__ = ["main"]
