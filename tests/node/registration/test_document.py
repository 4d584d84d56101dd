"""What is signed, and what a finding departs from it in."""

import pytest

from headwater.analysis.impact import power
from headwater.model import Finding, WrongUse
from headwater.node.registration import differences, document

PARAMETERS = {
    "treated": "beach",
    "donors": "auto",
    "displacement": "river|harbour",
    "covariates": "",
    "exclude": "",
    "accepted_only": False,
    "drop_weak": False,
    "chance": 0.8,
}
DESIGN = {
    "treated": "beach",
    "donors": ["b", "a"],
    "from": "2030-03-04",
    "step": "week",
    "test": "impact.effect 2, placebo rank at 0.05",
}


def page(**changed):
    rows = [
        {"periods": 4, "seen": 0.4, "least": None, "why": ""},
        {"periods": 12, "seen": 0.85, "least": -0.28, "why": ""},
        {"periods": 52, "seen": 0.9, "least": -0.2, "why": "only 3 placebo windows"},
    ]
    told = {"rows": tuple(rows), "certificate": {"design": DESIGN}} | changed
    design = told["certificate"].get("design")
    told["certificate"] |= {"sha256": power.digest(design, told["rows"])}
    return Finding("impact.power", "1", PARAMETERS, "f00", **told)


def effect(**changed):
    row = {
        "treated": "beach",
        "start": "2030-03-04",
        "donors": [{"series": "a"}],
        "left_out": [{"series": "b"}],
    }
    parameters = PARAMETERS | {"displacement": "harbour|river"} | changed.pop("parameters", {})
    certificate = {"step": "week", "periods_treated": changed.pop("periods", 12)}
    return Finding("impact.effect", "2", parameters, "f01", (row | changed,), certificate)


def test_the_length_is_the_shortest_that_shows_what_is_hoped_for():
    told = document(page(), "Kestrel")
    assert (told["periods"], told["smallest_fall_seen"]) == (12, -0.28)
    assert told["picture"] == "f00"


def test_a_length_may_be_chosen_among_those_on_the_page():
    assert document(page(), "Kestrel", 4)["periods"] == 4
    with pytest.raises(WrongUse, match="7 periods"):
        document(page(), "Kestrel", 7)


def test_where_no_length_shows_enough_the_longest_that_can_be_tried_stands():
    rows = page().rows[:1]
    assert document(page(rows=rows), "Kestrel")["periods"] == 4


@pytest.mark.parametrize("bad", [page(certificate={}), page(rows=()), effect()])
def test_what_is_no_page_of_a_design_is_refused(bad):
    with pytest.raises(WrongUse, match="no page"):
        document(bad, "Kestrel")


@pytest.mark.parametrize("where", ["design", "rows"])
def test_a_page_that_was_edited_is_refused(where):
    made = page()
    if where == "design":
        made.certificate["design"] = DESIGN | {"treated": "river"}
    else:
        made.rows[1]["least"] = -0.05
    with pytest.raises(WrongUse, match="altered"):
        document(made, "Kestrel")


def test_an_operation_has_a_name():
    with pytest.raises(WrongUse, match="no name"):
        document(page(), " ")


def test_a_finding_that_follows_departs_in_nothing():
    assert differences(document(page(), "Kestrel"), effect()) == []


@pytest.mark.parametrize(
    ("changed", "part"),
    [
        ({"treated": "river"}, "treated"),
        ({"start": "2030-02-04"}, "start"),
        ({"periods": 13}, "periods"),
        ({"left_out": []}, "donors"),
        ({"parameters": {"displacement": ""}}, "displacement"),
        ({"parameters": {"drop_weak": True}}, "drop_weak"),
    ],
)
def test_each_departure_is_named_with_both_values(changed, part):
    (one,) = differences(document(page(), "Kestrel"), effect(**changed))
    assert one["part"] == part
    assert one["registered"] != one["now"]


def test_weekly_looks_are_held_against_all_but_length_and_test():
    rows = ({"treated": "beach", "date": "2030-03-04"},)
    certificate = {"step": "week", "donors": ["a", "b"]}
    look = Finding("impact.sequential", "1", PARAMETERS, "f01", rows, certificate)
    assert differences(document(page(), "Kestrel"), look) == []


def test_another_method_follows_no_design():
    with pytest.raises(WrongUse, match="no registered design"):
        differences(document(page(), "Kestrel"), page())
