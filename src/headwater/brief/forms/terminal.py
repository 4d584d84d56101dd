"""Terminal: page one of a briefing as plain lines."""

from headwater.brief.briefing import Briefing, Line


def terminal(briefing: Briefing) -> list[str]:
    """The marking, the notice and the first page, one line each; no control codes."""
    lines = [briefing.marking, briefing.title, ""]
    lines += [line.text for line in briefing.notice]
    for topic in briefing.topics:
        lines += ["", topic.title.upper()]
        lines += [f"  {_said(line, briefing)}" for line in topic.front]
    return [*lines, "", f"Picture {briefing.fingerprint}", briefing.marking]


def _said(line: Line, briefing: Briefing) -> str:
    tags = "".join(f"[{tag}] " for tag in line.tags)
    cited = "".join(f" [{n}]" for n in briefing.cited(line.evidence))
    return f"{'  - ' if line.sub else ''}{tags}{line.text}{cited}"
