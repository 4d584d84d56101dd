"""Outlooks as drawings: the fan of what may come, and how well past forecasts held."""

from headwater.draw.outlook.fan import outlook_told

__all__ = ["outlook_told"]
