import pyarrow as pa
import pytest

from headwater.analysis.organisers.evidence import gather
from headwater.analysis.organisers.limits import LIMITS, limits
from headwater.model import WrongUse
from headwater.picture import Picture
from tests.analysis.organisers.ranking.test_method import STAR, picture_of
from tests.analysis.organisers.test_countries import with_countries

GIVEN = {"layers": "", "include_proposed": False, "drop_weak": False}


def limits_of(picture, **given):
    parameters = GIVEN | {one.name: one.default for one in LIMITS} | given
    evidence = gather(picture, parameters)
    found = limits(evidence, picture, parameters)
    return found, [one for one, may in zip(evidence.ids, found.allowed, strict=True) if may]


def test_without_limits_everybody_may_be_chosen():
    found, may = limits_of(picture_of(STAR))
    assert may == ["a", "b", "c", "d", "hub"]
    assert not found.gone.any()
    assert found.left_out == {}


def test_only_people_of_the_jurisdiction_may_be_chosen_and_unknown_countries_are_outside():
    picture = with_countries(picture_of(STAR), [("hub", "RS"), ("a", "fr"), ("b", "rs ")])
    found, may = limits_of(picture, jurisdiction="rs, ba")
    assert may == ["b", "hub"]
    assert found.left_out == {"jurisdiction": 3}


def test_people_with_thin_evidence_are_left_alone():
    found, may = limits_of(picture_of(STAR), min_groups=2)
    assert may == ["c", "hub"]
    assert found.left_out == {"min_groups": 3}


def test_the_untouchable_and_those_who_are_out_are_not_chosen_and_counted_apart():
    found, may = limits_of(picture_of(STAR), untouchable="a, b", already_removed="hub")
    assert may == ["c", "d"]
    assert found.gone.tolist() == [False, False, False, False, True]
    assert found.left_out == {"already_removed": 1, "untouchable": 2}


def test_an_id_that_may_not_be_ranked_reads_like_an_unknown_one():
    texts = []
    for picture in (picture_of(STAR), picture_of(STAR, people=[("x", False)])):
        with pytest.raises(WrongUse) as told:
            limits_of(picture, untouchable="x")
        texts.append(str(told.value))
    assert texts[0] == texts[1]


def test_nobody_can_be_spared_and_out_at_once():
    with pytest.raises(WrongUse, match="both"):
        limits_of(picture_of(STAR), untouchable="hub", already_removed="hub")


def test_an_empty_picture_has_nobody_to_choose():
    found, may = limits_of(Picture.of({}), jurisdiction="rs", min_groups=1)
    assert may == []
    assert found.left_out == {}


def test_the_id_na_is_an_id():
    picture = picture_of([("NA", "b")])
    picture = Picture.of(
        dict(picture.tables) | {"given_people": pa.table({"id": ["NA"], "country": ["rs"]})}
    )
    assert limits_of(picture, jurisdiction="rs")[1] == ["NA"]


def test_each_agency_reaches_the_people_of_its_own_countries():
    picture = with_countries(picture_of(STAR), [("hub", "RS"), ("a", "hu"), ("b", "fr")])
    found, may = limits_of(picture, jurisdiction="Police=rs, ba; Border=hu,rs")
    assert may == ["a", "hub"]
    assert found.agencies == [["Border"], [], [], [], ["Police", "Border"]]
    assert found.left_out == {"jurisdiction": 3}


def test_countries_without_an_agency_name_nobody_who_can_act():
    picture = with_countries(picture_of(STAR), [("hub", "RS")])
    assert limits_of(picture, jurisdiction="rs")[0].agencies == [[]] * 5


def test_an_agency_without_a_country_is_refused():
    with pytest.raises(WrongUse, match="names no country"):
        limits_of(picture_of(STAR), jurisdiction="Police=; Border=hu")


def test_what_untested_sources_say_is_not_counted_as_sound_evidence():
    picture = picture_of(STAR, grade=["1A", "2D", "2D", "1A"])
    assert limits_of(picture, min_groups=2)[1] == ["c", "hub"]
    found, may = limits_of(picture, min_sound_groups=1)
    assert may == ["a", "c", "d", "hub"]
    assert limits_of(picture, min_sound_groups=2)[1] == []
    assert found.left_out == {"min_sound_groups": 1}
