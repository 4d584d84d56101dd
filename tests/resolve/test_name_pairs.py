"""A file of name pairs is scored row by row; a bad row is refused and the rest goes on."""

import csv

import pytest

from headwater.model import WrongUse
from headwater.resolve import score_pairs
from headwater.resolve.name_pairs import probability


@pytest.fixture
def scored(tmp_path):
    def score(text, **options):
        pairs, out = tmp_path / "pairs.csv", tmp_path / "out.csv"
        pairs.write_bytes(text if isinstance(text, bytes) else text.encode())
        result = score_pairs(pairs, out, **options)
        with out.open(encoding="utf-8", newline="") as file:
            return result, list(csv.DictReader(file))

    return score


def test_each_pair_gets_weight_and_probability_and_keeps_its_other_columns(scored):
    result, rows = scored("note,Left,right\nx,Зоран Тестовић,Zoran Testović\ny,Dragan,Salim\n")
    assert [row["note"] for row in rows] == ["x", "y"]
    assert float(rows[0]["weight"]) > 20
    assert float(rows[0]["probability"]) > 0.99
    assert float(rows[1]["probability"]) < 0.001
    assert (result.scored, result.refusals) == (2, ())


def test_bad_rows_are_refused_with_line_and_reason_and_the_rest_goes_on(scored):
    text = b"left,right\n,Dragan\nN.N.,Dragan\nleft,right\nM\xfcller,Muller\na,b,c\nSalim,Saleem\n"
    result, rows = scored(text)
    told = {r.position: r.why for r in result.refusals}
    assert list(told) == ["line 2", "line 3", "line 4", "line 5", "line 6"]
    assert "empty" in told["line 2"]
    assert "placeholder" in told["line 3"]
    assert "header" in told["line 4"]
    assert "UTF-8" in told["line 5"]
    assert "the row 3" in told["line 6"]
    assert [row["problem"] != "" for row in rows] == [True, True, False]
    assert [row["weight"] != "" for row in rows] == [False, False, True]


def test_digits_at_a_name_are_left_aside_and_named(scored):
    result, rows = scored("left,right\nDragan123,Dragan\nDragan,Dragan\nSech1n,Sechin\n")
    assert [row["problem"] for row in rows] == ["left: digits left aside", "", ""]
    assert rows[0]["weight"] == rows[1]["weight"]
    assert [refusal.position for refusal in result.refusals] == ["line 2"]
    assert "123" not in str(result.refusals)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("name,right\na,b\n", "no column left"),
        ("left;right\na;b\n", "semicolons"),
        ("left\tright\na\tb\n", "tabs"),
        ("left,left,right\na,b,c\n", "two columns"),
        ("left,right,weight\na,b,1\n", "weight already"),
        ("", "empty"),
    ],
)
def test_a_file_that_will_not_do_is_refused_whole(scored, text, what):
    with pytest.raises(WrongUse, match=what):
        scored(text)


def test_the_file_read_is_never_written_over(tmp_path):
    pairs = tmp_path / "pairs.csv"
    pairs.write_text("left,right\na b,c d\n", encoding="utf-8")
    with pytest.raises(WrongUse, match="file to read"):
        score_pairs(pairs, pairs)


@pytest.mark.parametrize("prior", [0.0, 1.0, -1.0, 7.0, float("nan")])
def test_a_prior_that_is_no_chance_is_refused(scored, prior):
    with pytest.raises(WrongUse, match="no chance"):
        scored("left,right\nDragan,Salim\n", prior=prior)


def test_probability_adds_the_prior_to_the_bits_as_odds():
    assert probability(0.0, 0.25) == pytest.approx(0.25)
    assert probability(2.0, 0.2) == pytest.approx(0.5)
    assert probability(-5000.0, 0.2) == pytest.approx(0.0)
    assert probability(5000.0, 0.2) == pytest.approx(1.0)
