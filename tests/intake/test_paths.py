"""Files and folders: order, links, sidecars, progress, several processes."""

import os
from pathlib import Path

import pytest

from headwater.intake import read_paths
from headwater.model import WrongUse
from tests.intake.conftest import horgos_reader


def test_a_folder_is_read_in_the_order_of_its_names(take):
    taken = take({"b.txt": "two", "a/z.txt": "one", "c.txt": "three"})
    assert [report.items[0].text for report in taken.reports] == ["one", "two", "three"]


def test_links_are_refused_and_not_followed(take, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("not for this folder")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "link.txt").symlink_to(secret)
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe.txt")
    taken = take(folder)
    assert not taken.reports
    assert [r.file for r in taken.refusals] == ["link.txt", "loop", "pipe.txt"]


def test_a_mapping_beside_its_table_wins_over_the_one_given(take):
    beside = "entities: {p: {schema: Person, key: who, properties: {name: who}}}"
    given = "entities: {p: {schema: Company, key: who, properties: {name: who}}}"
    taken = take(
        {"a.csv": "who\nAda\n", "a.csv.mapping.yml": beside, "b.csv": "who\nACME\n"},
        mapping=given,
    )
    assert [(s.schema, s.value) for s in taken.statements] == [
        ("Person", "Ada"),
        ("Company", "ACME"),
    ]
    assert not taken.refusals


def test_a_reference_used_twice_for_different_words_is_refused_the_second_time(take):
    text = "URN: IR 5\nOriginator: X\n\n1. {} [2D-P]"
    taken = take({"a.txt": text.format("one"), "b.txt": text.format("two")})
    assert [report.items[0].text for report in taken.reports] == ["one"]
    (refusal,) = taken.refusals
    assert (refusal.file, refusal.urn) == ("b.txt", "IR 5")


def test_the_same_file_twice_is_no_error(take):
    taken = take({"a.txt": "same", "b.txt": "same"})
    assert len(taken.reports) == 2
    assert not taken.refusals


def test_progress_is_told_file_by_file(tmp_path, options):
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(name)
    told = []
    list(read_paths([tmp_path], options, lambda *n: told.append(n), reader=horgos_reader))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_nothing_is_read_before_it_is_drawn(tmp_path, options):
    (tmp_path / "a.txt").write_text("one")
    takens = read_paths([tmp_path], options, reader=horgos_reader)
    (tmp_path / "a.txt").write_text("two")
    assert next(takens).reports[0].items[0].text == "two"


def test_a_path_that_is_not_there_is_wrong_use_at_once(tmp_path, options):
    with pytest.raises(WrongUse, match="no such"):
        read_paths([tmp_path / "nothing"], options)


def test_a_wrong_mapping_is_wrong_use_at_once(tmp_path, options, take):
    with pytest.raises(WrongUse, match="no property"):
        take({"a.csv": "x\n1\n"}, mapping="entities: {p: {schema: Person, properties: {wand: x}}}")


def test_several_processes_give_the_same_in_the_same_order(tmp_path, options):
    for number in range(520):
        (tmp_path / f"{number:04d}.txt").write_text(f"Seen at Horgos {number}.")
    alone = list(read_paths([tmp_path], options, reader=horgos_reader))
    spread = list(read_paths([tmp_path], options, reader=horgos_reader, workers=2))
    assert spread == alone
    assert len(alone) == 520


def test_a_payer_whom_another_file_calls_a_suspect_is_kept_by_name(take):
    decisions = "person,category,case,author,reason\nIvo Banker,suspect,X,officer 1,two reports\n"
    payments = "date,payer,payee,amount,currency\n2025-01-02,Ivo Banker,Boss,5,EUR\n"
    payments += "2025-01-03,Small Payer,Boss,7,EUR\n"
    taken = take({"a_payments.csv": payments, "z_decisions.csv": decisions})
    values = {s.value for s in taken.statements}
    assert "Ivo Banker" in values
    assert "Small Payer" not in str(taken.statements) + str(taken.reports)
    assert "customers" in values
    assert isinstance(next(iter(taken.originals.values())), bytes)


def test_the_shared_articles_are_reports_of_unknown_origin(take, shared):
    taken = take(Path(shared) / "inputs" / "articles")
    assert [(r.origin_known, len(r.items)) for r in taken.reports] == [(False, 1)] * 2
    assert not taken.refusals
