import pyarrow as pa

from headwater.picture.fingerprint import fingerprint_of


def words(*values):
    return pa.chunked_array([pa.array(values).dictionary_encode()])


def test_how_a_column_is_cut_and_encoded_does_not_count():
    whole = pa.table({"a": pa.array(["x", "yy", ""]), "n": pa.array([1.0, None, 2.0])})
    parts = pa.concat_tables([whole.slice(0, 1), whole.slice(1)])
    assert fingerprint_of({"t": whole}) == fingerprint_of({"t": parts})


def test_unused_and_reordered_words_of_a_dictionary_do_not_count():
    one = words("b", "a", "b")
    more = words("z", "a", "b", "a", "b").slice(2)
    assert more.to_pylist() == ["b", "a", "b"]
    assert fingerprint_of({"t": pa.table({"w": one})}) == fingerprint_of(
        {"t": pa.table({"w": more})}
    )


def test_every_change_of_what_is_said_changes_it():
    base = {"t": pa.table({"a": ["x", "y"], "n": [1.0, None]})}
    others = [
        {"u": base["t"]},
        {"t": pa.table({"b": ["x", "y"], "n": [1.0, None]})},
        {"t": pa.table({"a": ["xy", ""], "n": [1.0, None]})},
        {"t": pa.table({"a": ["x", "y"], "n": [1.0, 0.0]})},
        {"t": pa.table({"a": ["y", "x"], "n": [1.0, None]})},
        {"t": base["t"].slice(0, 1)},
    ]
    prints = [fingerprint_of(tables) for tables in (base, *others)]
    assert len(set(prints)) == len(prints)


def test_a_table_without_rows_is_as_if_it_were_not_there():
    empty = pa.table({"a": pa.array([], pa.string())})
    assert fingerprint_of({"t": empty}) == fingerprint_of({})


def test_it_stays_the_same_from_release_to_release():
    table = pa.table({"a": ["Horgoš", ""], "w": words("b", "a"), "f": [True, False]})
    assert fingerprint_of({"t": table}) == (
        "e9e0012573594fae8bf1cf849aa5242c38d20dbc20a839a16bb478a6bd877533"
    )
