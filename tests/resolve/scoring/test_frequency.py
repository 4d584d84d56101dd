"""How common a value is, and what agreement in it is worth."""

from headwater.resolve.records import PersonRecord
from headwater.resolve.scoring.frequency import (
    LEAST,
    TOKEN,
    count_values,
    meet_names,
    population_bits,
    shares,
    value_shares,
)


def people(*names):
    return [
        PersonRecord(str(i), {"name": (name,), "country": ("XK",)}, ("suspect",))
        for i, name in enumerate(names)
    ]


def shared(*names):
    return shares(count_values(people(*names)), 2.0)


def bits(frequencies, left, right):
    return population_bits(frequencies, meet_names([(left, right)])[0])


def test_agreement_in_a_common_name_is_worth_less_than_in_a_rare_one():
    common = shared(*["Murad Barzani"] * 30, *["Soran Petrov"] * 2)
    assert bits(common, "Murad Barzani", "Murad Barzani") + 4 < bits(
        shared("Soran Petrov"), "Murad Barzani", "Murad Barzani"
    )


def test_spellings_of_one_name_are_counted_together():
    frequencies = shared(*["Murad Barzani"] * 3, *["Мурад Барзани"] * 3)
    assert max(frequencies[TOKEN].shares.values()) > 0.5


def test_values_of_few_people_are_not_kept_in_the_model():
    few, enough = ["Murad Barzani"] * (LEAST - 1), ["Murad Barzani"] * LEAST
    assert not shared(*few)[TOKEN].shares
    assert shared(*enough)[TOKEN].shares


def test_the_share_of_a_value_that_all_have_is_near_one():
    share = value_shares(shared(*["Murad"] * 20_000), "country", ["xk"])
    assert 0.9 < share[0] <= 1.0


def test_names_met_before_are_met_the_same_again():
    pair = ("Murad Barzani", "مراد بارزاني")
    assert meet_names([pair, pair]) == meet_names([pair]) * 2


def test_what_names_can_say_at_most_is_never_less_than_what_they_say():
    pairs = [
        ("Murad Barzani", "مراد سليماني"),
        ("Soran Petrov Ilić", "Soran Marković"),
        ("Milica Jovanova", "Dragan Kostov"),
    ]
    frequencies = shared("Murad Barzani")
    ceilings = [
        (population_bits(frequencies, met), met.ceiling) for met in meet_names(pairs, closely=False)
    ]
    closely = meet_names(pairs)
    assert not any(met.ceiling for met in closely)
    assert all(ceiling for _, ceiling in ceilings)
    assert all(
        most >= population_bits(frequencies, met)
        for (most, _), met in zip(ceilings, closely, strict=True)
    )
    assert meet_names(pairs, closely=False) == closely
