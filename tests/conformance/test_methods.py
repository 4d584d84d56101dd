"""What every declared method must hold to, whatever it asks."""

import json
import math
from functools import cache

import pytest

from headwater.analysis import METHODS, methods, run
from headwater.model import WrongUse, parse_statement_id
from headwater.picture import Picture, build, from_plain_files
from headwater.picture.fingerprint import fingerprint_of
from tests.fakes.store import ANALYST, GENERAL, FakeStore

HIDDEN = {"Vesna Zaštićena": "victim", "Omar Svedok": "witness", "Neodlučen": None}
OPEN = {"Ana Kos": "suspect", "Bo Lund": "convicted", "Ciro Neri": "suspect"}

MONTHS = [f"{year}-{month:02d}" for year in (2022, 2023, 2024) for month in range(1, 13)]
COUNTS = [(month, 200 if at < 24 else 20) for at, month in enumerate(MONTHS)]

PLAIN = {
    "links": "source,target,layer\na,b,call\nb,c,call\nc,a,meeting\na,d,call\nd,b,call\n",
    "people": "id,name,category\na,Ana,suspect\nb,Bo,convicted\nc,Vesna,victim\nd,Di,suspect\n",
    "legs": "from,to,mode,persons,fee_min,fee_max,currency,fee_basis\n"
    "Horgos,Szeged,van,12,500,700,EUR,person\nHorgos,Szeged,van,,9000,9000,EUR,vehicle_trip\n",
    "series": "date,series,value\n" + "".join(f"{m},arrivals,{n}\n" for m, n in COUNTS),
    "money": "date,from,to,amount,currency\n2025-01-01,a,b,900,EUR\n",
    "operations": "id,date,end,place,kind\n1,2025-01-01,2025-01-02,Horgos,arrests\n",
    "incidents": "date,lat,lon,dead_and_missing,cause\n2025-01-01,50,1,0,weather\n",
    "rates": "date,currency,rate\n2025-01-01,GBP,1.2\n",
    "figures": "unit,parameter,low,high,currency,source\nlorry,fee,500,700,EUR,ours\n",
    "prices": "date,area,index\n2024,EUR,100\n2025,EUR,102\n",
}


@pytest.fixture(scope="module")
def picture():
    """People of every category, tied to each other, with roles, legs and fees."""
    store = FakeStore()
    everybody = {**OPEN, **HIDDEN}
    for number, (name, category) in enumerate(everybody.items()):
        urn = f"R{number}"
        store.say(urn, f"P{number}", "Person", name=name, phone=f"+3816000{number}")
        if category:
            store.say(
                urn, f"D{number}", "CategoryDecision", subject=f"P{number}", category=category
            )
        for other in range(number):
            ends = {"source": f"P{number}", "target": f"P{other}"}
            store.say(urn, f"C{number}{other}", "Contact", kind="call", item=2, **ends)
        role = {"member": f"P{number}", "role": "organiser", "network": "N"}
        store.say(urn, f"O{number}", "NetworkRole", item=3, grade="2D", **role)
    store.say("R0", "N", "Network", name="Group K", item=4)
    stretch = {"from_": "place:gn-1", "to": "place:gn-2"}
    leg = {"mode": "van", "persons": "12", "network": "N", "operator": "P3"}
    store.say("R0", "L", "Leg", item=5, **stretch, **leg)
    fee = {"amountLow": "500", "amountHigh": "700", "currency": "EUR", "basis": "person"}
    store.say("R0", "F", "Fee", item=5, **stretch, **fee)
    done = {"kind": "arrests", "level": "major", "network": "N", "place": "place:gn-1"}
    store.say("R0", "X", "Disruption", item=8, date="2024-01-10", agency="P4", **done)
    for payer, payee in (("P3", "P0"), ("P0", "P1")):
        paid = {"payer": payer, "beneficiary": payee, "date": "2025-01-05", "purpose": "ticket"}
        store.say("R0", f"M{payer}", "Payment", item=7, **paid, amount="900", currency="EUR")
    for at, (month, count) in enumerate(COUNTS):
        store.say("R0", f"S{at}", "Observation", item=6, series="sea", date=month, count=str(count))
    return build(store, ANALYST, GENERAL)


@pytest.fixture(params=sorted(METHODS))
def method(request):
    return METHODS[request.param].method


@pytest.fixture(scope="module")
def answer(picture):
    """What a method finds in the picture, found once for all tests that look at it."""
    return cache(lambda method: run(picture, method.id))


def without_time(finding):
    said = finding.as_dict()
    said["certificate"].pop("seconds", None)
    return {key: value for key, value in said.items() if key != "seconds"}


def plain_json(value):
    """Only what JSON knows: no types of an array library, no number that is none."""
    if isinstance(value, dict):
        return all(type(k) is str and plain_json(v) for k, v in value.items())
    if isinstance(value, list | tuple):
        return all(map(plain_json, value))
    if type(value) is float:
        return math.isfinite(value)
    return value is None or type(value) in (str, int, bool)


def test_it_declares_everything(method):
    assert method.id in METHODS
    assert method.id.count(".") == 1
    assert all((method.version, method.question, method.cost, method.not_for, method.outputs))
    assert method.question.endswith("?")
    assert all(p.meaning for p in method.parameters)
    assert all(output.meaning for output in method.outputs)
    assert set(method.inputs) <= set(PLAIN)
    assert method in methods()
    json.dumps(method.as_dict(), allow_nan=False)


def test_its_defaults_are_values_it_allows(method):
    for parameter in method.parameters:
        assert parameter.read(parameter.default) == parameter.default


def test_the_same_picture_gives_the_same_answer(method, picture, answer):
    assert without_time(run(picture, method.id)) == without_time(answer(method))


def test_it_answers_and_leaves_the_picture_as_it_was(method, picture, answer):
    finding = answer(method)
    assert finding.rows
    assert finding.picture == picture.fingerprint == fingerprint_of(picture.tables)
    assert (finding.method, finding.version) == (method.id, method.version)
    assert finding.parameters == method.settle({})


def test_an_empty_picture_gives_a_finding_with_a_caveat(method):
    finding = run(Picture.of({}), method.id)
    assert finding.rows == ()
    assert finding.caveats


def test_its_rows_have_the_columns_that_it_declares(method, answer):
    declared = {output.name for output in method.outputs}
    assert all(set(row) == declared for row in answer(method).rows)


def test_a_finding_is_plain_json(method, answer):
    finding = answer(method).as_dict()
    assert plain_json(finding)
    assert json.loads(json.dumps(finding, allow_nan=False)) == json.loads(json.dumps(finding))


def test_protected_people_are_nowhere_in_a_finding(method, picture, answer):
    text = json.dumps(answer(method).as_dict(), ensure_ascii=False)
    hidden = picture.entities.filter(picture.entities["protected"])
    assert hidden.num_rows == len(HIDDEN)
    for one, name in zip(hidden["id"].to_pylist(), hidden["caption"].to_pylist(), strict=True):
        assert name not in text
        assert f'"{one}"' not in text


def test_every_row_leads_to_statements_that_the_picture_holds(method, picture, answer):
    finding = answer(method)
    known = set(picture.statements["id"].to_pylist())
    assert len(finding.evidence) == len(finding.rows)
    for row in finding.rows:
        behind = finding.evidence[row["id"]]
        if "withheld" in str(row.get("why", "")):  # its statements could be counted
            assert not behind
            continue
        assert behind
        assert set(behind) <= known
        assert all(parse_statement_id(one) for one in behind)


def test_a_parameter_it_does_not_know_or_allow_is_refused(method, picture):
    with pytest.raises(WrongUse, match="no parameter"):
        run(picture, method.id, {"nothing_like_it": 1})
    for parameter in method.parameters:
        bad = [parameter.low - 1] if parameter.low is not None else []
        bad += [parameter.high + 1] if parameter.high is not None else []
        bad += ["no such thing"] if parameter.kind not in ("text",) else []
        for value in bad:
            with pytest.raises(WrongUse, match=parameter.name):
                run(picture, method.id, {parameter.name: value})


def test_it_runs_on_the_plain_files_it_names(method, tmp_path):
    files = {}
    for kind in method.inputs:
        files[kind] = tmp_path / f"{kind}.csv"
        files[kind].write_text(PLAIN[kind], encoding="utf-8")
    finding = run(from_plain_files(**files), method.id)
    assert finding.rows
    assert plain_json(finding.as_dict())
    assert "Vesna" not in json.dumps(finding.as_dict())
