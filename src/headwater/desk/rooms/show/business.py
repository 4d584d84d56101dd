"""Business: what journeys cost, what the trade earns, where the money goes, what would hurt it."""

from litestar import get
from litestar.response import Template

from headwater.desk.pages import page
from headwater.desk.rooms.show.cards import asked
from headwater.desk.visit import Here

_METHODS = ("fees", "economics", "money", "squeeze")


@get("/business", sync_to_thread=True)
def business(visit: Here) -> Template:
    """The business model as the methods find it."""
    picture = visit.look().picture
    cards = {name: asked(visit, picture, f"business.{name}") for name in _METHODS}
    return page("business/business", visit, {"cards": cards})


ROUTES = (business,)
