"""From a picture to findings: declared, versioned methods that change nothing."""

from headwater.analysis.declared import METHODS, Declared, methods, run

__all__ = ["METHODS", "Declared", "methods", "run"]
