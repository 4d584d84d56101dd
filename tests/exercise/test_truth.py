"""The truth: what derives from what, and that right facts are right."""

import re


def test_what_derives_from_what_holds_together(world):
    derivations = world.rows("derivations")
    by_file = {row["report"]: row for row in derivations}
    derived = [row for row in derivations if row["derives_from"]]
    assert len(derived) > 20
    assert {row["kind"] for row in derived} == {"rewrite", "copy", "press"}
    for row in derived:
        parent = by_file[row["derives_from"]]
        assert parent["record_date"] <= row["record_date"]
        assert parent["story"] == row["story"]
        assert by_file[row["story"]]["derives_from"] == ""
    for row in derivations:
        if not row["derives_from"]:
            assert row["story"] == row["report"]


def test_right_facts_agree_with_the_truth(world):
    phones = {(row["person"], row["phone"]) for row in world.rows("phones")}
    roles = {(row["person"], row["role"]) for row in world.rows("roles")}
    fees = {row["leg"]: row for row in world.rows("fees")}
    checked = set()
    for fact in world.rows("report_facts"):
        if fact["accurate"] == "0":
            continue
        if fact["kind"] == "phone":
            assert (fact["entity"], fact["value"]) in phones
        elif fact["kind"] == "role":
            assert (fact["entity"], fact["value"]) in roles
        elif fact["kind"] == "fee":
            currency, amount, basis = fact["value"].split()
            fee = fees[fact["entity"]]
            low, high = amount.split("-")[0], amount.split("-")[-1]
            assert currency == fee["currency"]
            assert basis == fee["basis"]
            assert int(fee["fee_min"]) <= int(low) <= int(high) <= int(fee["fee_max"]) + 50
        checked.add(fact["kind"])
    assert {"phone", "role", "fee"} <= checked


def test_the_readme_names_every_file_and_column(world):
    readme = (world.truth / "README.md").read_text("utf-8")
    listed = {}
    for line in readme.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[0].endswith(".csv"):
            listed[cells[0]] = re.sub(r"\([^)]*\)", "", cells[2]).replace(" ", "").split(",")
    assert set(listed) == {path.name for path in world.truth.glob("*.csv")}
    for name, columns in listed.items():
        with (world.truth / name).open(encoding="utf-8") as file:
            assert file.readline().strip().split(",") == columns, name
