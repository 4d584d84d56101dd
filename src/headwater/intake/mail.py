"""Mail: the body of a message as a report's text, and its attachments as files of their own."""

import email
import email.policy
import re
from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage, Message, MIMEPart

from headwater.intake.header import split_header
from headwater.intake.pages import declared_charset
from headwater.intake.taken import Original
from headwater.model import Refused

MOST_PARTS = 500


def open_mail(original: Original) -> EmailMessage:
    """Read a message.

    Raises:
        Refused: If it is no message, or has parts beyond measure.
    """
    if original.content.count(b"boundary=") > MOST_PARTS:
        raise Refused("the mail has too many parts", why=f"more than {MOST_PARTS}")
    try:
        message = email.message_from_bytes(original.content, policy=email.policy.default)
        parts = sum(1 for _ in message.walk())
    except (ValueError, LookupError, RecursionError) as bad:
        raise Refused("the mail cannot be read", why="its parts are damaged") from bad
    if parts > MOST_PARTS:
        raise Refused("the mail has too many parts", why=f"more than {MOST_PARTS}")
    if not message.keys():
        raise Refused("this is not a mail", why="it has no header lines")
    return message


def body_of(original: Original, message: EmailMessage) -> Original | None:
    """The text of the message as a file, `.html` or `.txt`; None where it has none."""
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return None
    ending = "html" if part.get_content_subtype() == "html" else "txt"
    return Original(f"{original.name} > body.{ending}", _bytes_of(part))


def with_envelope(text: str, message: EmailMessage) -> str:
    """The body under a header of the mail's own subject and date, where it has no header itself."""
    if split_header(text).given:
        return text
    subject = " ".join(str(message.get("subject", "")).split())
    lines = [f"Title: {subject}"] if subject else []
    sent = _day_of(message)
    lines += [f"Date of record: {sent}"] if sent else []
    return "\n".join([*lines, "", text]) if lines else text


def _day_of(message: EmailMessage) -> str:
    header = message.get("date")
    when: datetime | None = getattr(header, "datetime", None)
    return when.date().isoformat() if when else ""


def attachments(original: Original, message: EmailMessage) -> Iterator[Original]:
    """Every attached file, under its own name behind the mail's."""
    for number, part in enumerate(message.iter_attachments(), 1):
        name = part.get_filename() or f"attachment {number}"
        if part.get_content_type() == "message/rfc822":
            name = name if name.lower().endswith(".eml") else f"{name}.eml"
        bare = re.split(r"[/\\]", name)[-1] or f"attachment {number}"
        yield Original(f"{original.name} > {bare}", _bytes_of(part))


def _bytes_of(part: MIMEPart) -> bytes:
    """The content of a part; text comes as UTF-8 where its declared encoding is known."""
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        first = inner[0] if isinstance(inner, list) and inner else None
        return first.as_bytes() if isinstance(first, Message) else b""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return b""
    charset = part.get_content_charset() or ""
    if part.get_content_maintype() != "text" or not charset or declared_charset(content):
        return content
    try:
        return content.decode(charset).encode("utf-8", "surrogatepass")
    except (LookupError, UnicodeDecodeError):
        return content  # the encoding is guessed and declared when the text is decoded
