"""Text reports: a story told by an office, its header and graded items; copies and rewrites.

Each report can be written again from the seed and its number alone, so that a copy finds what it
copies without keeping every report in memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from headwater.exercise.streams import Stream
from headwater.exercise.tables import Agency, agencies
from headwater.exercise.telling.facts import Event, Story, tell_story
from headwater.exercise.telling.language import Said, Voice
from headwater.exercise.world import World

# Invented newspapers: name, language, persona.
PAPERS = (
    ("The Strait Lantern", "en", "british"),
    ("Harbour Evening Post", "en", "british"),
    ("Glas Donjeg Podunavlja", "sr-Latn", "serbian"),
    ("Вардарски лист", "mk", "serbian"),
    ("Маришки вести", "bg", "serbian"),
    ("Fletorja e Drinit", "sq", "albanian"),
    ("Unski tjednik", "bs", "serbian"),
)
_PRINTED = frozenset(
    (
        "movement",
        "fee",
        "advert",
        "observation",
        "coerced",
        "coerced_helm",
        "aid",
        "shift",
        "stored",
        "control",
        "attempted",
        "launch",
        "death",
        "seizure",
        "arrest",
    )
)
_SOURCES = ("1", "2", "3")
_ASSESSMENTS = ("A", "B", "C", "D", "E")
_KEYS = (
    "Originator",
    "URN",
    "Title",
    "Date of information",
    "Date of record",
    "Grading",
    "Handling",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One item: its event, its sentence, what stands in the slots, its grade and provenance."""

    event: Event
    text: str
    said: tuple[Said, ...]
    mark: str
    provenance: str


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """One report as its file holds it. `kind` is original, rewrite, copy or press."""

    number: int
    file: str
    urn: str
    office: str
    language: str
    kind: str
    derives_from: int | None
    story: Story
    lines: tuple[Line, ...]
    information_date: date
    record_date: date
    title: str
    text: str


class Reporter:
    """Writes the text reports of a world, `count` of them over its period."""

    def __init__(self, world: World, count: int) -> None:
        """Take the world to report on."""
        self.world, self.count = world, count
        self.offices = {agency.code: agency for agency in agencies()}
        self._weights = [agency.weight for agency in agencies()]
        self._again = lru_cache(maxsize=512)(self._write)

    def write(self, number: int) -> WrittenReport:
        """Write report `number` (0 to count - 1)."""
        return self._again(number)

    def _write(self, number: int) -> WrittenReport:
        stream = Stream(self.world.seed, "report", number)
        size = self.world.size
        days = (size.last - size.first).days
        day = size.first + timedelta(days=min(days, number * days // self.count))
        kind = stream.weighted(("original", "rewrite", "copy", "press"), (76, 11, 5, 8))
        parent = None
        if kind != "original" and number > 10:
            parent = self.write(number - stream.whole(1, min(number, 60)))
            if parent.kind == "press" and kind != "press":
                kind = "rewrite"
        elif kind != "press":
            kind = "original"
        if kind == "press":
            return self._press(number, day, parent, stream)
        office = self._office(parent, stream)
        if parent is not None and kind == "copy":
            return self._copy(number, office, parent, stream)
        return self._report(number, office, (day, parent), stream)

    def _office(self, parent: WrittenReport | None, stream: Stream) -> Agency:
        office = stream.weighted(agencies(), self._weights)
        while parent is not None and office.code == parent.office:
            office = stream.weighted(agencies(), self._weights)
        return office

    def _report(
        self, number: int, office: Agency, basis: tuple[date, WrittenReport | None], stream: Stream
    ) -> WrittenReport:
        day, parent = basis
        if parent is None:
            story = tell_story(self.world, office, day, stream)
        else:
            story = _part(parent.story, stream)
        language = stream.weighted(office.languages, (65, 35)[: len(office.languages)])
        voice = Voice(language, office.persona, office.code)
        lines = tuple(_line(voice, event, office, stream) for event in story.events)
        return self._finish(number, office, (language, story, lines, parent), stream)

    def _copy(
        self, number: int, office: Agency, parent: WrittenReport, stream: Stream
    ) -> WrittenReport:
        parts = (parent.language, parent.story, parent.lines, parent)
        return self._finish(number, office, parts, stream, kind="copy")

    def _finish(
        self,
        number: int,
        office: Agency,
        parts: tuple[str, Story, tuple[Line, ...], WrittenReport | None],
        stream: Stream,
        kind: str = "",
    ) -> WrittenReport:
        language, story, lines, parent = parts
        known = story.day if parent is None else parent.information_date
        earliest = known if parent is None else parent.record_date
        lag = stream.whole(30, 200) if stream.happens(0.04) else int(6 * stream.share() ** 2)
        recorded = min(earliest + timedelta(days=lag), self.world.size.last)
        urn = f"{office.code}-{recorded.year}-{number:06d}"
        title = _title(Voice(language, office.persona, office.code), story, stream)
        head = {
            "Originator": office.name,
            "URN": urn,
            "Title": title,
            "Date of information": known.isoformat(),
            "Date of record": recorded.isoformat(),
        }
        return WrittenReport(
            number=number,
            file=f"{office.code.lower()}/{recorded:%Y-%m}/{urn}.txt",
            urn=urn,
            office=office.code,
            language=language,
            kind=kind or ("original" if parent is None else "rewrite"),
            derives_from=None if parent is None else parent.number,
            story=story,
            lines=lines,
            information_date=known,
            record_date=recorded,
            title=title,
            text=_form(head, lines, stream),
        )

    def _own_news(self, day: date, stream: Stream) -> Story:
        """A story the newspaper has by itself."""
        while True:
            office = stream.weighted(agencies(), self._weights)
            story = _news(tell_story(self.world, office, day, stream))
            if story is not None:
                return story

    def _press(
        self, number: int, day: date, parent: WrittenReport | None, stream: Stream
    ) -> WrittenReport:
        paper, language, persona = stream.pick(PAPERS)
        story = None if parent is None else _news(parent.story)
        if story is None:
            parent, story = None, self._own_news(day, stream)
        voice = Voice(language, persona, paper)
        lines = []
        for event in story.events:
            text, said = voice.sentence(event, stream)
            lines.append(Line(event, text, tuple(said), "", ""))
        earliest = story.day if parent is None else parent.record_date
        printed = min(earliest + timedelta(days=stream.whole(0, 4)), self.world.size.last)
        title = _title(voice, story, stream)
        body = " ".join(line.text for line in lines)
        return WrittenReport(
            number=number,
            file=f"press/{printed:%Y-%m}/{printed:%Y%m%d}-{number:06d}.txt",
            urn="",
            office=paper,
            language=language,
            kind="press",
            derives_from=None if parent is None else parent.number,
            story=story,
            lines=tuple(lines),
            information_date=story.day,
            record_date=printed,
            title=title,
            text=f"{title}\n{paper}, {printed:%d.%m.%Y}\n\n{body}\n",
        )


def _news(story: Story) -> Story | None:
    """What of a story a newspaper would print, if anything."""
    kept = tuple(event for event in story.events if event.kind in _PRINTED)
    return Story(story.day, story.network, kept) if kept else None


def _part(story: Story, stream: Stream) -> Story:
    """A rewrite takes up most of a story, not always all."""
    kept = tuple(event for event in story.events if stream.happens(0.85)) or story.events[:1]
    return Story(story.day, story.network, kept)


def _line(voice: Voice, event: Event, office: Agency, stream: Stream) -> Line:
    text, said = voice.sentence(event, stream)
    provenance = ""
    if stream.happens(0.22):
        provenance = voice.line("provenance", stream)
        if stream.happens(0.4):
            provenance += f" [{_grade(stream)}-P]"
    return Line(event, _slip(text, said, stream), tuple(said), _mark(office, stream), provenance)


def _slip(text: str, said: list[Said], stream: Stream) -> str:
    """Swap two letters of one word in about one sentence of twenty-five, outside the slots."""
    if not stream.happens(0.04):
        return text
    words = text.split(" ")
    place = stream.whole(0, len(words) - 1)
    word = words[place]
    if len(word) < 6 or not word.isalpha() or any(word in each.text for each in said):
        return text
    cut = stream.whole(1, len(word) - 3)
    words[place] = word[:cut] + word[cut + 1] + word[cut] + word[cut + 2 :]
    return " ".join(words)


def _grade(stream: Stream) -> str:
    return stream.weighted(_SOURCES, (22, 66, 12)) + stream.weighted(
        _ASSESSMENTS, (14, 16, 24, 42, 4)
    )


def _mark(office: Agency, stream: Stream) -> str:
    if office.grading != "3x5x2" and stream.happens(0.15):
        if office.grading == "5x5x5":
            return f"5x5x5 {stream.pick('ABCDE')}{stream.whole(1, 5)}{stream.pick('112')}"
        if office.grading == "4x4":
            return (
                f"4x4 {stream.pick('ABCX')}{stream.whole(1, 4)} {stream.pick(('H0', 'H1', 'H2'))}"
            )
        return f"Admiralty {stream.pick('BCDF')}{stream.whole(1, 6)}"
    if stream.happens(0.08):
        return f"{_grade(stream)}-C/{stream.pick(('A1', 'A2', 'A3'))}/{stream.pick(('S1', 'S2'))}"
    return f"{_grade(stream)}-P"


def _title(voice: Voice, story: Story, stream: Stream) -> str:
    first = story.events[0]
    titles = voice.words["titles"]
    if first.kind in titles:
        return voice.fill(stream.pick(titles[first.kind]), first.slots, stream)[0]
    return voice.line("titles", stream, "other")


def _form(head: dict[str, str], lines: tuple[Line, ...], stream: Stream) -> str:
    """Header lines, a blank line, numbered items, with the freedoms offices take."""
    head, marks = dict(head), [line.mark for line in lines]
    if (len(set(marks)) == 1 and stream.happens(0.5)) or (len(lines) == 1 and stream.happens(0.3)):
        head["Grading"] = marks[0]
        marks = [""] * len(marks)
    elif stream.happens(0.3) and all("-P" in mark for mark in marks):
        head["Handling"] = "P"
    if head["Date of information"] == head["Date of record"] and stream.happens(0.3):
        head["Date"] = head.pop("Date of information")
        del head["Date of record"]
    keys = [key for key in (*_KEYS[:3], "Date", *_KEYS[3:]) if key in head]
    if stream.happens(0.15):
        keys = stream.some(keys, len(keys))
    shout = stream.happens(0.08)
    written = [f"{key.upper() if shout else key}: {head[key]}" for key in keys]
    written.append("")
    for place, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        number = "" if len(lines) == 1 and stream.happens(0.15) else f"{place + 1}. "
        written.append(f"{number}{line.text}{f' [{mark}]' if mark else ''}")
        if line.provenance:
            written.append(f"Provenance: {line.provenance}")
    return "\n".join(written) + "\n"
