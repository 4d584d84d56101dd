"""A finding is printed as a table that fits, with its caveats beneath."""

import pytest

from headwater.cli.findings import finding_lines
from headwater.cli.program import run
from headwater.model import Finding


def finding(rows):
    return Finding("routes.map", "1", {}, "f", tuple(rows), {"n": 2}, {}, ("Read with care.",))


def test_rows_stand_in_columns_and_caveats_beneath():
    lines = finding_lines(finding([{"id": "a", "score": 0.123456}, {"id": "bb", "score": None}]))
    assert lines[1:4] == ["id  score", "a   0.123", "bb  -"]
    assert lines[-1] == "Note: Read with care."


def test_what_does_not_fit_is_counted_not_dropped_silently():
    lines = finding_lines(finding([{"id": str(n)} for n in range(30)]), limit=20)
    assert "and 10 more: see --json" in lines


@pytest.mark.parametrize("given", ["top", "top=many", "nothing=1"])
def test_a_parameter_that_will_not_do_is_refused(given, tmp_path, capsys):
    links = tmp_path / "links.csv"
    links.write_text("source,target\na,b\n", encoding="utf-8")
    line = ["analyse", "organisers.ranking", "--links", str(links), "--set", given]
    assert run(line) == 2
    assert "Do:" in capsys.readouterr().err


def test_a_category_is_assumed_on_plain_files_only(capsys):
    assert run(["analyse", "organisers.ranking", "--assume-category", "suspect"]) == 2
    assert "plain files only" in capsys.readouterr().err


def test_names_come_before_ids_and_what_is_too_wide_goes_on_beneath():
    row = {"id": "F-1", "from": "place:1", "from_name": "Foča", "mode": "van"}
    lines = finding_lines(finding([row]))
    assert lines[1].split() == ["from_name", "mode", "id"]
    wide = row | {f"column{n}": "x" * 40 for n in range(4)}
    lines = finding_lines(finding([wide]))
    assert all(len(line) <= 120 for line in lines)
    assert lines[1].split() == ["from_name", "mode", "column0", "column1"]
    assert lines[4].split() == ["from_name", "column2", "column3", "id"]
    assert lines[5].split()[0] == "Foča"
    assert "not shown: from; see --json" in lines


def test_a_lone_bound_of_money_is_told_as_one_and_contradicting_sources_are_said():
    fee = {"currency": "EUR", "basis": "person"}
    fees = [
        fee | {"low": None, "high": 500.0},
        fee | {"low": 600.0, "high": None},
        fee | {"low": 500.0, "high": 2200.0, "differ": True},
    ]
    told = " ".join(" ".join(finding_lines(finding([{"fees": fees}]))).split())
    assert "up to EUR 500 per person" in told
    assert "from EUR 600 per person" in told
    assert "EUR 500-2,200 per person (sources differ)" in told


def test_money_and_other_nested_values_read_as_words():
    fee = {"currency": "EUR", "basis": "person", "low": 150.0, "high": 230.0, "groups": 3}
    apart = {
        "currency": "EUR",
        "basis": "person",
        "lower": {"low": 100.0, "high": 100.0, "statement": "s"},
        "higher": {"low": 200.0, "high": 3500.0, "statement": "s"},
    }
    lines = finding_lines(finding([{"fees": [fee], "apart": [apart], "n": {"low_end": 2}}]))
    assert "EUR 150-230 per person" in lines[2]
    assert "EUR 100 against 200-3,500 per person" in lines[2]
    assert "low end 2" in lines[2]
    assert "{" not in lines[2]


PEOPLE = [{"id": "F-1@aa", "name": "Ana Kos"}, {"id": "F-2@bb", "name": "Bo Lund"}]


def told(rows=PEOPLE, certificate=None, sensitivity=None, caveats=()):
    return finding_lines(
        Finding("m", "1", {}, "f", tuple(rows), certificate or {}, sensitivity or {}, caveats)
    )


def test_what_another_reading_changes_is_said_with_names():
    weak = {"changes": True, "first_five": [], "go": ["F-1@aa", "F-2@bb", "F-9@zz"]}
    lines = told(sensitivity={"weak grades dropped": weak, "position alone": {"pairs_left": 0.5}})
    assert lines[-3:] == [
        "Under other readings:",
        "  weak grades dropped: changes yes; first five: none; go: Ana Kos, Bo Lund, F-9@zz",
        "  position alone: pairs left 0.5",
    ]


def test_other_choices_stand_one_beneath_the_other_with_names():
    others = [{"ids": ["F-1@aa"], "pairs_left": 172}, {"ids": ["F-9@zz"], "pairs_left": 176.123}]
    lines = told(certificate={"other_choices": others, "one_more": {"ids": ["F-2@bb"], "at": None}})
    assert lines[-4:] == [
        "other choices:",
        "  ids: Ana Kos; pairs left 172",
        "  ids: F-9@zz; pairs left 176",
        "one more: ids: Bo Lund; at -",
    ]


def test_what_lies_within_what_stands_in_brackets():
    lines = told(certificate={"tried": {"first": {"worlds": 3, "seen": []}, "last": "none"}})
    assert lines[-1] == "tried: first (worlds 3; seen: none); last none"


def test_long_lists_are_wrapped_and_nothing_of_them_is_cut():
    ids = [f"F-{n}@0123456789abcdef" for n in range(40)]
    lines = told(certificate={"ids": ids}, caveats=("Read with care. " * 20,))
    assert all(len(line) <= 120 for line in lines)
    assert not [one for one in ids if not any(one in line for line in lines)]
    assert " ".join(lines).count("care.") == 20


def test_long_text_of_a_row_stands_whole_beneath_it():
    text = "Would settle it: " + "a second origin, independent of the first; " * 4
    rows = [{**one, "rank": 1, "settles": text, "with": ["F-2@bb"]} for one in PEOPLE]
    rows[1] |= {"settles": "", "with": []}
    lines = told(rows)
    assert lines[1].split() == ["name", "rank", "with", "id"]
    assert lines[2].split() == ["Ana", "Kos", "1", "Bo", "Lund", "F-1@aa"]
    assert " ".join(" ".join(lines[3:-1]).split()) == f"settles: {text.strip()}"
    assert lines[-1].split() == ["Bo", "Lund", "1", "none", "F-2@bb"]


def test_two_of_one_name_are_told_apart_by_their_ids():
    rows = [{"id": "a", "name": "Ana Kos"}, {"id": "b", "name": "Ana Kos"}]
    assert told(rows, {"one_more": ["b"]})[-1] == "one more: Ana Kos (b)"


def test_a_leg_is_told_by_its_ends():
    legs = [{"id": "p:1|p:2", "from": "p:1", "from_name": "Foča", "to": "p:2", "to_name": "Bar"}]
    legs.append({"id": "p:1|", "from": "p:1", "from_name": "Foča", "to": None, "to_name": None})
    lines = told(legs, sensitivity={"weak grades dropped": {"lost": ["p:1|p:2", "p:1|"]}})
    assert lines[-1] == "  weak grades dropped: lost: Foča to Bar, Foča to ?"


def test_a_file_that_the_method_does_not_read_is_named(tmp_path, capsys):
    links, series = tmp_path / "links.csv", tmp_path / "series.csv"
    links.write_text("source,target\na,b\n", encoding="utf-8")
    series.write_text("date,series,value\n2025-03-01,a,5\n", encoding="utf-8")
    line = ["analyse", "organisers.ranking", "--links", str(links)]
    assert run(line) == 0
    assert "left aside" not in capsys.readouterr().err
    assert run([*line, "--series", str(series)]) == 0
    assert "organisers.ranking does not read --series: left aside." in capsys.readouterr().err


def test_a_finding_about_organisers_is_drawn_into_a_file(tmp_path, capsys):
    links, out = tmp_path / "links.csv", tmp_path / "ranks.svg"
    links.write_text("source,target\na,b\nb,c\n", encoding="utf-8")
    line = ["analyse", "organisers.ranking", "--links", str(links), "--draw", str(out)]
    assert run([*line, "--assume-category", "suspect"]) == 0
    assert out.read_text(encoding="utf-8").startswith("<svg ")
    assert "organisers.ranking" in capsys.readouterr().out


def test_what_cannot_be_drawn_is_refused_before_anything_is_written(tmp_path, capsys):
    legs = tmp_path / "legs.csv"
    legs.write_text("from,to\na,b\n", encoding="utf-8")
    pressed = ["analyse", "business.squeeze", "--legs", str(legs), "--draw"]
    assert run([*pressed, str(tmp_path / "legs.svg")]) == 2
    mapped = ["analyse", "routes.map", "--legs", str(legs), "--draw"]
    assert run([*mapped, str(tmp_path / "legs.png")]) == 2
    assert "end it in .svg" in capsys.readouterr().err
    assert not list(tmp_path.glob("legs.[sp]*g"))


def test_pairs_of_people_are_told_apart():
    lines = finding_lines(finding([{"id": "a", "through": [["a", "b"], ["b", "c"]]}]))
    assert any("(a, b), (b, c)" in line for line in lines)


def test_a_list_that_is_a_table_of_its_own_is_counted_and_left_to_json():
    course = [{"date": f"2024-01-{day:02d}", "total": day} for day in range(1, 31)]
    rows = ({"id": "a", "counts": course}, {"id": "b", "counts": course[:2]})
    made = Finding("m", "1", {}, "f", rows, {"course": {"ahead": course}, "top": course[:3]})
    lines = finding_lines(made)
    assert "course: 30 entries: see --json" in lines
    assert "    counts: 30 entries: see --json" in lines
    assert any("2024-01-03" in line for line in lines)
    assert not any("2024-01-04" in line for line in lines)


def test_what_cannot_be_drawn_is_refused_before_it_runs(tmp_path, capsys):
    links = tmp_path / "links.csv"
    links.write_text("nothing\n1\n", encoding="utf-8")  # would be refused itself when it is read
    line = ["analyse", "business.squeeze", "--legs", str(links)]
    assert run([*line, "--draw", str(tmp_path / "x.svg")]) == 2
    assert "there is no drawing for business.squeeze" in capsys.readouterr().err


@pytest.mark.parametrize("given", ["60k", "60,000", "30%"])
def test_a_number_with_signs_is_refused_with_what_to_type(given, tmp_path, capsys):
    series = tmp_path / "series.csv"
    series.write_text("date,series,value\n2024-01-01,a,1\n2024-01-02,a,1\n", encoding="utf-8")
    line = ["analyse", "outlook.arrivals", "--series", str(series), "--set", f"threshold={given}"]
    assert run(line) == 2
    assert "in digits with a point, as 60000" in capsys.readouterr().err
