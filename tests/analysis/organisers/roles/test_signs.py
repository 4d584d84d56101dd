from headwater.analysis.organisers.evidence import gather
from headwater.analysis.organisers.roles.signs import Sign, signs_of
from tests.analysis.organisers.ranking.test_method import STAR, picture_of
from tests.analysis.organisers.ranking.test_worlds import GIVEN
from tests.analysis.organisers.test_functions import stated, table, with_tables


def signs_in(picture):
    evidence = gather(picture, GIVEN)
    return dict(zip(evidence.ids, signs_of(evidence), strict=True))


def words(picture, who):
    return [sign.word for sign in signs_in(picture)[who]]


def test_two_origins_count_one_and_a_half_times_and_no_number_counts_double():
    signs = [Sign("pays", frozenset(range(count)), ("R1#1.1",)) for count in (1, 2, 30)]
    strength = [sign.strength for sign in signs]
    assert strength[:2] == [1, 1.5]
    assert strength[2] <= 2


def test_two_legs_told_by_two_origins_are_several_and_by_one_are_not():
    two = [stated("Leg", "operator", "a", number) for number in (1, 2)]
    one = [row | {"group": "G1"} for row in two]
    found = [words(with_tables(picture_of(STAR), statements=table(*r)), "a") for r in (two, one)]
    assert ["several_legs" in some for some in found] == [True, False]


def test_who_is_tied_by_money_to_better_tied_people_and_never_on_the_road_keeps_away():
    pairs = [("boss", "hub"), *(("hub", end) for end in "abc"), ("a", "x"), ("b", "x")]
    layer = ["money", "call", "call", "call", "co_travel", "co_travel"]
    found = signs_in(picture_of(pairs, layer=layer))
    keeping = {who for who, some in found.items() if any(s.word == "keeps_away" for s in some)}
    assert keeping == {"boss"}


def test_the_middle_of_a_network_stands_high_and_between():
    found = words(picture_of([("hub", f"p{i}") for i in range(12)]), "hub")
    assert found == ["stands_between", "stands_high"]
