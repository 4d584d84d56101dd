import pytest

from headwater.analysis.organisers.evidence import gather
from headwater.analysis.organisers.functions import FUNCTIONS, function_rows
from headwater.picture import Picture, from_plain_files, make_table
from tests.analysis.organisers.ranking.test_method import picture_of
from tests.analysis.organisers.ranking.test_worlds import GIVEN


def with_tables(picture, **tables):
    made = {name: make_table(name, columns) for name, columns in tables.items()}
    return Picture.of(dict(picture.tables) | made)


def stated(schema, name, value, number=1, **more):
    common = {"id": f"R{number}#1.1", "urn": f"R{number}", "item": 1, "n": 1, "grade": "1A"}
    common |= {"entity": f"R{number}#1@m1", "schema": schema, "property": name, "value": value}
    return common | {"status": "accepted", "modality": "done", "group": f"G{number}"} | more


def table(*rows):
    return {name: [row.get(name) for row in rows] for name in rows[0]}


def functions(picture):
    rows = function_rows(picture).to_pylist()
    return {(row["person"], row["function"]) for row in rows}


def test_money_is_read_from_both_ends_also_in_a_plain_file(tmp_path):
    money = tmp_path / "money.csv"
    money.write_text("date,from,to,amount,currency\n2025-03-01,a,b,500,EUR\n", encoding="utf-8")
    links = tmp_path / "links.csv"
    links.write_text("source,target\na,b\n", encoding="utf-8")
    picture = from_plain_files(links=links, money=money, assume_category="suspect")
    assert functions(picture) == {("a", "pays"), ("b", "is_paid")}


def test_boats_count_as_equipment_and_life_jackets_never():
    money = {
        "from": ["a", "c"],
        "to": ["b", "d"],
        "kind": ["supply"] * 2,
        "statement": ["S#1.1", "S#2.1"],
        "text": ["10 inflatable boats", "40 life jackets"],
    }
    assert functions(with_tables(picture_of([]), money=money)) == {
        ("a", "sends_equipment"),
        ("b", "gets_equipment"),
    }


def test_only_a_directed_tie_of_command_shows_who_instructs():
    links = picture_of([("a", "b"), ("c", "d")], layer=["command"] * 2, directed=[True, False])
    assert functions(links) == {("a", "instructs"), ("b", "instructed")}


@pytest.mark.parametrize(("day", "near"), [("2025-05-01", True), ("2025-04-28", False)])
def test_a_call_counts_as_before_a_launch_only_shortly_before_one(day, near):
    pairs = [("a", "b"), ("a", "c"), ("b", "c"), ("c", "a")]
    dates = [day, "2025-01-01", "2025-02-01", "2025-03-01"]
    picture = picture_of(pairs, layer=["call"] * 4, date=dates)
    picture = with_tables(picture, statements=table(stated("Launch", "date", "2025-05-02")))
    assert (("b", "called_before_launch") in functions(picture)) is near


def test_where_boats_go_all_the_time_a_call_before_one_says_nothing():
    picture = picture_of([("a", "b")] * 4, layer=["call"] * 4, date=["2025-05-01"] * 4)
    picture = with_tables(picture, statements=table(stated("Launch", "date", "2025-05-02")))
    assert functions(picture) == set()


def test_legs_boats_vehicles_and_adverts_are_read_from_statements():
    rows = (
        stated("Leg", "operator", "a", 1),
        stated("Launch", "pilot", "b", 2),
        stated("Vehicle", "owner", "c", 3),
        stated("UserAccount", "owner", "d", 4, entity="account"),
        stated("PriceAdvert", "handle", "account", 5),
        stated("UserAccount", "owner", "e", 6, entity="private"),
    )
    assert functions(with_tables(picture_of([]), statements=table(*rows))) == {
        ("a", "runs_leg"),
        ("b", "pilots"),
        ("c", "owns_vehicle"),
        ("d", "advertises"),
    }


def test_what_is_denied_and_people_who_may_not_be_ranked_show_nothing():
    rows = (
        stated("Leg", "operator", "hub", 1),
        stated("Leg", "operator", "a", 2, modality="denied"),
        stated("Leg", "operator", "b", 3),
    )
    picture = picture_of([("a", "b"), ("b", "hub")], people=[("hub", False)])
    evidence = gather(with_tables(picture, statements=table(*rows)), GIVEN)
    assert [evidence.ids[i] for i in evidence.functions.person] == ["b"]
    assert set(evidence.function_words) <= set(FUNCTIONS)


def test_a_payment_whose_sum_made_no_sense_is_no_evidence_of_money(tmp_path):
    money = tmp_path / "money.csv"
    row = "2025-03-01,a,b,-5,EUR,van"
    money.write_text(f"date,from,to,amount,currency,memo\n{row}\n", encoding="utf-8")
    links = tmp_path / "links.csv"
    links.write_text("source,target\na,b\n", encoding="utf-8")
    picture = from_plain_files(links=links, money=money, assume_category="suspect")
    assert functions(picture) == set()
