"""Daily work: what is new, reports and their reading, review, alerts."""

from headwater.desk.rooms.work import entry, reading, reports, statements, today

ROUTES = (*today.ROUTES, *reports.ROUTES, *entry.ROUTES, *reading.ROUTES, *statements.ROUTES)

__all__ = ["ROUTES"]
