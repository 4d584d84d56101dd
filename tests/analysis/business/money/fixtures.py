"""Small pictures of who pays whom."""

from headwater.analysis.business.money import METHOD
from headwater.picture import Picture
from tests.analysis.business.fixtures import table

SUSPECTS = ("a", "b", "c", "d", "h1", "h2", "o")

_SAME = {"kind": "payment", "currency": "EUR", "report": "R", "group": "R", "grade": "1A"}
_SAME |= {"status": "accepted", "modality": "done"}


def day(number):
    return f"2025-{1 + number // 28:02d}-{1 + number % 28:02d}"


def paid(source, target, amount, at=0, **rest):
    """One telling of a payment; `at` is a number of days, or a date."""
    date = at if isinstance(at, str) else day(at)
    return {"from": source, "to": target, "low": amount, "high": amount, "date": date} | rest


def picture_of(*payments, people=(), bodies=(), **tables):
    """A picture of payments; `people` are (id, category) pairs beside the suspects."""
    told = [
        {"id": f"P{n}", "statement": f"{one.get('report', 'R')}#{n + 1}.1"} | _SAME | one
        for n, one in enumerate(payments)
    ]
    held = {one: "suspect" for one in SUSPECTS} | dict(people)
    entities = [
        {"id": one, "schema": "Person", "caption": one.upper(), "category": category}
        | {"rankable": category in ("suspect", "convicted")}
        for one, category in held.items()
    ]
    entities += [{"id": one, "schema": "Company", "caption": one.upper()} for one in bodies]
    made = {name: table(name, rows) for name, rows in tables.items()}
    return Picture.of(
        {"money": table("money", told), "entities": table("entities", entities)} | made
    )


def settled(**given):
    return METHOD.settle(given)
