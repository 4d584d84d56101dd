"""Who most likely organises, with how sure that is."""

from headwater.analysis.organisers.ranking.method import METHOD, run

__all__ = ["METHOD", "run"]
