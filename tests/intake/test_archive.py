"""Archives: every member through the door, none out of it."""

import io
import zipfile

import pytest

from headwater.intake.archive import check_office_file, members, open_archive
from headwater.intake.taken import Original
from headwater.model import Refusal, Refused


def packed(files: dict[str, bytes], **options) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name) if options.get("plain") else name, content)
    return written.getvalue()


def test_members_come_in_the_order_of_their_names(take):
    content = packed({"b.txt": b"second", "a/a.txt": b"first", "c.strange": b"?"})
    taken = take({"x.zip": content})
    assert [report.items[0].text for report in taken.reports] == ["first", "second"]
    assert [r.file for r in taken.refusals] == ["x.zip > c.strange"]


def test_a_mapping_beside_its_table_is_used_inside_an_archive(take):
    mapping = b"entities: {p: {schema: Person, key: who, properties: {name: who}}}"
    taken = take({"x.zip": packed({"t.csv": b"who\nAda\n", "t.csv.mapping.yml": mapping})})
    assert [s.value for s in taken.statements] == ["Ada"]
    assert not taken.refusals


def test_an_archive_in_an_archive_is_opened_and_a_third_one_is_not(take):
    third = packed({"deep.txt": b"too deep"})
    second = packed({"in.txt": b"inner", "third.zip": third})
    taken = take({"x.zip": packed({"second.zip": second})})
    assert [report.items[0].text for report in taken.reports] == ["inner"]
    assert taken.refusals[0].file == "x.zip > second.zip > third.zip"


@pytest.mark.parametrize("name", ["../out.txt", "/etc/out.txt", "a/../../out.txt", "C:\\out.txt"])
def test_a_member_whose_name_leads_out_is_refused(name):
    (member,) = members(Original("x.zip", packed({name: b"words"})))
    assert isinstance(member, Refusal)
    assert "leads out" in member.what


def test_a_link_and_an_encrypted_member_are_refused():
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("locked.txt", b"secret")
    content = bytearray(written.getvalue())
    for sign, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = content.rindex(sign)
        content[at + place] |= 1
    found = list(members(Original("x.zip", bytes(content))))
    assert [type(member) for member in found] == [Refusal, Refusal]
    assert ["link" in found[0].what, "encrypted" in found[1].what] == [True, True]


def test_a_bomb_is_refused_by_what_its_directory_promises():
    with pytest.raises(Refused, match="bomb"):
        open_archive(packed({"zeros.txt": bytes(20_000_000)}))


def test_a_directory_that_lies_about_its_member_does_not_help_a_bomb():
    content = bytearray(packed({"zeros.txt": bytes(20_000_000)}))
    for sign, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = content.index(sign)
        content[at + place : at + place + 4] = (1000).to_bytes(4, "little")
    (member,) = members(Original("x.zip", bytes(content)))
    assert isinstance(member, Refusal) or len(member.content) <= 1000


def test_a_small_archive_of_much_repetition_is_no_bomb():
    (member,) = members(Original("x.zip", packed({"a.txt": b"words " * 5000})))
    assert isinstance(member, Original)


def test_entities_in_the_xml_of_an_office_file_are_refused():
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    with pytest.raises(Refused, match="entities"):
        check_office_file(packed({"word/document.xml": bomb}), "word/document.xml", "a Word file")
