"""Traces: digests of who the rows about protected people are of, and what people answered."""

from headwater.store.traces.keeping import Traces, forget_report

__all__ = ["Traces", "forget_report"]
