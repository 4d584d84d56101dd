import pytest

from headwater.analysis import METHODS, methods, run
from headwater.model import WrongUse
from headwater.picture import Picture, from_plain_files


def test_a_method_that_does_not_exist_is_answered_with_the_nearest_one():
    with pytest.raises(WrongUse) as refused:
        run(Picture.of({}), "organizers.rank")
    assert "organisers.ranking" in refused.value.do


def test_what_the_picture_warns_of_is_repeated_in_the_finding():
    finding = run(Picture.of({}, caveats=("Mind the gap.",)), "organisers.ranking")
    assert finding.caveats[0] == "Mind the gap."
    assert finding.seconds >= 0


def test_methods_are_listed_once_in_the_order_of_their_ids():
    ids = [method.id for method in methods()]
    assert ids == sorted(METHODS)


def test_everybody_whom_a_finding_mentions_has_a_name_and_nobody_to_protect_is_among_them(tmp_path):
    links, people = tmp_path / "links.csv", tmp_path / "people.csv"
    links.write_text("source,target\na,b\nb,c\nc,a\na,v\n", encoding="utf-8")
    people.write_text(
        "id,name,category\na,Ana Uno,suspect\nb,Bo Due,suspect\nc,Ci Tre,convicted\nv,Vi,victim\n",
        encoding="utf-8",
    )
    finding = run(from_plain_files(links=links, people=people), "organisers.groups")
    assert finding.rows[0]["members"] == ["a", "b", "c"]
    assert finding.names == {"a": "Ana Uno", "b": "Bo Due", "c": "Ci Tre"}
