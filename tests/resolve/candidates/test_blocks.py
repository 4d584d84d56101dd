from headwater.resolve.candidates.attributes import attributes
from headwater.resolve.candidates.blocks import LARGEST, WINDOW, Blocks, blocks
from headwater.resolve.records import PersonRecord
from tests.resolve.candidates.people import person


def found(records: list[PersonRecord]) -> Blocks:
    return blocks(records, attributes(records))


def compared(made: Blocks) -> set[tuple[int, int]]:
    """Pairs of positions that the blocks ask to compare."""
    rows = enumerate(zip(made.record.tolist(), made.last.tolist(), strict=True))
    return {
        (min(one, other), max(one, other))
        for row, (one, last) in rows
        for other in made.record[row + 1 : last].tolist()
    }


def test_all_pairs_of_a_small_block_are_compared_and_no_others() -> None:
    records = [person(str(i), "Karwan Hoshyar") for i in range(4)] + [person("x", "Petrović")]
    assert compared(found(records)) == {(a, b) for b in range(4) for a in range(b)}


def test_a_large_block_is_split_by_what_else_is_known() -> None:
    years = [1900 + i % (LARGEST // 2) for i in range(LARGEST + 2)]
    records = [person(str(i), "Ali", birth_date=str(year)) for i, year in enumerate(years)]
    pairs = compared(found(records))
    for first in range(len(records) - LARGEST // 2):
        assert (first, first + LARGEST // 2) in pairs


def test_neighbours_in_a_large_block_without_anything_else_are_compared() -> None:
    count = LARGEST + 1
    pairs = compared(found([person(str(i), "Ali") for i in range(count)]))
    assert {(i, i + 1) for i in range(count - 1)} <= pairs
    assert max(other - one for one, other in pairs) <= WINDOW


def test_the_work_grows_with_the_records_and_not_with_their_square() -> None:
    work = [len(compared(found([person(str(i), "Ali") for i in range(n)]))) for n in (400, 800)]
    assert work[1] < 2.1 * work[0]


def test_only_a_shared_identifier_is_worth_bits_and_a_rare_one_worth_more() -> None:
    phones = ["+38160111"] * 2 + ["+38160222"] * 4
    made = found([person(str(i), "Ali", phone=phone) for i, phone in enumerate(phones)])
    assert {round(float(bits), 2) for bits in made.bits} == {0.0, 0.58, 1.58}


def test_no_records_make_no_blocks() -> None:
    assert len(found([]).record) == 0
