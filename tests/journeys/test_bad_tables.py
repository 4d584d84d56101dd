"""An analyst is handed tables full of faults: each is told, and what is sound is answered.

All through the command line, without a node.
"""

import json

import pytest

from headwater.cli.program import run

MONTHS = [f"{year}-{month:02d}" for year in (2023, 2024) for month in range(1, 13)]
LEGS = "from,to,mode,date,persons\nHorgos,Szeged,van,2025-03-01,4\nHorgos,Szeged,van,2025-03-02,5\n"


@pytest.fixture
def told(tmp_path, capsys):
    """Runs a method on tables; gives its rows, and all that it says as one text."""

    def analysed(method, *settings, **tables):
        line = ["analyse", method, "--json"]
        for kind, text in tables.items():
            path = tmp_path / f"{kind}.csv"
            path.write_text(text, encoding="utf-8")
            line += [f"--{kind}", str(path)]
        for one in settings:
            line += ["--set", one]
        code = run(line)
        assert code == 0, capsys.readouterr()
        finding = json.loads(capsys.readouterr().out)
        return finding["rows"], "\n".join(finding["caveats"]), json.dumps(finding)

    return analysed


def test_an_unknown_place_stays_and_is_named(told):
    rows, said, _ = told("routes.map", legs=LEGS + "Horgos,Nowhere,van,2025-03-03,4\n")
    assert "Nowhere" in {row["to_name"] for row in rows}
    assert "places have no known position (ends of legs in brackets): Horgos (3)" in said
    assert "Nowhere (1)" in said


def test_places_of_one_name_in_three_countries_are_told_by_line(told):
    _, said, _ = told(
        "routes.map",
        legs="from,to,from_lat,from_lon\nNovo Selo,Szeged,45.8,19.1\nNovo Selo,Szeged,41.4,22.9\n"
        "Novo Selo,Szeged,44.2,22.8\n",
    )
    assert "legs.csv, line 3: Novo Selo lies elsewhere than in another row" in said


def test_legs_without_dates_are_counted_and_the_first_is_named(told):
    rows, said, _ = told("routes.map", legs=f"{LEGS}Horgos,Szeged,van,,3\nHorgos,Szeged,van,,3\n")
    assert rows[0]["undated"] == 2
    assert sum(month["times_seen"] for month in rows[0]["months"]) == rows[0]["times_seen"] - 2
    assert "legs.csv, line 4 has no date, so it is in no month: write 2025-03-15" in said


@pytest.mark.parametrize("date", ["2024-02-31", "31/12", "soon", "2024-13"])
def test_a_date_that_cannot_be_is_told_with_file_line_value_and_what_to_write(told, date):
    fault = f"line 4: {date} is not a date; left empty: write 2025-03-15, 2025-03, 2025 or 15.3."
    rows, said, _ = told("routes.map", legs=f"{LEGS}Horgos,Szeged,van,{date},3\n")
    assert rows[0]["times_seen"] == 3
    assert f"legs.csv, {fault}" in said
    incidents = f"date,lat,lon,dead_and_missing,cause\n2024-03-01,46,20,2,x\n\n{date},46,20,3,x\n"
    rows, said, _ = told("routes.risk", incidents=incidents)
    assert sum(row["deaths"] for row in rows if row["season"] == "whole year") == 5
    assert f"incidents.csv, {fault}" in said
    money = f"date,from,to,amount,currency\n2024-03-01,a,b,5,EUR\n\n{date},a,b,6,EUR\n"
    rows, said, _ = told("business.money", money=money)
    assert len(rows) == 1
    assert f"money.csv, {fault}" in said


def test_operations_with_dates_that_cannot_be_are_told_and_the_others_stay(told):
    series = "date,series,value\n" + "".join(
        f"{month},crossing,{100 if at < 12 else 20}\n" for at, month in enumerate(MONTHS)
    )
    operations = (
        "id,date,end,place,kind\nA,2024-02-31,,x,arrests\n\nB,31/12,,x,arrests\n"
        "C,2024-01-01,,x,arrests\n"
    )
    rows, said, _ = told("routes.shift", series=series, operations=operations)
    assert {one["id"] for row in rows for one in row["operations"]} == {"C"}
    assert "operations.csv, line 2: 2024-02-31 is not a date" in said
    assert "operations.csv, line 4: 31/12 is not a date" in said


FEES = (
    "from,to,mode,date,fee_min,fee_max,currency,fee_basis\nA,B,van,2025-03-01,500,700,EUR,person\n"
)


def test_a_fee_without_a_currency_stands_by_itself_and_is_told(told):
    legs = f"{FEES}A,B,van,2025-03-02,500,700,,person\nA,B,van,2025-03-02,500,700,,person\n"
    rows, said, _ = told("business.fees", legs=legs)
    assert {row["currency"] for row in rows} == {"EUR", ""}
    assert "legs.csv, line 3 has a fee without currency" in said
    assert "so do 1 more rows" in said
    rows, said, _ = told("routes.map", legs=legs)
    assert {fee["currency"] for fee in rows[0]["fees"]} == {"EUR", ""}
    assert "(legs.csv#2.1) lacks `currency`" in said


def test_a_currency_that_is_none_is_told_with_what_would_be_understood(told):
    legs = f"{FEES}A,B,van,2025-03-02,500,700,€,person\nA,B,van,2025-03-02,9,9,shells,person\n"
    rows, said, _ = told("business.fees", legs=legs)
    assert sorted((row["currency"], row["fees"]) for row in rows) == [("EUR", 2), ("SHELLS", 1)]
    assert "legs.csv, line 4: shells is not a currency; kept as it stands" in said
    assert "write EUR, GBP or another code of ISO 4217; €, £, euros, din" in said


def test_numbers_below_zero_are_left_out_and_told(told):
    rows, said, _ = told("routes.map", legs=f"{LEGS}Horgos,Szeged,van,2025-03-03,-4\n")
    assert (rows[0]["persons_min"], rows[0]["persons_max"]) == (4, 5)
    assert "legs.csv, line 4: -4 is below 0; left empty" in said
    counts = "".join(
        f"{month},Horgos > Szeged (van),{50 + at}\n" for at, month in enumerate(MONTHS)
    )
    series = f"date,series,value\n{counts}2025-01,Horgos > Szeged (van),-9\n"
    for method in ("routes.shift", "routes.flow"):
        _, said, whole = told(method, series=series)
        assert "negative and are gaps, not zeros: Horgos > Szeged (van) 2025-01" in said
        assert "-9.0" not in whole


def test_a_month_counted_twice_by_two_agencies_is_never_added_up(told):
    rows = [f"{month},Horgos > Szeged (van),{{}},{{}}\n" for month in MONTHS]
    police = "".join(row.format(50, "Police") for row in rows)
    border = "".join(row.format(80, "Border") for row in rows[-6:])
    series = f"date,series,value,report\n{police}{border}"
    found, said, _ = told("routes.flow", series=series)
    assert max(row["q95"] for row in found) < 125
    assert any(row["conflict"] for row in found)
    _, said, _ = told("routes.shift", series=series)
    assert "more than one source" in said or "twice" in said or "several" in said


def test_a_gap_is_no_zero_and_a_revision_is_told(told):
    kept = [month for month in MONTHS if month not in ("2024-03", "2024-04")]
    series = "date,series,value,release\n" + "".join(
        f"{month},Horgos > Szeged (van),50,2024-12-31\n" for month in kept
    )
    found, _, _ = told("routes.flow", series=series)
    assert min(row["q50"] for row in found) > 20
    rows, said, _ = told("routes.shift", series=series)
    assert rows == []
    assert "gap" in said or "missing" in said or "no count" in said
    revised = f"{series}2024-06,Horgos > Szeged (van),20,2025-03-31\n"
    found, said, _ = told("routes.flow", series=revised)
    assert "revis" in said
    old, _, _ = told("routes.flow", "release_as_of=2024-12-31", series=revised)
    june = [next(r["q50"] for r in rows if r["month"] == "2024-06") for rows in (found, old)]
    assert june[0] < june[1]


PEOPLE = "id,name,category\np-17,Ana Kos,suspect\nq,Vesna Zaštićena,victim\n"
NAMED = (
    "from,to,mode,date,persons,fee_min,fee_max,currency,fee_basis,group\n"
    "Horgos,Szeged,van,2025-03-01,4,500,700,EUR,person,Kos Ana's crew\n"
    "house of Vesna Zastićena in Horgos,Szeged,van,2025-03-01,4,500,700,EUR,person,G1\n"
    "Horgos,yard of p-17,van,2025-03-01,4,500,700,EUR,person,G1\n"
)
SERIES = "date,series,value\n" + "".join(
    f"{month},{name},{50 if at < 12 else 5}\n"
    for at, month in enumerate(MONTHS)
    for name in ("Horgos > Szeged (van)", "Ana Kos > Szeged (van)", "boats of VESNA ZAŠTIĆENA")
)
INCIDENTS = (
    "date,lat,lon,dead_and_missing,cause,route,country\n"
    "2025-03-01,35,12,4,drowning,Ana Kos route,RS\n"
    "2025-03-02,30,12,4,drowning,,land of Vesna Zaštićena\n"
)
OPERATIONS = "id,date,end,place,kind\nA,2024-01-01,,house of Ana Kos,arrests\n"


@pytest.mark.parametrize(
    ("method", "settings", "tables"),
    [
        ("routes.map", (), {"legs": NAMED}),
        ("routes.flow", (), {"legs": NAMED, "series": SERIES}),
        ("routes.risk", (), {"legs": NAMED, "series": SERIES, "incidents": INCIDENTS}),
        ("routes.shift", (), {"legs": NAMED, "series": SERIES, "operations": OPERATIONS}),
        ("business.fees", ("by=mode,group",), {"legs": NAMED}),
        ("business.economics", (), {"legs": NAMED}),
    ],
)
def test_nobody_of_the_file_of_people_is_named_by_a_place_a_series_or_a_group(
    told, method, settings, tables
):
    _, said, whole = told(method, *settings, people=PEOPLE, **tables)
    for name in ("Kos", "Vesna", "VESNA", "Zasti", "p-17", "\\u0160TI"):
        assert name not in whole
    assert "legs.csv, line 3: from holds the name of somebody of the file of people" in said
