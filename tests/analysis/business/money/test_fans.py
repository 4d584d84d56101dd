import pytest

from headwater.analysis.business.money.ends import ends_of
from headwater.analysis.business.money.fans import fans
from headwater.analysis.business.money.movements import movements_of
from tests.analysis.business.money.fixtures import paid, picture_of, settled

MANY = [paid(f"k{n}", "b", 1000 + n, at=n // 2) for n in range(7)]
ON = paid("b", "o", 6900, at=5)


def found(*payments, into=True, **given):
    picture = picture_of(*payments)
    movements = movements_of(picture, settled())
    return list(fans(movements, ends_of(picture, movements), settled(**given), into=into))


def turned(payments):
    """The same money the other way, and the days from the end."""
    return [
        one
        | {"from": one["to"], "to": one["from"], "date": f"2025-01-{28 - int(one['date'][-2:])}"}
        for one in payments
    ]


def test_many_who_pay_one_who_passes_it_on_within_days_make_a_fan_in():
    (fan,) = found(*MANY, ON)
    assert (fan.parties, fan.many.size, fan.few.size) == (7, 7, 1)
    assert fan.share == pytest.approx(6900 / 7021)


def test_one_who_is_paid_and_pays_many_within_days_makes_a_fan_out():
    (fan,) = found(*turned([*MANY, ON]), into=False)
    assert (fan.parties, fan.many.size, fan.few.size) == (7, 7, 1)


@pytest.mark.parametrize(
    "on",
    [
        paid("b", "o", 6900, at=60),
        paid("b", "o", 3000, at=5),
        paid("b", "o", 20_000, at=5),
        paid("b", "o", 6900, at=5, currency="GBP"),
    ],
)
def test_it_is_none_where_the_money_goes_on_late_in_part_or_in_another_currency(on):
    assert not found(*MANY, on)


def test_the_same_payer_many_times_is_not_many():
    assert not found(*(one | {"from": "k1"} for one in MANY), ON)


def test_money_that_goes_on_in_as_many_parts_is_no_fan():
    parts = [paid("b", f"r{n}", 990, at=5) for n in range(7)]
    assert not found(*MANY, *parts)


def test_nobody_who_may_not_be_named_is_a_hub():
    assert not found(*(one | {"to": "k99"} for one in MANY), ON | {"from": "k99"})


def test_a_second_fan_later_is_another_one():
    later = [one | {"date": one["date"].replace("-01-", "-03-")} for one in [*MANY, ON]]
    assert len(found(*MANY, ON, *later)) == 2
