"""Hostile formats are opened in a process that may die without harm."""

import os
import signal
import sys
import threading
import time

import pytest

from headwater.intake.confined import PATIENCE, Confinement
from headwater.model import Refused
from tests.intake.test_pages import pdf_file, word_file


def test_one_process_reads_many_files():
    with Confinement() as confinement:
        assert "Horgos" in confinement.read("pdf", pdf_file("Horgos"))
        first = confinement._child
        assert "second" in confinement.read("docx", word_file("second"))
        assert confinement._child is first


def test_a_refusal_comes_back_with_its_reason_and_the_process_goes_on():
    with Confinement() as confinement:
        with pytest.raises(Refused) as refused:
            confinement.read("docx", b"PK\x03\x04 no archive")
        assert refused.value.why
        assert confinement.read("html", b"<p>words</p>") == "words"


def test_a_reader_that_hangs_is_ended_in_time_and_the_next_file_is_read():
    with Confinement(seconds=2.0 / PATIENCE) as confinement:
        confinement._start()
        os.kill(confinement._child.pid, signal.SIGSTOP)
        began = time.monotonic()
        with pytest.raises(Refused, match="not read within 2 seconds"):
            confinement.read("html", b"<p>words</p>")
        assert 2 <= time.monotonic() - began < 10
        assert confinement._child is None
    with Confinement() as confinement:
        assert confinement.read("html", b"<p>again</p>") == "again"


def test_a_busy_machine_takes_no_time_from_a_file():
    with Confinement(seconds=1.0) as confinement:
        reader = confinement._start().pid
        os.kill(reader, signal.SIGSTOP)
        waking = threading.Timer(2.0, os.kill, (reader, signal.SIGCONT))
        waking.start()
        assert confinement.read("html", b"<p>words</p>") == "words"
        waking.join()


def test_a_file_that_keeps_the_processor_busy_is_refused_by_the_work_it_takes_not_by_the_clock():
    with Confinement(seconds=0.05) as confinement:  # before its memory runs out, on any machine
        with pytest.raises(Refused, match="of work: too large"):
            confinement.read("html", b"<p>word</p>" * 1_500_000)
        assert confinement._child is None


def test_a_reader_that_dies_refuses_its_file_and_no_other():
    with Confinement() as confinement:
        confinement.read("html", b"<p>start</p>")
        os.kill(confinement._child.pid, signal.SIGKILL)
        with pytest.raises(Refused, match="cannot be read"):
            confinement.read("html", b"<p>words</p>")
        assert confinement.read("html", b"<p>again</p>") == "again"


def test_the_start_of_the_process_is_not_counted_as_the_time_of_the_file(tmp_path, monkeypatch):
    slow = tmp_path / "slow_python"
    slow.write_text(f'#!/bin/sh\nsleep 2\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    slow.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(slow))
    with Confinement(seconds=2.0) as confinement:
        assert confinement.read("html", b"<p>words</p>") == "words"
