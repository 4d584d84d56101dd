"""A machine gist beside the sentences of the queue."""

import stat

from headwater.node.review import with_gists
from headwater.resolve.review import QueueEntry, Source

SENTENCE = "Vozač je >>prevezao<< ljude u Niš."
ENTRY = QueueEntry("x", "statement", (), "Is it?", "", (), (Source(SENTENCE, "2D-P", "IR 1"),))


def test_the_gist_stands_beside_the_original_and_is_called_one(tmp_path):
    program = tmp_path / "apertium"
    program.write_text(
        '#!/bin/sh\nif [ "$1" = "-l" ]; then echo hbs-eng; else sed "s/.*/The driver drove./"; fi\n'
    )
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    shown, notes = with_gists([ENTRY], program=str(program))
    assert notes == ()
    assert shown[0].sources[0].sentence == SENTENCE
    assert shown[0].sources[0].gist == "The driver drove. [also: Niš] (hbs-eng)"
    assert "    machine gist: The driver drove. [also: Niš] (hbs-eng)" in shown[0].lines()


def test_without_a_translator_the_page_says_so(tmp_path):
    shown, notes = with_gists([ENTRY], program=str(tmp_path / "none"))
    assert shown[0].sources[0].gist == ""
    assert "not installed" in notes[0]
