from headwater.analysis.business.money.ends import CUSTOMERS, UNSAID, ends_of
from headwater.analysis.business.money.movements import movements_of
from tests.analysis.business.money.fixtures import paid, picture_of, settled

EVERYBODY = (("v", "victim"), ("m", "being_moved"), ("u", "undecided"), ("x", "convicted"))


def shown(*ends, bodies=()):
    payments = [paid(one, "a", 5) for one in ends]
    picture = picture_of(*payments, people=EVERYBODY, bodies=bodies)
    movements = movements_of(picture, settled())
    found = ends_of(picture, movements)
    return dict(zip(movements.ends, zip(found.id, found.name, strict=True), strict=True)), found


def test_only_suspects_convicted_people_and_bodies_are_named():
    told, _ = shown("b", "x", "firm", "v", "m", "u", "stranger", bodies=["firm"])
    assert told["b"] == ("b", "B")
    assert told["x"] == ("x", "X")
    assert told["firm"] == ("firm", "FIRM")
    assert {told[one] for one in ("v", "m", "u", "stranger")} == {(CUSTOMERS, CUSTOMERS)}


def test_an_end_that_is_not_said_is_nobody():
    told, found = shown("", "b")
    assert told[""] == (UNSAID, UNSAID)
    assert found.hidden == 0


def test_it_counts_who_is_not_named_and_who_waits_for_a_category():
    _, found = shown("v", "u", "stranger", "b")
    assert (found.hidden, int(found.waiting.sum())) == (3, 2)


def test_all_customers_are_one():
    _, found = shown("v", "m", "b")
    assert len(set(found.shown.tolist())) == 3


def test_a_picture_without_anybody_has_no_end():
    picture = picture_of()
    assert ends_of(picture, movements_of(picture, settled())).id == []
