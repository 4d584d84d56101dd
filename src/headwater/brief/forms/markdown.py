"""Markdown: the briefing for wikis and case systems; every word escaped, so none acts as markup."""

import re
from html import escape
from typing import Any

from headwater.brief.briefing import Briefing
from headwater.brief.forms.printed import printed

# Markup wherever it stands; what is markup only at the start of a line comes behind.
_ACTIVE = re.compile(r"([\\`*_\[\]|~$<>&])")
_AT_START = re.compile(r"^([#+=-]|\d+[.)])")


def markdown(briefing: Briefing) -> str:
    """The briefing as CommonMark with tables; drawings are described, not embedded."""
    b = printed(briefing)
    lines = [f"**{_safe(b['marking'])}**", "", f"# {_safe(b['title'])}", ""]
    made = f"Made by {b['agency']} on {b['made']}, for {b['viewer']}. Purpose: {b['purpose']}."
    lines += [_safe(made), "", *(f"> {_safe(line)}\n>" for line in b["notice"]), ""]
    for topic in b["topics"]:
        lines += [f"## {_safe(topic['title'])}", "", *map(_bullet, topic["front"]), ""]
    for topic in (t for t in b["topics"] if t["detail"]):
        lines += _detail(topic)
    lines += [f"## {b['words']['evidence']}", "", *map(_exhibit, b["exhibits"]), ""]
    for part in ("key", "methods"):
        lines += [f"## {b['words'][part]}", "", *(f"- {_safe(line)}" for line in b[part]), ""]
    lines += [
        f"Picture fingerprint: {_safe(b['fingerprint'])}",
        "",
        f"**{_safe(b['marking'])}**",
        "",
    ]
    return "\n".join(lines)


def _detail(topic: dict[str, Any]) -> list[str]:
    lines = [f"## {_safe(topic['title'])}: detail", ""]
    for figure in topic["figures"]:
        lines += [f"*Drawing (in the PDF and HTML forms): {_safe(figure['caption'])}*", ""]
    for table in topic["tables"]:
        lines += [f"### {_safe(table['title'])}", "", _cells(table["columns"])]
        lines.append("|" + "---|" * len(table["columns"]))
        for row in table["rows"]:
            cited = [_cited(row["cited"])] if table["cites"] else []
            lines.append("| " + " | ".join([*map(_safe, row["cells"]), *cited]) + " |")
        lines += ["", *([_safe(table["rest"]), ""] if table["rest"] else [])]
    return [*lines, *map(_bullet, topic["lines"]), ""]


def _cells(words: list[str]) -> str:
    return "| " + " | ".join(map(_safe, words)) + " |"


def _bullet(line: dict[str, Any]) -> str:
    tags = "".join(f"**{_safe(tag)}:** " for tag in line["tags"])
    cited = f" {_cited(line['cited'])}" if line["cited"] else ""
    return f"{'  ' if line['sub'] else ''}- {tags}{_safe(line['text'])}{cited}"


def _cited(numbers: list[int]) -> str:
    return " ".join(f"[\\[{n}\\]](#e{n})" for n in numbers)


def _exhibit(exhibit: dict[str, Any]) -> str:
    said = "".join(
        f"<u>{_inside(p['text'])}</u>" if p["marked"] else _inside(p["text"])
        for p in exhibit["parts"]
    )
    source = " · ".join((exhibit["source"], exhibit["standing"], exhibit["ids"]))
    number = exhibit["number"]
    graded = f"**{_safe(exhibit['graded'])}**"
    return f'- <a id="e{number}"></a>\\[{number}\\] {said}  \n  {graded} · {_safe(source)}'


def _safe(text: str) -> str:
    """One line of words in which nothing is markup, neither Markdown's nor HTML's."""
    return _quiet(" ".join(text.split()))


def _inside(text: str) -> str:
    """A part of a line: as `_safe`, but the space that parts it from its neighbours stays."""
    return _quiet(re.sub(r"\s+", " ", text))


def _quiet(flat: str) -> str:
    quiet = _ACTIVE.sub(lambda m: escape(m[0]) if m[0] in "<>&" else f"\\{m[0]}", flat)
    return _AT_START.sub(lambda m: f"{m[0][:-1]}\\{m[0][-1]}", quiet)
