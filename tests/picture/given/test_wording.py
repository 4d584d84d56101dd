import pytest

from headwater.model import schemata, words
from headwater.picture import from_plain_files
from headwater.picture.given.wording import BASES, BODIES, KINDS, MODES, PAYMENTS, SERVICES


@pytest.mark.parametrize(
    ("also", "known"),
    [
        (MODES, words("mode")),
        (BASES, words("basis")),
        (PAYMENTS, words("payment")),
        (SERVICES, words("service")),
        (BODIES, tuple(KINDS)),
    ],
)
def test_every_other_word_stands_for_one_that_is_known(also, known):
    assert set(also.values()) <= set(known)
    assert not set(also) & set(known)


def test_every_kind_of_an_end_of_money_is_a_schema():
    assert set(KINDS.values()) <= set(schemata())


def test_modes_are_read_in_common_words_with_hyphens_underscores_and_plurals(tmp_path):
    said = ["small_boat", "Small boats", "on_foot", "on-foot", "walking", "lorries", "HGV", "truck"]
    said += ["taxi boats", "taxi-boat", "minibus", "by train", "ferry", "kombi", "hovercraft"]
    path = tmp_path / "legs.csv"
    path.write_text("from,to,mode\n" + "".join(f"A,B,{one}\n" for one in said), encoding="utf-8")
    picture = from_plain_files(legs=path)
    rows = sorted(picture.legs.to_pylist(), key=lambda row: int(row["id"].split("#")[1][:-2]))
    modes = "boat boat foot foot foot lorry lorry lorry taxi_boat taxi_boat van train ship van"
    assert [row["mode"] for row in rows] == [*modes.split(), ""]
    (caveat,) = picture.caveats
    assert caveat.startswith("legs.csv, line 16: hovercraft is not a mode (foot, car, van, lorry")


def test_fees_are_read_in_common_words(tmp_path):
    path = tmp_path / "legs.csv"
    path.write_text(
        "from,to,fee_min,currency,fee_basis,service_model,payment_mode\n"
        "A,B,5,EUR,per person,package,up-front\n",
        encoding="utf-8",
    )
    (row,) = from_plain_files(legs=path).legs.to_pylist()
    read = (row["fee_basis"], row["service_model"], row["payment_mode"])
    assert read == ("person", "full_package", "upfront")
