"""A desk officer hands in two press articles and gets a briefing that invents nothing."""

import re

import pytest

from headwater.cli.program import run


@pytest.fixture(scope="module")
def articles(shared):
    return sorted((shared / "inputs" / "articles").glob("*.txt"))


@pytest.fixture(scope="module")
def briefing(articles, tmp_path_factory):
    out = tmp_path_factory.mktemp("articles") / "briefing.md"
    assert run(["brief", *map(str, articles), "--out", str(out), "--json"]) in (0, 1)
    return out.read_text(encoding="utf-8")


def test_the_briefing_names_who_and_where(briefing):
    for name in ("Home Office", "Shabana Mahmood", "Home Secretary", "Balkans", "northern France"):
        assert name in briefing
    assert "English Channel" in briefing


def test_sixty_thousand_stays_a_projection(briefing):
    lines = [line for line in briefing.splitlines() if re.search(r"60[,  ]?000", line)]
    assert lines
    told = [line for line in lines if "project" in line.lower() or "potential" in line.lower()]
    assert told == lines, "every line with the figure must say that it is a projection"


def test_fees_stay_in_the_words_they_were_given_in(briefing):
    assert "thousands of pounds per person" in briefing


@pytest.mark.parametrize(
    "aim",
    [
        "Share intelligence on smuggling route patterns",
        "Identify and target key organisers within criminal networks",
        "Develop joint operational strategies to disrupt smuggling activities",
        "Enhance border security measures across the region",
        "Gather real-time intelligence on smuggling operations",
        "Strengthen cooperation with Balkan law enforcement agencies",
        "Intercept migrants before they embark on dangerous Channel crossings",
        "Build stronger cases against trafficking kingpins",
    ],
)
def test_every_aim_is_listed(briefing, aim):
    assert aim in briefing


def test_nobody_is_invented(articles, headwater):
    document = headwater("read", *articles, "--json").json
    people = {
        row["value"]
        for row in document["statements"]
        if row["schema"] == "Person" and row["property"] == "name"
    }
    assert people <= {"Shabana Mahmood", "Mahmood"}
    assert "Shabana Mahmood" in people


def test_every_value_has_its_words_in_the_text(articles, headwater):
    document = headwater("read", *articles, "--json").json
    items = {
        (report["urn"], item["number"]): item["text"]
        for report in document["reports"]
        for item in report["items"]
    }
    assert document["statements"]
    for row in document["statements"]:
        text = items[row["urn"], row["item"]]
        assert text[row["start"] : row["end"]] == row["text"]


def test_the_two_articles_are_not_counted_as_two_sources(briefing):
    assert "2 reports count as 1 independent group" in briefing
    assert "rare phrases in common" in briefing


def test_nothing_stays_behind(articles, headwater, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path / "scratch"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "scratch"))
    (tmp_path / "scratch").mkdir()
    headwater("brief", *articles, "--out", tmp_path / "b.html", "--json")
    assert list((tmp_path / "scratch").iterdir()) == []


@pytest.mark.parametrize("kind", ["pdf", "html", "md"])
def test_each_format_is_written(articles, headwater, tmp_path, kind):
    out = tmp_path / f"briefing.{kind}"
    answer = headwater("brief", *articles, "--out", out, "--json")
    assert answer.code in (0, 1)
    assert answer.json["briefing"] == str(out)
    assert out.stat().st_size > 2_000
