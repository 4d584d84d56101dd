"""What a user may set, and what happens when the value will not do."""

import pytest

from headwater.model import Method, Parameter, WrongUse

METHOD = Method(
    id="organisers.example",
    version="1",
    question="Who?",
    parameters=(
        Parameter("top", "int", 10, "How many to show.", low=1, high=100),
        Parameter("share", "float", 0.5, "A share.", low=0, high=1),
        Parameter("step", "choice", "week", "Step of time.", choices=("day", "week")),
        Parameter("strict", "flag", False, "Whether to be strict."),
        Parameter("origin", "date", "2025-01-01", "Last known day."),
        Parameter("note", "text", "", "A note."),
    ),
    outputs=(),
    inputs=("links",),
    cost="linear",
    not_for="anything else",
)


def test_what_is_not_given_takes_its_default():
    assert METHOD.settle({})["top"] == 10


def test_text_from_the_command_line_becomes_a_value_of_the_kind():
    settled = METHOD.settle(
        {"top": "3", "share": "0.25", "step": "day", "strict": "yes", "origin": "2025-02-03"}
    )
    assert settled == {
        "top": 3,
        "share": 0.25,
        "step": "day",
        "strict": True,
        "origin": "2025-02-03",
        "note": "",
    }


def test_a_day_may_be_left_empty():
    assert METHOD.settle({"origin": ""})["origin"] == ""


@pytest.mark.parametrize(
    "given",
    [
        {"top": "0"},
        {"top": "101"},
        {"top": "many"},
        {"share": "nan"},
        {"step": "year"},
        {"strict": "perhaps"},
        {"origin": "31.11."},
        {"origin": "last spring"},
        {"unknown": "1"},
    ],
)
def test_a_value_that_will_not_do_is_refused_with_what_would(given):
    with pytest.raises(WrongUse) as refusal:
        METHOD.settle(given)
    assert refusal.value.do


def test_the_declaration_goes_out_whole():
    declared = METHOD.as_dict()
    assert {"id", "version", "question", "parameters", "cost", "not_for"} <= set(declared)
    assert declared["parameters"][0]["high"] == 100


def test_what_a_method_found_bears_its_name_version_and_parameters():
    rows = ({"id": name} for name in ("a", "b"))
    found = METHOD.found("f1", {"k": 2}, rows, caveats=("Seen once.",))
    assert (found.method, found.version) == (METHOD.id, METHOD.version)
    assert (found.parameters, found.picture) == ({"k": 2}, "f1")
    assert [row["id"] for row in found.rows] == ["a", "b"]
    assert (found.caveats, found.evidence) == (("Seen once.",), {})
