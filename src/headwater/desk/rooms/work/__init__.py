"""Daily work: what is new, reports and their reading, review, alerts."""

from headwater.desk.rooms.work import entry, reading, reports, review, statements, today

ROUTES = (
    *today.ROUTES,
    *reports.ROUTES,
    *entry.ROUTES,
    *reading.ROUTES,
    *statements.ROUTES,
    *review.ROUTES,
)

__all__ = ["ROUTES"]
