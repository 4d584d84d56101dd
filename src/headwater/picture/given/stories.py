"""Reports as files: which of them are independent of each other, without a node."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pyarrow as pa

from headwater.model import Refusal, Report, Statement
from headwater.picture.independence import Stories


class FileGroups:
    """Reports as they come out of files, put together by the story that they tell.

    Attributes:
        refusals: Reports that were not taken.
    """

    def __init__(self) -> None:
        self.refusals: list[Refusal] = []
        self._reports: dict[str, Report] = {}
        self._files: dict[str, list[str]] = {}
        self._statements: list[Statement] = []

    def take(self, reports: Iterable[Report], statements: Iterable[Statement]) -> None:
        """Take what one file gave; the same report in two files is one, with two files."""
        said = list(statements)
        for report in reports:
            known = self._reports.setdefault(report.urn, report)
            if known is report:
                self._statements += [row for row in said if row.urn == report.urn]
            elif known.items != report.items:
                self.refusals.append(_same_urn(report))
                continue
            self._files.setdefault(report.urn, []).append(report.file)

    def document(self) -> dict[str, Any]:
        """The groups, as `headwater groups --json` prints them."""
        return groups_document(
            _stories(list(self._reports.values()), self._statements), self._files
        )


def groups_document(stories: Stories, files: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The stories as `headwater groups --json` prints them.

    Args:
        stories: The stories.
        files: The files that each report came in.
    """
    sources = {urn: source.id for source in stories.sources() for urn in source.reports}
    return {
        "groups": [
            {
                "id": group.id,
                "reports": list(group.reports),
                "files": [file for urn in group.reports for file in files[urn]],
                "links": [
                    {
                        "a": link.a,
                        "b": link.b,
                        "tier": link.tier,
                        "phrases": list(stories.shown(link)),
                        "source": link.source,
                    }
                    for link in group.links
                ],
                "reason": group.reason,
                "counts_with": sources[group.id],
            }
            for group in stories.groups()
        ]
    }


def _stories(reports: Sequence[Report], statements: Sequence[Statement]) -> Stories:
    """The stories of reports that no store holds."""
    words, number = pa.string(), pa.int64()
    dates = [report.information_date for report in reports]
    told = {
        "urn": pa.array([r.urn for r in reports], words),
        "originator": pa.array([r.originator for r in reports], words),
        "cites": pa.array([r.cites for r in reports], pa.list_(words)),
        "origin_known": pa.array([r.origin_known for r in reports], pa.bool_()),
        "dates_assumed": pa.array([r.dates_assumed for r in reports], pa.bool_()),
        "record_date": pa.array(
            [r.record_date.text if r.record_date else "" for r in reports], words
        ),
        "information_from": _iso(d and d.earliest for d in dates),
        "information_to": _iso(d and d.latest for d in dates),
        "format": pa.array([r.format for r in reports], words),
    }
    items = [(r.urn, item) for r in reports for item in r.items]
    held = {
        "urn": pa.array([urn for urn, _ in items], words),
        "item": pa.array([item.number for _, item in items], number),
        "text": pa.array([item.text for _, item in items], words),
        "language": pa.array([item.language for _, item in items], words),
    }
    said = {
        name: pa.array([getattr(one, name) for one in statements], kind)
        for name, kind in (
            *((name, words) for name in ("urn", "entity", "schema", "property", "value", "status")),
            *((name, number) for name in ("item", "start")),
        )
    }
    return Stories(pa.table(told), pa.table(held), pa.table(said))


def _iso(days: Iterable[Any]) -> pa.Array:
    """ISO dates as words, empty where there is none."""
    return pa.array([day.isoformat() if day else "" for day in days], pa.string())


def _same_urn(report: Report) -> Refusal:
    return Refusal(
        file=report.file,
        position="whole report",
        what="a report with this URN and other content was read already",
        why="a URN stands for one report",
        do="give it a URN of its own",
        urn=report.urn,
    )
