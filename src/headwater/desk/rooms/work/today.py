"""Today: alerts, what changed since the last look, what waits for me, what is due."""

from litestar import get
from litestar.datastructures import State
from litestar.response import Template

from headwater.desk.live import queues_of
from headwater.desk.pages import page
from headwater.desk.visit import Here
from headwater.node import entering, queue, reading, watching

MOST_ALERTS = 5
MOST_DUE = 10


@get("/", sync_to_thread=True)
def today(visit: Here, state: State) -> Template:
    """The front page."""
    held = visit.look()
    tables = held.picture.tables
    counts = {name: tables[name].num_rows for name in ("reports", "entities", "legs", "statements")}
    unread = watching.alerts(visit.node, unread=True, most=MOST_ALERTS)
    due = queue.reviews_beside(visit.node, held)
    first_due = due.rows(0, MOST_DUE)
    told = {
        "held": held,
        "counts": counts,
        "news": reading.news(visit.node, lambda: held),
        "alerts": reading.alerts_as_told(visit.node, unread, lambda: held),
        "parts": queue.parts,
        "due": first_due,
        "titled": queue.titled(visit.node, first_due, held),
        "all_due": len(due),
        "waiting": queues_of(state).known(visit.node),
        "may_enter": entering.may_enter(visit.node),
    }
    return page("today/today", visit, told)


ROUTES = (today,)
