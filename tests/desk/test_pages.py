"""A page shows words as words, whatever they are."""

import pytest

from headwater.desk.pages import numbers


def test_what_is_typed_is_never_run(enter, door):
    ana = enter("ana", purpose="case: <script>alert(1)</script>")
    text = ana.get("/").text
    assert "<script>alert" not in text
    assert "&lt;script&gt;" in text


def test_new_alerts_reach_whoever_reads_them_on_every_page(enter):
    ana, vera = enter("ana"), enter("vera")
    assert '<hw-alerts brief src="/alerts/stream?since=20' in ana.get("/search").text
    assert ana.get("/").text.count("<hw-alerts") == 1
    assert "<hw-alerts" not in vera.get("/settings").text


def test_who_sees_no_intelligence_is_led_to_none(enter):
    text = enter("vera").get("/").text
    assert 'href="/audit"' in text
    assert 'href="/review' not in text
    assert 'role="search"' not in text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("هاتفه +381 60 1234567.", "+381 60 1234567"),
        ("في 2025-09-02 غادر", "2025-09-02"),
        ("الساعة 04:30", "04:30"),
        ("(+44) 7700 900123", "(+44) 7700 900123"),
    ],
)
def test_the_parts_of_a_number_keep_their_order_in_right_to_left_text(text, kept):
    assert f'<bdi dir="ltr">{kept}</bdi>' in numbers(text)
    assert numbers(text).striptags() == text


def test_numbers_are_set_apart_in_text_that_stays_escaped():
    assert numbers("<b>1-2</b> & 7") == '&lt;b&gt;<bdi dir="ltr">1-2</bdi>&lt;/b&gt; &amp; 7'
