"""Today: alerts, what changed since the last look, what waits for me."""

from litestar import get
from litestar.response import Template

from headwater.desk.pages import page
from headwater.desk.visit import Here


@get("/", sync_to_thread=True)
def today(visit: Here) -> Template:
    """The front page."""
    held = visit.look()
    tables = held.picture.tables
    counts = {name: tables[name].num_rows for name in ("reports", "entities", "legs", "statements")}
    latest = tables["reports"].sort_by([("record_date", "descending")]).slice(0, 8).to_pylist()
    return page("today/today", visit, {"held": held, "counts": counts, "latest": latest})


ROUTES = (today,)
