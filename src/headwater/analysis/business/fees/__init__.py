"""business.fees: what each leg costs, how it is paid, and where sources contradict each other."""

from headwater.analysis.business.fees.claims import Claim, gather
from headwater.analysis.business.fees.method import METHOD, run
from headwater.analysis.business.fees.units import row_of, told_apart

__all__ = ["METHOD", "Claim", "gather", "row_of", "run", "told_apart"]
