"""The tree that all forms print."""

import json

from headwater.brief import compose
from headwater.brief.forms.printed import printed
from tests.brief.fixtures import occasion, picture, ranking


def test_it_is_plain_data_that_json_can_hold():
    tree = printed(compose(picture(), [ranking()], occasion()))
    assert json.loads(json.dumps(tree)) == tree
    assert tree["made"] == "2026-11-21 12:00 UTC"
    assert tree["topics"][0]["id"] == "risk"


def test_statements_of_one_sentence_are_listed_in_short():
    tree = printed(compose(picture(), [], occasion()))
    assert any(", " in exhibit["ids"] for exhibit in tree["exhibits"])
    assert all(exhibit["graded"] for exhibit in tree["exhibits"])


def test_without_a_method_it_says_so():
    assert printed(compose(picture(), [], occasion()))["methods"] == [
        "No finding of a method is in this briefing."
    ]
