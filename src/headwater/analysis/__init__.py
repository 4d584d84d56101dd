"""From a picture to findings: declared, versioned methods that change nothing.

All methods together take seconds to load, so they are loaded when they are first asked for; the
room `headwater.analysis.watch` needs none of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from headwater.analysis.declared import METHODS, Declared, methods, run
    from headwater.analysis.organisers import Acquaintance, acquaintances

__all__ = ["METHODS", "Acquaintance", "Declared", "acquaintances", "methods", "run"]


def __getattr__(name: str) -> object:
    """What is exported here, from the module that it lives in."""
    if name in ("Acquaintance", "acquaintances"):
        return getattr(import_module("headwater.analysis.organisers"), name)
    if name in __all__:
        return getattr(import_module("headwater.analysis.declared"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
