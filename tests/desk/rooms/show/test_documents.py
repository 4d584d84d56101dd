"""Packed documents, sent."""

from headwater.desk.rooms.show.documents import sent
from headwater.node.showing import packed


class Asking:
    """A request, as far as its headers go."""

    def __init__(self, takes: str) -> None:
        self.headers = {"accept-encoding": takes}


def test_whoever_takes_it_packed_gets_it_packed_and_anybody_else_plain():
    document = packed({"a": 1})
    assert sent(Asking("gzip, br"), document).content == document
    assert sent(Asking("gzip"), document).headers["Content-Encoding"] == "gzip"
    assert sent(Asking("identity"), document).content == b'{"a":1}'
