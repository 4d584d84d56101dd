from headwater.resolve.engines import engine_called
from headwater.resolve.records import PersonRecord


def test_a_pair_of_one_person_weighs_more_than_one_of_two():
    records = [
        PersonRecord("a", {"name": ("Goran Perić",), "phone": ("+38164123456",)}, ("suspect",)),
        PersonRecord("b", {"name": ("Горан Перић",), "phone": ("+38164123456",)}, ("suspect",)),
        PersonRecord("c", {"name": ("Goran Kovač",)}, ("suspect",)),
    ]
    found = engine_called("built-in").weighed_pairs(records, {})
    bits = dict(zip(map(tuple, found.pairs.tolist()), found.bits.tolist(), strict=True))
    assert bits[0, 1] > max((held for pair, held in bits.items() if pair != (0, 1)), default=-99)
    assert found.model.weigh(records[0], records[1]).parts
