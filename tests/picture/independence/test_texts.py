from headwater.picture.independence.texts import distinct, read_texts
from tests.picture.independence.telling import tables_of, told


def test_sentences_keep_the_place_where_they_begin():
    text = "First one.  Second one! third goes on.\nA line."
    texts = read_texts(*told(text)[:2])
    for start, sentence in zip(texts.start.tolist(), texts.sentences.to_pylist(), strict=True):
        assert text[start:].startswith(sentence)
    assert len(texts.sentences) == 2 or len(texts.sentences) == 3


def test_tables_are_left_out_and_no_reports_are_no_trouble():
    reports, items, _ = tables_of([{"urn": "t", "format": "table"}], [("t", "date: 1; place: X")])
    assert len(read_texts(reports, items).urns) == 0
    assert len(read_texts(*told()[:2]).urns) == 0


def test_distinct_numbers_come_once_and_in_order():
    texts = read_texts(*told("a a b")[:2])
    assert distinct(texts.word).tolist() == [0, 1]
