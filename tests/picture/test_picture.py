import pyarrow as pa
import pytest

from headwater.picture import TABLES, Picture, make_table


def test_a_picture_has_every_table_even_an_empty_one():
    picture = Picture.of({})
    for name, schema in TABLES.items():
        assert getattr(picture, name).schema == schema
        assert getattr(picture, name).num_rows == 0


def test_nobody_can_put_a_table_into_a_picture():
    picture = Picture.of({"entities": make_table("entities", {"id": ["a"]})})
    with pytest.raises(TypeError):
        picture.tables["entities"] = pa.table({})
