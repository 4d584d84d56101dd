"""The network of a chart."""

from urllib.parse import quote

from headwater.analysis import run
from headwater.node.showing import chart_of, network_of


def test_ties_of_one_kind_between_two_people_are_one_line_with_its_dates(picture):
    network = network_of(picture)
    tie = next(tie for tie in network.ties if (tie.source, tie.target) == ("a", "b"))
    assert (tie.times, tie.first, tie.last) == (2, "2026-01-02", "2026-03-04")
    assert network.most_tied(1) == [("b", "b", 2)]


def test_a_line_of_the_chart_leads_to_a_sentence_that_tells_of_it(picture):
    links = chart_of(network_of(picture), {})["links"]
    told = {one: f"/statements?id={quote(one, safe='')}" for one in _stated(picture)}
    assert {link["href"] for link in links} <= {*told.values()}
    assert links[0]["href"] == told["links.csv#1.1"]


def _stated(picture):
    return picture.links["statement"].to_pylist()


def test_the_chart_shows_everybody_who_is_tied_and_what_lies_around_one_person(picture):
    network = network_of(picture)
    whole = chart_of(network, {"a": 0.5})
    assert [node["id"] for node in whole["nodes"]][:2] == ["a", "b"]
    assert whole["total"] == {"nodes": 5, "links": 3}
    around = chart_of(network, {}, "c")
    assert {node["id"] for node in around["nodes"]} == {"b", "c"}
    assert [link["layer"] for link in around["links"]] == ["meeting"]


def test_nobody_who_is_not_there_has_anything_around_them(picture):
    assert chart_of(network_of(picture), {}, "x")["nodes"] == []


def test_what_is_left_is_counted_as_the_method_counts_it(picture):
    network = network_of(picture)
    removal = run(picture, "organisers.removal", {"k": 1, "seconds": 1})
    assert network.pairs == network.pairs_without([]) == removal.certificate["before"] == 4
    assert network.pairs_without(["b"]) == removal.certificate["pairs_left"] == 1
