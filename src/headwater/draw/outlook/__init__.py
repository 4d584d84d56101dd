"""Outlooks as drawings: the fan of what may come, how past forecasts held, and scenarios."""

from headwater.draw.outlook.fan import outlook_told
from headwater.draw.outlook.scenarios import scenarios_told
from headwater.draw.outlook.total import total_told

__all__ = ["outlook_told", "scenarios_told", "total_told"]
