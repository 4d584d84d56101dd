"""Showing: what the methods find, drawn and told."""

ROUTES = ()

__all__ = ["ROUTES"]
