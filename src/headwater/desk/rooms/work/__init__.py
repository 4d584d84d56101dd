"""Daily work: what is new, reports and their reading, review, alerts."""

from headwater.desk.rooms.work import reading, reports, today

ROUTES = (*today.ROUTES, *reports.ROUTES, *reading.ROUTES)

__all__ = ["ROUTES"]
