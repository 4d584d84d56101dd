"""Who pays and who is paid, and which movements of money belong together."""

from headwater.analysis.business.money.method import METHOD, run

__all__ = ["METHOD", "run"]
