"""People as tests of scoring need them: invented, few, and told apart by little."""

from headwater.resolve.records import PersonRecord


def person(id: str, **values: str) -> PersonRecord:
    """A record of one value a field."""
    return PersonRecord(id, {field: (text,) for field, text in values.items()}, ("suspect",))


def crowd(number: int = 60) -> list[PersonRecord]:
    """Unlike people, each written down twice, the second time with a slip in the number."""
    firsts = ("Arben", "Besnik", "Dragan", "Emin", "Farid", "Goran", "Hasan", "Ismet", "Jovan")
    lasts = ("Kelmendi", "Lazarov", "Mirdita", "Nurzai", "Osmani", "Petrov", "Rexhepi", "Stojanov")
    found = []
    for i in range(number):
        name = f"{firsts[i % 9]} {lasts[(i * 5 + i // 9) % 8]}"
        born = f"19{60 + i % 38}-{i % 12 + 1:02}-{i % 27 + 1:02}"
        digits = f"{(i * 7919 + 104729) % 90000 + 10000}"
        for turn, number_ in enumerate((digits, digits[:-1] + "x")):
            found.append(
                person(
                    f"p{i:03}-{turn}",
                    name=name,
                    birth_date=born,
                    phone=f"+3816{digits}{i % 10}1",
                    document=f"passport|RS|A{number_}7",
                )
            )
    return found
