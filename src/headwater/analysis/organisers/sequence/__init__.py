"""organisers.sequence: in which order to remove people, when the network reacts."""

from headwater.analysis.organisers.sequence.method import METHOD, run

__all__ = ["METHOD", "run"]
