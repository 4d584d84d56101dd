"""Pages: the words of PDF, HTML and Word files, line by line."""

import io
import re

from headwater.intake.archive import check_office_file
from headwater.model import Refused

MOST_PAGES = 5_000


def pdf_text(content: bytes) -> str:
    """The text of a PDF, page after page.

    Raises:
        Refused: If it is encrypted, damaged, or holds no text (a scan).
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as bad:
        locked = "password" in str(bad).lower()
        raise Refused(
            "the PDF is encrypted" if locked else "the PDF cannot be opened",
            why="it needs a password" if locked else "it is damaged or cut off",
            do="save it without a password" if locked else "save it anew",
        ) from bad
    if len(document) > MOST_PAGES:
        raise Refused("the PDF is too long", why=f"it has over {MOST_PAGES} pages", do="split it")
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    except pypdfium2.PdfiumError as bad:
        raise Refused(
            "the PDF cannot be read", why="a page of it is damaged", do="save it anew"
        ) from bad
    text = re.sub(r"[\x02\ufffe]\r?\n?", "", "\n".join(pages))
    if not text.strip():
        raise Refused(
            "there is no text in the PDF",
            why="its pages are pictures, as a scan makes them",
            do="run it through character recognition first",
        )
    return text


def docx_text(content: bytes) -> str:
    """The text of a Word file: paragraphs and table rows in order, numbered lists with numbers.

    Raises:
        Refused: If it is damaged, swells beyond measure, or hides entities in its XML.
    """
    import docx
    from docx.opc.exceptions import OpcError
    from docx.table import Table

    check_office_file(content, "word/document.xml", "a Word file")
    try:
        document = docx.Document(io.BytesIO(content))
    except (OpcError, KeyError, ValueError) as bad:
        raise Refused(
            "the Word file cannot be opened", why="it is damaged", do="save it anew"
        ) from bad
    lines: list[str] = []
    number = 0
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            lines += [" | ".join(cell.text.strip() for cell in row.cells) for row in part.rows]
            continue
        numbered = part.style is not None and str(part.style.name).startswith("List Number")
        number = number + 1 if numbered else number
        lines.append(f"{number}. {part.text}" if numbered else part.text)
    return "\n".join(lines)


_BREAKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "fieldset"),
        *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
        *("hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"),
    )
)
_UNSEEN = ["script", "style", "noscript", "template", "head", "iframe", "object", "svg"]


def html_text(content: bytes) -> str:
    """The visible text of a page, a line for each block.

    Raises:
        Refused: If there are no words in it.
    """
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(content.decode("utf-8", "replace"))
    tree.strip_tags(_UNSEEN)
    pieces: list[str] = []
    for node in tree.body.traverse(include_text=True) if tree.body else ():
        if node.tag in _BREAKS:
            pieces.append("\n- " if node.tag == "li" else "\n")
        elif node.is_text_node:
            pieces.append(re.sub(r"\s+", " ", node.text(deep=False) or ""))
    lines = [" ".join(line.split()) for line in "".join(pieces).split("\n")]
    text = "\n".join(line for line in lines if line and line != "-")
    if not text:
        raise Refused("there are no words in the page", why="it has no visible text")
    return text


_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_-]{2,30})", re.IGNORECASE)


def declared_charset(content: bytes) -> str:
    """The encoding that an HTML page declares for itself, or empty."""
    found = _CHARSET.search(content[:4096])
    return found[1].decode("ascii") if found else ""
