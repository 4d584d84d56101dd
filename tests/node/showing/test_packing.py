"""Documents that are packed once."""

import gzip
import json

from headwater.node.showing import packed


def test_what_was_packed_is_the_document_and_the_same_each_time():
    told = {"nodes": [{"name": "Горан"}]}
    assert json.loads(gzip.decompress(packed(told))) == told
    assert packed(told) == packed(told)
