"""A page shows words as words, whatever they are."""


def test_what_is_typed_is_never_run(enter, door):
    ana = enter("ana", purpose="case: <script>alert(1)</script>")
    text = ana.get("/").text
    assert "<script>alert" not in text
    assert "&lt;script&gt;" in text
