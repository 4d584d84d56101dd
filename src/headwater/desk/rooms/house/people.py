"""People: for administrators, who the users are and what each may do."""

from litestar import get, post
from litestar.params import FromQuery
from litestar.response import Redirect, Template

from headwater.desk.pages import page
from headwater.desk.rooms.house.entrance import Form
from headwater.desk.visit import Here, SignedIn
from headwater.model import NotPermitted, WrongUse
from headwater.node import add_user
from headwater.node.access import accounts
from headwater.safeguard import Role, Viewer

HIGHEST = 3
"""Levels of clearance go from 0 to this, as the protective markings do."""


@get("/people", sync_to_thread=True)
def listed(guest: SignedIn, visit: Here, name: FromQuery[str] = "") -> Template:
    """The users, and a form for a new one or for the one that is named."""
    visit.node.may(Role.ADMIN)
    users = accounts.listed(visit.node)
    chosen = next((user for user in visit.node.store.users() if user.name == name), None)
    told = {
        "users": users,
        "chosen": chosen,
        "seen": _rights(chosen) if chosen else "",
        "roles": list(Role),
        "levels": range(HIGHEST + 1),
        "proved": guest.proved,
        "me": visit.node.viewer.name,
    }
    return page("people/people", visit, told)


@post("/people", sync_to_thread=True, opt={"proved": True})
def granted(visit: Here, data: Form) -> Redirect | Template:
    """Add a user, or change what one may do; their sessions end then."""
    visit.node.may(Role.ADMIN)
    name, clearance = data.get("name", "").strip(), data.get("clearance", "")
    known = {user.name: user for user in visit.node.store.users()}
    if data.get("new") and name in known:
        raise WrongUse(f"there is a user {name} already", do="change their rights instead")
    if not data.get("new") and name not in known:
        raise NotPermitted(f"there is no user {name} any more", do="load the page again")
    if name in known and data.get("seen", _rights(known[name])) != _rights(known[name]):
        raise WrongUse(
            f"somebody else changed what {name} may do since the page was opened",
            why="yours would have taken theirs back unseen",
            do="load the page again, look at what they may do now, and change that",
        )
    roles = [role.value for role in Role if data.get(f"role-{role}")]
    if not roles or clearance not in map(str, range(HIGHEST + 1)):
        raise WrongUse("a user needs a role and a clearance", do="tick one and choose the other")
    compartments = [one.strip() for one in data.get("compartments", "").split(",") if one.strip()]
    notes = add_user(visit.node, name, roles, compartments, int(clearance))
    if notes:
        return page("people/noted", visit, {"notes": notes})
    return Redirect("/people", status_code=303)


def _rights(user: Viewer) -> str:
    """What a user may do, in words that change with every change of it."""
    return repr((sorted(user.roles), sorted(user.compartments), user.clearance))


@post("/people/invite", sync_to_thread=True, opt={"proved": True})
def invited(visit: Here, data: Form) -> Template:
    """A new invitation; its code is shown this once."""
    name = data.get("name", "")
    told = {"code": accounts.invite(visit.node, name), "name": name}
    return page("people/invited", visit, told)


@post("/people/end", sync_to_thread=True, opt={"proved": True})
def ended(visit: Here, data: Form) -> Redirect:
    """Remove a user with all that opens the door to them."""
    accounts.end(visit.node, data.get("name", ""))
    return Redirect("/people", status_code=303)


ROUTES = (listed, granted, invited, ended)
