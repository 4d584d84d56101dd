"""Daily work: what is new, reports and their reading, review, alerts."""

from headwater.desk.rooms.work import (
    adding,
    alerts,
    entry,
    reading,
    reports,
    review,
    statements,
    today,
    watches,
)

ROUTES = (
    *today.ROUTES,
    *reports.ROUTES,
    *entry.ROUTES,
    *reading.ROUTES,
    *adding.ROUTES,
    *statements.ROUTES,
    *review.ROUTES,
    *alerts.ROUTES,
    *watches.ROUTES,
)

__all__ = ["ROUTES"]
