import pytest

from headwater.analysis import run
from headwater.model import WrongUse
from headwater.picture import from_plain_files

HUBS = ("h0", "h1", "h2", "h3")


@pytest.fixture
def files(tmp_path):
    def write(roles, column="role"):
        pairs = [(hub, f"{hub}-{i}") for hub in HUBS for i in range(5)]
        lines = [f"{a},{b}" for a, b in [*pairs, ("h0", "h1"), ("h1", "h2"), ("h2", "h3")]]
        links = tmp_path / "links.csv"
        links.write_text("\n".join(["source,target", *lines]), encoding="utf-8")
        people = tmp_path / "people.csv"
        ids = sorted({end for pair in pairs for end in pair})
        rows = [f"{one},{roles.get(one, '')}" for one in ids]
        people.write_text("\n".join([f"id,{column}", *rows]), encoding="utf-8")
        return from_plain_files(links=links, people=people, assume_category="suspect")

    return write


LABELS = {**dict.fromkeys(HUBS[:3], "boss"), **{f"h0-{i}": "driver" for i in range(4)}}


def test_weights_are_learned_from_the_column_that_is_named_and_that_is_said(files):
    finding = run(files(LABELS), "organisers.ranking", {"labels": "role", "worlds": 2})
    plain = run(files(LABELS), "organisers.ranking", {"worlds": 2})
    assert any("learned from 7 people" in caveat for caveat in finding.caveats)
    assert finding.certificate["weights"] != plain.certificate["weights"]
    assert {row["id"] for row in finding.rows[:4]} == set(HUBS)


def test_a_column_that_is_not_named_is_never_read(files):
    with_roles = run(files(LABELS), "organisers.ranking", {"worlds": 2})
    without = run(files({}), "organisers.ranking", {"worlds": 2})
    assert [r["score"] for r in with_roles.rows] == [r["score"] for r in without.rows]


def test_too_few_labels_are_refused_with_what_to_do(files):
    with pytest.raises(WrongUse) as refused:
        run(files({"h0": "boss", "h0-1": "driver"}), "organisers.ranking", {"labels": "role"})
    assert "at least 3 of each" in refused.value.why


def test_a_column_that_is_not_there_is_refused(files):
    with pytest.raises(WrongUse):
        run(files(LABELS), "organisers.ranking", {"labels": "rank"})


def test_weights_learned_on_one_network_serve_on_another_and_that_is_said(files):
    taught = run(files(LABELS), "organisers.ranking", {"labels": "role", "worlds": 2}).certificate
    given = ", ".join(f"{part}={weight}" for part, weight in taught["weights"].items())
    finding = run(files({}), "organisers.ranking", {"weights": given, "worlds": 2})
    assert finding.certificate["weights"] == taught["weights"]
    assert any("Weights were given" in caveat for caveat in finding.caveats)


@pytest.mark.parametrize("weights", ["fame=2", "standing", "standing=much", "standing=1;reach=2"])
def test_weights_that_cannot_be_read_are_refused_with_the_parts_there_are(files, weights):
    with pytest.raises(WrongUse) as refused:
        run(files({}), "organisers.ranking", {"weights": weights})
    assert "brokerage" in refused.value.do
