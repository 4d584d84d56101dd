"""Plain words for what is declared tersely."""

from headwater.analysis import METHODS
from headwater.model import Finding
from headwater.node.showing import Naming, table_of
from headwater.node.showing.telling import in_figures
from headwater.node.showing.wording import column_words, setting_words, why_this


def test_no_label_or_head_is_a_name_of_a_variable():
    assert setting_words("k") == "How many people"
    assert setting_words("measure_from") == "Measure from"
    assert column_words("in_set").startswith("pairs more if")
    names = {one.name for each in METHODS.values() for one in each.method.parameters}
    assert not [name for name in names if "_" in setting_words(name)]


def test_every_method_says_why_it_and_not_another():
    for id_ in METHODS:
        assert why_this(id_).endswith("."), id_


def test_a_verdict_says_what_it_means(a_run):
    method = METHODS["organisers.roles"].method
    found = Finding(method.id, method.version, {}, "f", ({"id": "p", "verdict": "insufficient"},))
    (line,) = table_of(a_run(found), found, method).lines
    assert "nobody can say yet" in line.cells[0].words


def test_a_part_is_told_verdict_first_and_its_number_as_what_signs_alone_would_say(a_run):
    method = METHODS["organisers.roles"].method
    row = {"id": "p", "likeliest": "pilot", "probability": 0.943, "verdict": "insufficient"}
    found = Finding(method.id, method.version, {}, "f", (row,))
    heads = [column.name for column in table_of(a_run(found), found, method).columns]
    assert heads == [
        "verdict",
        "part the signs point to",
        "what these signs alone would say, 0 to 1",
    ]


def test_ids_of_statements_do_not_stand_inside_the_text():
    role = {"role": "driver", "verdict": "assessed", "statements": ["s1"], "shown_by": ["drives"]}
    said = in_figures([role], Naming())
    assert "s1" not in said
    assert "shown by drives" in said
