"""business.fees: what each leg costs, how it is paid, and where sources contradict each other."""

from headwater.analysis.business.fees.method import METHOD, run

__all__ = ["METHOD", "run"]
