"""A page shows words as words, whatever they are."""


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
