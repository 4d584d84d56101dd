"""The desk describes itself to scripts, and stands whatever it is sent."""

from headwater.desk.app import LARGEST_UPLOAD


def test_the_description_of_the_interface_is_there(enter):
    document = enter("ana").get("/schema/openapi.json").json()
    assert document["info"]["title"] == "Headwater desk"
    assert "/api/reports" in document["paths"]


def test_what_is_too_large_is_refused_in_words(enter):
    ana = enter("ana")
    much = {"files": ("large.txt", bytes(LARGEST_UPLOAD + 1))}
    answer = ana.post("/reports/files", data={"csrf": "csrf of ana"}, files=much)
    assert answer.status_code == 413
    assert "This is too large" in answer.text
    stranger = enter().post("/enter", content=b"name=" + bytes(LARGEST_UPLOAD))
    assert "What you sent was not kept" in stranger.text


def test_no_page_breaks_whatever_is_asked_of_it(enter, desk):
    ana, vera = enter("ana"), enter("vera")
    asked = {"id", "urn", "q", "start", "who", "about", "since", "kind", "find", "name", "then"}
    paths = [route.path for route in desk[0].routes if "GET" in route.methods]
    for path in paths:
        if "{" in path or path.startswith(("/static", "/schema", "/alerts/stream")):
            continue
        for value in ("", "\x00", "-1", "9" * 30, "'\"><script>alert(1)</script>", "../../etc"):
            for browser in (ana, vera):
                answer = browser.get(path, params=dict.fromkeys(asked, value))
                assert answer.status_code < 500, (path, value)
                assert "<script>alert" not in answer.text
