from headwater.resolve.engines import engine_called
from headwater.resolve.records import PersonRecord


def test_splink_gives_bits_and_chances_for_our_candidates(reference):
    reference("splink")
    records = [
        PersonRecord(
            f"{number:02d}{side}",
            {
                "name": (f"Goran {family}",),
                "phone": (f"+38164{number:06d}",),
                "birth_date": (f"19{60 + number}-02-03",),
            },
            ("suspect",),
        )
        for number, family in enumerate(["Perić", "Kovač", "Babić", "Lukić", "Savić", "Marić"])
        for side in "ab"
    ]
    found = engine_called("splink").weighed_pairs(records, {})
    pairs = {tuple(pair): place for place, pair in enumerate(found.pairs.tolist())}
    assert all((2 * n, 2 * n + 1) in pairs for n in range(6))
    same = [found.bits[pairs[2 * n, 2 * n + 1]] for n in range(6)]
    apart = [bits for pair, bits in zip(pairs, found.bits, strict=True) if pair[1] - pair[0] > 1]
    assert min(same) > max(apart, default=-99.0)
    assert ((found.chances >= 0) & (found.chances <= 1)).all()
