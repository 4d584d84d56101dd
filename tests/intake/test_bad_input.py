"""What strangers send: each a clear refusal, nothing lost, the rest goes on, in bounded time."""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from tests.intake.test_archive import packed
from tests.intake.test_mail import mail
from tests.intake.test_pages import pdf_file, word_file

# What is read without bounds takes hours, so the bound need not be close on a busy machine.
SECONDS, MEGABYTES = 60, 512
GOOD = "Originator: Border Police\n\n1. Seen at Horgos. [2D-P]\n"


def workbook(change: Callable[[openpyxl.Workbook], None]) -> bytes:
    book = openpyxl.Workbook()
    change(book)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def replaced(archive: bytes, member: str, content: bytes) -> bytes:
    """The same archive with one member's content exchanged."""
    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        files = {name: source.read(name) for name in source.namelist()}
    return packed(files | {member: content})


def laughs(root: str) -> bytes:
    rows = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return (
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{rows}]><{root}>&l9;</{root}>'.encode()
    )


def quine_zip(levels: int) -> bytes:
    content = b"words " * 10
    for level in range(levels):
        content = packed({f"{level}.zip" if level else "in.txt": content})
    return content


def deep_html() -> bytes:
    return b"<html><body>" + b"<div>" * 200_000 + b"deep" + b"</div>" * 200_000


def deep_mail() -> bytes:
    parts = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3000)
    )
    return f"Subject: deep\nMIME-Version: 1.0\n{parts}".encode()


@cache
def hostile_files() -> dict[str, bytes]:
    """Made when they are asked for: who only collects tests does not wait for bombs."""
    return {
        "empty.txt": b"",
        "empty.pdf": b"",
        "empty.xlsx": b"",
        "blank.txt": b" \n\t\n",
        "nul.txt": b"\x00" * 10_000,
        "cut.pdf": pdf_file("words")[:200],
        "cut.docx": word_file("words")[:3000],
        "cut.xlsx": workbook(lambda book: book.active.append(["a"]))[:2000],
        "cut.zip": packed({"a.txt": b"words"})[:-10],
        "cut.json": b'{"id": "p1", "schema": "Person", "properties": {"na',
        "noise.pdf": b"%PDF-1.7\n" + bytes(range(256)) * 400,
        "noise.txt": bytes((n * 197 + n // 7) % 256 for n in range(200_000)),
        "bomb.zip": packed({"zeros.txt": bytes(100_000_000)}),
        "bomb.docx": replaced(word_file("a"), "word/media/x.bin", bytes(100_000_000)),
        "nested.zip": quine_zip(5),
        "traversal.zip": packed({"../../etc/cron.txt": b"words"}),
        "laughs.docx": replaced(word_file("a"), "word/document.xml", laughs("a")),
        "laughs.xlsx": replaced(
            workbook(lambda book: book.active.append(["a"])), "xl/workbook.xml", laughs("workbook")
        ),
        "deep.json": b"[" * 100_000 + b"]" * 100_000,
        "deep_object.json": b'{"a":' * 100_000,
        "deep.html": deep_html(),
        "deep.eml": deep_mail(),
        "deep.csv.mapping.yml": b"a: " + b"[" * 100_000,
        "many_digits.json": b'{"id": "a", "schema": "Person", "properties": {"name": [1'
        + b"0" * 9999
        + b"]}}",
        "strange.exe": b"MZ\x90\x00",
        "unknown.csv": b"alpha,beta\n1,2\n",
        "quote.csv": b'caller,called\n"' + b"x" * 10_000_000,
        "header.csv": b",".join(b"c%d" % n for n in range(100_000)) + b"\n",
        "dots.txt": b"1. " * 300_000,
        "brackets.txt": b"[" * 1_000_000,
        "colons.txt": b"Title: " + b"a:" * 500_000,
        "spaces.txt": b"Seen " + b" " * 2_000_000 + b"x",
    }


PROGRAM = """
import json, resource, sys, time
from datetime import date
from pathlib import Path
from headwater.intake import DoorOptions, as_read_json, read_paths
from tests.intake.conftest import horgos_reader
took, out = {}, {}
options = DoorOptions("a", "b", date(2026, 11, 21))
for path in sorted(Path(sys.argv[1]).iterdir()):
    began = time.monotonic()
    takens = list(read_paths([path], options, reader=horgos_reader))
    took[path.name] = time.monotonic() - began
    out[path.name] = [(len(t.reports), [(r.what, r.why) for r in t.refusals]) for t in takens]
# Not ru_maxrss of this process: Linux counts in it what the process that started it had used.
status = Path("/proc/self/status").read_text()
own = int(status.split("VmHWM:")[1].split()[0]) / 1024
child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print(json.dumps({"took": took, "out": out, "own": own, "child": child}))
"""


@pytest.fixture
def outcome(tmp_path) -> dict:
    """Every hostile file, one by one, in a process whose time and memory are measured."""
    for name, content in hostile_files().items():
        (tmp_path / name).write_bytes(content)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        *(),
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout.splitlines()[-1])


READ_ANYWAY = {"dots.txt", "brackets.txt", "colons.txt", "spaces.txt", "deep.html", "noise.txt"}


def faults(took: float, out: list, may_be_read: bool) -> list[str]:
    """What is wrong with what became of a hostile file."""
    refusals = [refusal for _, found in out for refusal in found]
    reports = sum(count for count, _ in out)
    told = {
        f"took {took} s": took >= SECONDS,
        "neither refused nor read": not (refusals or reports),
        "refused without words": not all(what and why for what, why in refusals),
        "read": reports and not may_be_read,
    }
    return [fault for fault, is_so in told.items() if is_so]


def test_hostile_files_are_refused_in_words_in_bounded_time_and_memory(outcome):
    assert set(outcome["out"]) == set(hostile_files())
    found = {
        name: faults(outcome["took"][name], out, name in READ_ANYWAY)
        for name, out in outcome["out"].items()
    }
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
    assert outcome["own"] < MEGABYTES
    assert outcome["child"] < MEGABYTES


def test_the_good_file_beside_them_is_taken(take):
    hostile = {n: c for n, c in hostile_files().items() if len(c) < 100_000}
    taken = take({**hostile, "good.txt": GOOD})
    good = [report for report in taken.reports if report.file == "good.txt"]
    assert [item.text for item in good[0].items] == ["Seen at Horgos."]
    told = {refusal.file.split(" > ")[0] for refusal in taken.refusals}
    assert {n for n in hostile if n not in READ_ANYWAY and "mapping" not in n} <= told


def test_a_giant_cell_refuses_its_row_and_the_others_are_taken(take):
    table = "caller,called,start\n+447700900123,+447700900124,2025-01-01\n"
    table += f"+447700900123,+447700900124,{'x' * 10_000_000}\n"
    taken = take({"c.csv": table})
    assert [item.number for item in taken.reports[0].items] == [1]
    assert [r.position for r in taken.refusals] == ["row 2"]


@pytest.mark.parametrize("trick", ["\x00", "\u202e", "\u2066", "\u200b", "\x1b"])
def test_a_hidden_character_in_a_name_is_made_visible_and_told(take, trick):
    table = f"id,name\nN-1,Ada{trick}Invented\n"
    taken = take({"n.csv": table, "r.txt": f"{GOOD}2. Ada{trick}Invented [2D-P]\n"})
    mark = f"⟦U+{ord(trick):04X}⟧"
    assert f"Ada{mark}Invented" in {s.value for s in taken.statements}
    assert f"Ada{mark}Invented" in {i.text for report in taken.reports for i in report.items}
    assert {r.file for r in taken.refusals} == {"n.csv", "r.txt"}
    assert trick not in str([r.items for r in taken.reports]) + str(taken.statements)


def test_lone_surrogates_do_not_break_what_is_written_down(take):
    line = '{"id": "p", "schema": "Person", "properties": {"name": ["A\\ud800b"]}}'
    taken = take({"e.json": line})
    (statement,) = taken.statements
    statement.value.encode("utf-8")
    assert "U+D800" in statement.value


def test_a_phone_with_its_prefix_survives_csv_and_excel_unchanged(take, tmp_path):
    def rows(book):
        book.active.append(["caller", "called"])
        book.active.append(["+447700900123", "+447700900124"])

    taken = take({
        "c.csv": "caller,called\n+447700900123,+447700900124\n",
        "x.xlsx": workbook(rows),
    })  # fmt: skip
    for urn in {report.urn for report in taken.reports}:
        phones = [s for s in taken.statements if s.urn == urn and s.property == "phone"]
        assert [(p.value, p.text) for p in phones] == [
            ("+447700900123", "+447700900123"),
            ("+447700900124", "+447700900124"),
        ]


def test_a_workbook_with_hidden_sheets_formulas_and_day_counts(take):
    def rows(book):
        book.active.append(["date", "article", "quantity"])
        book.active.append([45366, "boat", 3])
        book.active.append(["31.11.2025", "engine", "=1+1"])
        book.create_sheet("secret").sheet_state = "hidden"

    taken = take({"s.xlsx": workbook(rows)})
    dates = [s.value for s in taken.statements if s.property == "date"]
    assert dates == ["2024-03-15"]
    assert sorted(r.position for r in taken.refusals) == [
        *("row 2, date", "row 2, quantity", "whole sheet"),
    ]
    assert {s.value for s in taken.statements if s.property == "article"} == {"boat", "engine"}


def test_a_wrong_mapping_beside_a_table_refuses_that_table_alone(take):
    taken = take({
        "a.csv": "caller,called\n+447700900123,+447700900124\n",
        "a.csv.mapping.yml": "entities: {p: {schema: Wizard}}",
        "b.txt": GOOD,
    })  # fmt: skip
    assert [report.file for report in taken.reports] == ["b.txt"]
    assert [r.file for r in taken.refusals] == ["a.csv"]


def test_a_mail_with_a_hostile_attachment_keeps_its_words(take):
    message = mail()
    message.add_attachment(hostile_files()["bomb.zip"], "application", "zip", filename="b.zip")
    taken = take({"m.eml": message.as_bytes()})
    assert [report.items[0].text for report in taken.reports] == ["Seen at Horgos."]
    assert "bomb" in taken.refusals[0].what
