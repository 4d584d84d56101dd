import pytest

from headwater.analysis.business.money.kinds import KINDS, kinds_of
from headwater.picture import from_plain_files
from tests.analysis.business.money.fixtures import paid, picture_of


def kind_of(words, **tables):
    return kinds_of(picture_of(paid("a", "h1", 5, text=words), **tables)).to_pylist()


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("by hawala", "hawala"),
        ("преко хавале", "hawala"),
        ("حوالة", "hawala"),
        ("in cash", "cash"),
        ("u gotovini", "cash"),
        ("в брой", "cash"),
        ("bank transfer", "account"),
        ("на рачун", "account"),
        ("for Rakesh", ""),
        ("", ""),
    ],
)
def test_the_words_of_a_payment_tell_how_it_was_made(words, kind):
    assert kind_of(words) == [kind]
    assert kind in (*KINDS, "")


def test_whoever_is_said_to_deal_in_hawala_makes_it_hawala_unless_it_says_otherwise():
    same = {"entity": "r", "schema": "NetworkRole", "urn": "R"}
    role = [
        {"id": "R#1.1", "property": "role", "value": "hawaladar", **same},
        {"id": "R#1.2", "property": "member", "value": "h1", **same},
    ]
    assert kind_of("", statements=role) == ["hawala"]
    assert kind_of("cash", statements=role) == ["cash"]


def test_a_payment_that_names_an_account_went_over_an_account():
    said = {"id": "R#1.1", "entity": "P0", "schema": "Payment", "urn": "R"}
    assert kind_of("", statements=[said | {"property": "beneficiaryAccount", "value": "x"}]) == [
        "account"
    ]
    assert kind_of("", statements=[said | {"property": "description", "value": "cash"}]) == ["cash"]


def test_a_plain_file_may_say_it_in_a_column(tmp_path):
    path = tmp_path / "money.csv"
    path.write_text(
        "date,from,to,amount,currency,method\n2025-01-01,a,b,5,EUR,hawala\n2025-01-01,a,b,6,EUR,\n"
    )
    picture = from_plain_files(money=path)
    by_statement = zip(
        picture.money["statement"].to_pylist(), kinds_of(picture).to_pylist(), strict=True
    )
    assert dict(by_statement) == {"money.csv#1.1": "hawala", "money.csv#2.1": ""}
    assert not any("method" in caveat for caveat in picture.caveats)
