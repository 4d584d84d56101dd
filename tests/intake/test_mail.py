"""Mail: the body is a report, the attachments go through the same door."""

from email.message import EmailMessage


def mail(body="1. Seen at Horgos. [2D-P]", subject="Van  at\n the border") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = "a@example.org", "b@example.org"
    message["Date"] = "Mon, 03 Mar 2025 10:00:00 +0100"
    message["Subject"] = " ".join(subject.split())
    message.set_content(body)
    return message


def test_subject_and_date_of_a_mail_are_those_of_the_report(take):
    (report,) = take({"m.eml": mail().as_bytes()}).reports
    assert (report.title, report.record_date.text, report.format) == (
        *("Van at the border", "2025-03-03", "mail"),
    )
    assert report.items[0].text == "Seen at Horgos."
    assert report.origin_known is False


def test_a_header_in_the_body_comes_before_the_envelope(take):
    body = "Originator: Border Police\nURN: IR 7\n\n1. Seen. [2D-P]"
    (report,) = take({"m.eml": mail(body).as_bytes()}).reports
    assert (report.urn, report.originator, report.title) == ("IR 7", "Border Police", "")


def test_attachments_are_files_of_their_own(take):
    message = mail()
    message.add_attachment(b"caller,called\n+447700900123,+447700900124\n", "text", "csv",
                           filename="../calls.csv")  # fmt: skip
    message.add_attachment(b"???", "application", "x-strange", filename="a.strange")
    taken = take({"m.eml": message.as_bytes()})
    assert [report.file for report in taken.reports] == ["m.eml", "calls.csv"]
    assert "+447700900123" in {s.value for s in taken.statements}
    assert [r.file for r in taken.refusals] == ["m.eml > a.strange"]


def test_a_mail_in_a_mail_is_opened_and_a_deeper_one_is_refused(take):
    innermost, inner, outer = mail("deepest"), mail("middle"), mail("outer")
    bottom = mail("bottom")
    innermost.add_attachment(bottom)
    inner.add_attachment(innermost)
    outer.add_attachment(inner)
    taken = take({"m.eml": outer.as_bytes()})
    words = [report.items[0].text for report in taken.reports]
    assert words == ["outer", "middle", "deepest"]
    assert "too deep" in taken.refusals[0].what


def test_a_mail_written_as_a_page_is_read(take):
    message = EmailMessage()
    message["Subject"] = "x"
    message.set_content("<p>Seen at <b>Horgos</b></p>", subtype="html")
    (report,) = take({"m.eml": message.as_bytes()}).reports
    assert report.items[0].text == "Seen at Horgos"


def test_an_unknown_encoding_in_a_mail_is_guessed_and_told(take):
    raw = b"Subject: x\nContent-Type: text/plain; charset=klingon\n\n" + (
        "Полиција је видела возило на прелазу и зауставила га. " * 6
    ).encode("cp1251")
    taken = take({"m.eml": raw})
    assert "Полиција" in taken.reports[0].items[0].text
    assert taken.refusals[0].what == "the encoding was guessed"


def test_a_body_that_cannot_be_read_does_not_keep_the_attachments_out(take):
    message = EmailMessage()
    message["Subject"] = "x"
    message.set_content("<script>no words</script>", subtype="html")
    message.add_attachment(b"Seen at Horgos.", "text", "plain", filename="a.txt")
    taken = take({"m.eml": message.as_bytes()})
    assert [report.items[0].text for report in taken.reports] == ["Seen at Horgos."]
    assert [r.position for r in taken.refusals] == ["body"]


def test_a_mail_with_nothing_in_it_is_refused(take):
    taken = take({"m.eml": b"Subject: nothing\n\n"})
    assert not taken.reports
    assert "no words" in taken.refusals[0].what
