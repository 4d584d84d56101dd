"""Looking again and again at a treated series without fooling oneself."""

from headwater.series.sequential.looks import ENOUGH, LEAST_ERRORS, Looks, looks

__all__ = ["ENOUGH", "LEAST_ERRORS", "Looks", "looks"]
