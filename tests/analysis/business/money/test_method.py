import json

import numpy as np

from headwater.analysis import run
from headwater.picture import build, from_plain_files
from tests.analysis.business.money.fixtures import paid, picture_of
from tests.analysis.business.money.test_chains import CHAIN
from tests.analysis.business.money.test_fans import MANY, ON
from tests.analysis.business.money.test_offices import hawala
from tests.fakes.store import ANALYST, GENERAL, FakeStore


def test_weak_grades_dropped_takes_away_what_rests_on_them_alone():
    weak = [one | {"grade": "3D"} for one in CHAIN]
    payments = [*weak, paid("a", "o", 5), paid("a", "o", 7, 3, grade="3E")]
    finding = run(picture_of(*payments), "business.money")
    changed = finding.sensitivity["weak grades dropped"]
    assert "layering|a|d|b|c|2025-01-02" in changed["no_longer_seen"]
    assert changed["other_sums"] == {"flow|a|o||EUR": [12, 5]}
    firm = run(picture_of(*weak, paid("a", "o", 5)), "business.money", {"drop_weak": True})
    assert [row["id"] for row in firm.rows] == ["flow|a|o||EUR"]


def test_nobody_who_is_no_suspect_is_in_the_finding():
    payments = [*MANY, ON, *CHAIN, *hawala(), paid("victim-7", "a", 5), paid("a", "witness-9", 5)]
    people = [("victim-7", "victim"), ("witness-9", "witness")]
    finding = run(picture_of(*payments, people=people), "business.money")
    said = json.dumps(finding.as_dict())
    hidden = (
        {one[side] for one in payments for side in ("from", "to")} - set("abcdo") - {"h1", "h2"}
    )
    assert len(hidden) > 50
    assert not [one for one in hidden if f'"{one}"' in said or f"|{one}|" in said]


def test_the_largest_come_first_and_top_limits_each_pattern():
    payments = [paid("a", "b", 5), paid("a", "c", 50), paid("a", "d", 500), *CHAIN]
    finding = run(picture_of(*payments), "business.money", {"top": 2})
    flows = [row["high"] for row in finding.rows if row["pattern"] == "flow"]
    assert flows == [20_005, 19_800]
    assert [row["pattern"] for row in finding.rows] == ["flow", "flow", "layering"]


def test_it_runs_on_a_plain_file_with_people(tmp_path):
    money, people = tmp_path / "money.csv", tmp_path / "people.csv"
    money.write_text(
        "date,from,to,amount,currency,memo\n2025-01-01,k1,a,900,EUR,\n2025-01-02,a,b,5,GBP,x\n"
        "2025-01-03,a,a,1,EUR,\nnever,a,b,-4,EUR,\n"
    )
    people.write_text("id,name,category\na,Ana,suspect\nb,Bo,convicted\n")
    finding = run(from_plain_files(money=money, people=people), "business.money")
    ends = [(row["from_name"], row["to_name"], row["currency"]) for row in finding.rows]
    assert ends == [("Ana", "Bo", "EUR"), ("customers", "Ana", "EUR"), ("Ana", "Bo", "GBP")]
    assert finding.evidence[finding.rows[1]["id"]] == ()  # withheld: one line would be one payment


def test_who_only_pays_is_never_assumed_to_be_a_suspect(tmp_path):
    money = tmp_path / "money.csv"
    money.write_text("date,from,to,amount,currency\n2025-01-01,k1,a,900,EUR\n")
    picture = from_plain_files(money=money, assume_category="suspect")
    (row,) = run(picture, "business.money").rows
    assert (row["from"], row["to"]) == ("customers", "a")


def test_who_pays_and_is_paid_counts_in_the_ranking_of_organisers(tmp_path):
    links, people, money = (tmp_path / f"{name}.csv" for name in ("links", "people", "money"))
    links.write_text("source,target\na,b\nb,c\n")
    people.write_text("id,category\na,suspect\nb,suspect\nc,suspect\n")
    money.write_text("date,from,to,amount,currency\n2025-01-01,k,a,9,EUR\n2025-01-02,a,c,9,EUR\n")
    files = {"links": links, "people": people}
    without = run(from_plain_files(**files), "organisers.ranking", {"worlds": 2})
    told = run(from_plain_files(**files, money=money), "organisers.ranking", {"worlds": 2})
    organising = [{row["id"]: row["organising"] for row in one.rows} for one in (without, told)]
    assert organising[1]["a"] > organising[0]["a"]
    assert "k" not in organising[1]


def test_the_order_of_the_payments_changes_nothing():
    payments = [*MANY, ON, *CHAIN, *hawala(30)]
    rng = np.random.default_rng(0)
    ids = [one | {"statement": f"R#{n}.1", "id": f"P{n}"} for n, one in enumerate(payments)]
    first = run(picture_of(*ids), "business.money")
    second = run(picture_of(*(ids[n] for n in rng.permutation(len(ids)))), "business.money")
    assert first.rows == second.rows


def test_in_a_node_a_payment_between_two_people_is_a_tie_that_organisers_read():
    store = FakeStore()
    for one in ("P0", "P1"):
        store.say("R0", one, "Person", name=one)
        store.say("R0", f"D{one}", "CategoryDecision", subject=one, category="suspect")
    paid_ = {"payer": "P0", "beneficiary": "P1", "amount": "900", "currency": "EUR"}
    store.say("R0", "M", "Payment", date="2025-01-01", **paid_)
    picture = build(store, ANALYST, GENERAL)
    assert picture.links["layer"].to_pylist() == ["money"]
    assert len(run(picture, "organisers.ranking", {"layers": "money", "worlds": 2}).rows) == 2
    (row,) = run(picture, "business.money").rows
    assert (row["from_name"], row["to_name"], row["high"]) == ("P0", "P1", 900)


def test_nothing_can_be_subtracted_to_get_a_payment_of_a_customer():
    """A total, a reading or a pattern less what is shown never leaves one to four payments."""
    open_ = [paid(f"k{n}", "b", 100, n, text=f"t{n}") for n in range(6)]
    few = [paid(f"q{n}", "b", 777, n, text="cash") for n in range(2)]
    weak = [paid("k9", "b", 555, 9, text="t9", grade="3E")]
    between = [paid("a", "b", 50, 3, text="x")]
    picture = picture_of(*open_, *few, *weak, *between, ON | {"low": 650, "high": 650})
    usual = run(picture, "business.money")
    firm = run(picture, "business.money", {"drop_weak": True})
    for finding in (usual, firm):
        rows = {row["id"]: row for row in finding.rows}
        flows = [row for row in rows.values() if row["pattern"] == "flow"]
        shown = sum(row["count"] or 0 for row in flows)
        assert finding.certificate["movements"] == shown
        cash = rows["flow|customers|b|cash|EUR"]
        assert (cash["count"], cash["high"], cash["groups"]) == (None, None, None)
        assert finding.evidence[cash["id"]] == ()
        assert all(row["high"] is None for row in rows.values() if row["pattern"] == "fan_in")
        assert "1554" not in json.dumps(finding.as_dict())
    name = "flow|customers|b||EUR"
    sums = [{row["id"]: row for row in one.rows}[name]["high"] for one in (usual, firm)]
    assert sums == [1155, None]
    assert usual.sensitivity["weak grades dropped"]["other_sums"] == {name: [1155, None]}
