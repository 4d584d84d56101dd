from types import MappingProxyType

from headwater.analysis.business.money.ends import ends_of
from headwater.analysis.business.money.flows import flows
from headwater.analysis.business.money.movements import movements_of
from tests.analysis.business.money.fixtures import paid, picture_of, settled


def told(*payments, usual=MappingProxyType({})):
    picture = picture_of(*payments)
    movements = movements_of(picture, settled())
    return flows(movements, ends_of(picture, movements), usual).told


def test_a_flow_adds_up_what_one_pays_another_with_dates_groups_and_statements():
    ((row, statements),) = told(
        paid("a", "b", 900, 3), paid("a", "b", 100, 40, group="G"), paid("a", "b", 5, "2025")
    )
    assert (row["from"], row["to"], row["currency"]) == ("a", "b", "EUR")
    assert (row["low"], row["high"], row["count"], row["groups"]) == (1005, 1005, 3, 2)
    assert (row["first"], row["last"]) == ("2025", "2025-02-13")
    assert statements == ("R#1.1", "R#2.1", "R#3.1")


def test_currencies_and_kinds_are_never_added_up():
    found = told(
        paid("a", "b", 1), paid("a", "b", 2, currency="GBP"), paid("a", "b", 4, text="cash")
    )
    assert sorted((row["currency"], row["kind"], row["high"]) for row, _ in found) == [
        ("EUR", "", 1),
        ("EUR", "cash", 4),
        ("GBP", "", 2),
    ]


def test_a_conflict_runs_from_the_lowest_to_the_highest():
    ((row, _),) = told(
        paid("a", "b", 900, text="k17"),
        paid("a", "b", 950, text="k17", report="S"),
        paid("a", "b", 1),
    )
    assert (row["low"], row["high"], row["count"], row["conflict"]) == (901, 951, 2, True)


def test_a_payment_without_an_amount_is_counted_not_summed():
    ((row, _),) = told(paid("a", "b", None), paid("a", "b", 5))
    assert (row["high"], row["count"]) == (5, 2)
    assert row["why"] == "1 of them without an amount"
    ((row, _),) = told(paid("a", "b", None))
    assert row["high"] is None


def test_customers_are_counted_from_five_up_and_never_named():
    ((row, _),) = told(*(paid(f"k{n}", "b", 5) for n in range(5)))
    assert (row["from"], row["from_name"], row["parties"]) == ("customers", "customers", 5)
    ((row, _),) = told(*(paid(f"k{n}", "b", 5) for n in range(4)))
    assert (row["parties"], row["count"]) == (None, None)


def test_one_payment_to_a_protected_person_shows_neither_sum_nor_number_nor_date():
    ((row, _),) = told(paid("b", "v", 200, 10))
    assert (row["from"], row["to"], row["first"], row["last"]) == ("b", "customers", "", "")
    assert (row["low"], row["high"], row["count"]) == (None, None, None)
    assert "fewer than 5 payments" in row["why"]


def test_many_payments_of_one_customer_show_a_sum_without_number_and_dates():
    ((row, _),) = told(*(paid("v", "b", 200, n) for n in range(6)))
    assert (row["high"], row["count"], row["first"], row["last"]) == (1200, None, "", "")
    assert "fewer than 5 people" in row["why"]


def test_a_withheld_number_cannot_be_told_from_its_statements_groups_or_conflict():
    payments = [paid(f"k{n}", "b", 5, group=f"G{n}", text=f"m{n}") for n in range(3)]
    ((row, statements),) = told(*payments, paid("k0", "b", 7, text="m0", report="S"))
    assert (row["groups"], row["conflict"]) == (None, False)
    assert statements == ()


def test_what_another_reading_would_give_back_by_a_few_payments_is_withheld_too():
    payments = [paid(f"k{n}", "b", 5) for n in range(9)]
    ((row, _),) = told(*payments, usual={"flow|customers|b||EUR": 10})
    assert (row["count"], row["high"]) == (None, None)
    ((row, _),) = told(*payments, usual={"flow|customers|b||EUR": 14})
    assert (row["count"], row["high"]) == (9, 45)


def test_an_end_that_is_not_said_is_not_said():
    ((row, _),) = told(paid("", "b", 5))
    assert (row["from"], row["parties"]) == ("not said", None)


def test_no_payment_has_no_flow():
    assert told() == []


def test_euro_is_the_same_money_as_eur():
    ((row, _),) = told(paid("a", "b", 1, currency="Euro"), paid("a", "b", 2))
    assert (row["currency"], row["high"]) == ("EUR", 3)
