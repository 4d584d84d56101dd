from headwater.resolve.candidates import ranked, record_keys
from headwater.resolve.records import PersonRecord


def person(ident: str, name: str, **more: str) -> PersonRecord:
    return PersonRecord(ident, {"name": (name,), **{k: (v,) for k, v in more.items()}})


def look_up(wanted: PersonRecord, held: list[PersonRecord]) -> list[tuple[int, float]]:
    keys = [record_keys(record) for record in held]
    holders = {k: [i for i, ks in enumerate(keys) if k in ks] for k in record_keys(wanted)}
    return ranked(wanted, holders, {k: len(v) for k, v in holders.items()}, len(held))


HELD = [
    person("a", "Mohammad Ahmadi"),
    person("b", "Mohammad Ahmadi", birth_date="1988-03-05"),
    person("c", "Karwan Hoshyar"),
    person("d", "Mohammad Karimi"),
    person("e", "Dragan Petrović", phone="+381601234567"),
    *(person(f"x{i}", f"Mohammad Reza{'bcdfgk'[i]}i") for i in range(6)),
]


def test_the_same_name_in_another_script_comes_first() -> None:
    assert look_up(person("q", "کاروان هوشیار"), HELD)[0][0] == 2


def test_a_birth_date_decides_between_namesakes() -> None:
    found = look_up(person("q", "محمد احمدی", birth_date="1988-05-03"), HELD)
    assert [place for place, _ in found[:2]] == [1, 0]


def test_a_phone_alone_finds_its_holder() -> None:
    found = look_up(person("q", "Stojan", phone="+381 60 123 4567"), HELD)
    assert [place for place, _ in found] == [4]


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    order = [place for place, _ in look_up(person("q", "Mohammad Hoshyar"), HELD)]
    assert order[0] == 2
