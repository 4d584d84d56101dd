"""Headwater: from graded reports to who organises people smuggling, and what to do about it."""

__version__ = "0.1.0"
