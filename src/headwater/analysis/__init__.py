"""From a picture to findings: declared, versioned methods that change nothing."""

from headwater.analysis.declared import METHODS, Declared, methods, run
from headwater.analysis.organisers import Acquaintance, acquaintances

__all__ = ["METHODS", "Acquaintance", "Declared", "acquaintances", "methods", "run"]
