"""Daily work: what is new, reports and their reading, review, alerts."""

from headwater.desk.rooms.work import reports, today

ROUTES = (*today.ROUTES, *reports.ROUTES)

__all__ = ["ROUTES"]
