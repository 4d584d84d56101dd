"""Real erasure: what is destroyed, and what only repeated it is blacked out.

An erasure is one transaction. Its marks in the database tell the next opening what is still to be
done, should it be cut short: overwriting originals, and rebuilding the file.
"""
# ruff: noqa: S608 - queries are put together from constants of the store; values are bound

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import ne
from typing import Any

from headwater.model import NotPermitted, Statement, WrongUse, schemata
from headwater.store import alerting
from headwater.store.blobs import Packs
from headwater.store.decisions import forget_regrouped
from headwater.store.erasure.words import Words, blacked_out, is_black
from headwater.store.index import forget, numbers_of
from headwater.store.log import AuditLog
from headwater.store.packing import KINDS, interned, pack, refers, unpack
from headwater.store.protocol import Erasure
from headwater.store.reading import (
    ONE_MORE_ERASURE,
    Reading,
    as_json,
    items_naming,
    naming,
)
from headwater.store.traces import Traces, forget_report

_IDENTIFYING = {"name", "identifier", "phone", "email", "url", "ip"}
_LISTED = "(SELECT value FROM json_each(?))"

# Texts in which the words of something erased may be repeated.
_SWEPT = {
    "report": ("title", "file", "source_ref"),
    "item": ("text", "provenance"),
    "refusal": ("file", "position", "what", "why", "do"),
    "judgement": ("reason", "explanation"),
    "review": ("reason",),
    "regrouping": ("reason",),
    "hold": ("reason",),
    "label": ("conditions",),
}
_REPORT_OF = {"report": "id", "item": "report"}

Place = tuple[int, int]  # a statement: the row id of its item, and its position in it


def _identifying(statements: Iterable[Statement]) -> set[str]:
    """Names and identifiers: what tells who or what it is."""
    known = schemata()
    words: set[str] = set()
    for statement in statements:
        schema = known.get(statement.schema)
        property = schema.properties.get(statement.property) if schema else None
        if property is not None and property.type in _IDENTIFYING:
            words |= {statement.value, statement.text}
    return words


class Eraser:
    """One erasure, within the caller's transaction.

    Args:
        connection: The writer.
        packs: The originals.
        log: The audit log, whose free texts may repeat what is erased.
        traces: What is kept of rows about protected people, which may be of an erased person.
    """

    def __init__(
        self, connection: sqlite3.Connection, packs: Packs, log: AuditLog, traces: Traces
    ) -> None:
        self._connection = connection
        self._packs = packs
        self._log = log
        self._traces = traces
        self._reading = Reading()
        self._done: Counter[str] = Counter()
        self._named: set[str] = set()  # entities that destroyed statements named
        self._changed: set[int] = set()  # items of which words were blacked out

    def report(self, urn: str) -> Erasure:
        """Destroy a report.

        Raises:
            WrongUse: If there is none of this URN.
            NotPermitted: If it, or a report from the same file, is under a legal hold.
        """
        row = self._one("SELECT id, file, title FROM report WHERE urn = ?", urn)
        if row is None:
            raise WrongUse("there is no report of this URN", where=urn)
        report, file, title = row
        self._begin()
        items = self._column("SELECT id FROM item WHERE report = ?", report)
        said = self._everything_in(items)
        words = Words(_identifying(said.values()) | {title})
        self._refuse_under_hold(self._destroy_originals({report}) | {report})
        self._destroy_statements(said)
        forget_report(self._connection, report)
        alerting.forget_report(self._connection, report)
        self._done["items"] += self._run("DELETE FROM item WHERE report = ?", report)
        self._done["refusals"] += self._run("DELETE FROM refusal WHERE urn = ?", urn)
        forget_regrouped(self._connection, report)
        self._done["reports"] += self._run("DELETE FROM report WHERE id = ?", report)
        self._black_out_file_name(file)
        self._destroy_judgements(lambda row: any(e.startswith(f"{urn}#") for e in row["evidence"]))
        self._done["log_texts"] += self._log.detach(self._connection, words.mentioned)
        return self._end(words)

    def entity(self, names: Sequence[str]) -> Erasure:
        """Destroy what is said about these entity ids, and black out what repeats it.

        Raises:
            WrongUse: If nothing is said about any of them.
            NotPermitted: If a report that would be changed is under a legal hold.
        """
        own, pointing = self._about(names)
        if not own and not pointing:
            raise WrongUse("nothing is said about this entity", where=", ".join(names))
        self._begin()
        said = list(own.values())
        words = Words(_identifying(said))
        reports = self._reports_of({item for item, _ in [*own, *pointing]})
        self._destroy_statements({**own, **pointing})
        self._black_out_stated(said)
        self._traces.forget_person(self._connection, ((s.property, s.value) for s in said))
        reports |= self._sweep(words)
        self._destroy_judgements(lambda row: not {row["left"], row["right"]}.isdisjoint(names))
        reports |= self._reports_with_original_holding(words)
        reports |= self._destroy_originals(reports)
        self._refuse_under_hold(reports)
        self._forget_content_digests(reports)
        self._done["log_texts"] += self._log.detach(self._connection, words.mentioned)
        return self._end(words)

    def _one(self, query: str, *values: str | int) -> Any:  # noqa: ANN401 - a row of any shape
        return self._connection.execute(query, values).fetchone()

    def _column(self, query: str, *values: str | int) -> list[Any]:
        return [row[0] for row in self._connection.execute(query, values)]

    def _run(self, query: str, *values: str | int) -> int:
        return self._connection.execute(query, values).rowcount

    def _begin(self) -> None:
        self._run("INSERT INTO erasing VALUES (1)")
        self._run("INSERT OR REPLACE INTO node VALUES ('purge', 'due')")
        self._run(ONE_MORE_ERASURE)

    def _end(self, words: Words) -> Erasure:
        """Remove what nothing uses any more, and let nothing else be overwritten."""
        unused = "id NOT IN (SELECT entity FROM mention)"
        self._named.update(self._column(f"SELECT name FROM entity WHERE {unused}"))
        self._run(f"DELETE FROM entity WHERE {unused}")
        gone = {name for name in self._named if not any(self._naming([name]))}
        self._destroy_judgements(lambda row: not {row["left"], row["right"]}.isdisjoint(gone))
        self._done["entities"] += len(gone)
        forget(self._connection, self._named | self._around(), gone, words.mentioned)
        alerting.forget_words(self._connection, gone, words.found_in)
        packed = self._column("SELECT statements FROM item")
        used = {row[2] for rows in map(unpack, packed) for row in rows}
        self._run(f"DELETE FROM kind WHERE id NOT IN {_LISTED}", as_json(used))
        self._run(
            "DELETE FROM label WHERE id NOT IN (SELECT label FROM item UNION "
            "SELECT label FROM refusal)"
        )
        self._log.forget_names(self._connection)
        self._run("DELETE FROM erasing")
        return Erasure(**self._done)

    def _around(self) -> set[str]:
        """Entities beside whom something was erased: part of what is known of them may be gone."""
        known = numbers_of(self._connection, sorted(self._named))
        items = items_naming(self._connection, known.keys()) | self._changed
        said = self._everything_in(items).values()
        named = {one.value for one in said if refers(one.schema, one.property)}
        return named | {one.entity for one in said}

    def _refuse_under_hold(self, reports: set[int]) -> None:
        held = self._column(
            f"SELECT urn FROM hold JOIN report ON report.id = report WHERE report IN {_LISTED}",
            as_json(reports),
        )
        if held:
            raise NotPermitted(
                "what is under a legal hold is not erased",
                where=", ".join(sorted(held)),
                do="have the hold lifted first; nothing was changed",
            )

    def _everything_in(self, items: Iterable[int]) -> dict[Place, Statement]:
        return {
            (item, statement.n): statement
            for item in items
            for _, statement in self._reading.everything_in(self._connection, [item])
        }

    def _naming(self, names: Iterable[str]) -> Iterator[tuple[Place, bool]]:
        """Where statements are about these entities (True), or point at them."""
        for name in names:
            for code, held in naming(self._connection, name):
                pointing = code if isinstance(code, int) else [code]
                for n, about, _, value, *_ in unpack(held[5]):
                    if code == about or pointing == value:
                        yield (held[0], n), code == about

    def _about(self, names: Sequence[str]) -> tuple[dict[Place, Statement], dict[Place, Statement]]:
        """Statements about these entities, and statements that only point at or spell them."""
        found: dict[Place, bool] = {}
        for place, about in self._naming(names):
            found[place] = found.get(place, False) or about
        spelled = (
            item
            for name in names
            for item in self._column(
                "SELECT id FROM item WHERE instr(statements, ?) OR instr(text, ?)",
                json.dumps(name, ensure_ascii=False)[1:-1],
                name,
            )
        )
        said = self._everything_in({item for item, _ in found} | set(spelled if found else ()))
        own = {place: one for place, one in said.items() if found.get(place)}
        pointing = {
            place: one
            for place, one in said.items()
            if place not in own and (place in found or one.value in names)
        }
        return own, pointing

    def _reports_of(self, items: Iterable[int]) -> set[int]:
        query = f"SELECT DISTINCT report FROM item WHERE id IN {_LISTED}"
        return set(self._column(query, as_json(set(items))))

    def _destroy_statements(self, doomed: Mapping[Place, Statement]) -> None:
        where = "WHERE item = ? AND n = ?"
        alerting.forget_statements(self._connection, doomed)
        for place in doomed:
            self._run(f"DELETE FROM standing {where}", *place)
            self._done["reviews"] += self._run(f"DELETE FROM review {where}", *place)
        self._done["statements"] += len(doomed)
        for statement in doomed.values():
            self._named.add(statement.entity)
            if refers(statement.schema, statement.property):
                self._named.add(statement.value)
        for item in {item for item, _ in doomed}:
            rows = unpack(self._one("SELECT statements FROM item WHERE id = ?", item)[0])
            kept = [row for row in rows if (item, row[0]) not in doomed]
            self._run("UPDATE item SET statements = ? WHERE id = ?", pack(kept), item)
            self._run(
                f"DELETE FROM mention WHERE item = ? AND entity NOT IN {_LISTED}",
                item,
                as_json(interned(kept)),
            )

    def _destroy_judgements(self, doomed: Callable[[dict[str, Any]], bool]) -> None:
        rows = self._connection.execute('SELECT seq, "left", "right", evidence FROM judgement')
        for seq, left, right, evidence in rows.fetchall():
            if doomed({"left": left, "right": right, "evidence": json.loads(evidence)}):
                self._done["judgements"] += self._run("DELETE FROM judgement WHERE seq = ?", seq)

    def _destroy_originals(self, reports: set[int]) -> set[int]:
        """Destroy the originals of reports; all reports that came from the same files."""
        digests = set(
            self._column(
                f"SELECT sha256 FROM report WHERE sha256 <> '' AND id IN {_LISTED}",
                as_json(reports),
            )
        )
        sharing = self._column(
            f"SELECT id FROM report WHERE sha256 <> '' AND sha256 IN {_LISTED}",
            json.dumps(sorted(digests)),
        )
        self._done["originals"] += sum(self._packs.drop(self._connection, d) for d in digests)
        self._run(f"UPDATE report SET sha256 = '' WHERE id IN {_LISTED}", as_json(sharing))
        return set(sharing)

    def _reports_with_original_holding(self, words: Words) -> set[int]:
        """Reports whose original file repeats the words in the clear."""
        needles = [
            w.encode(code) for w in words.all for code in ("utf-8", "utf-16-le", "utf-16-be")
        ]
        found: set[int] = set()
        for digest in self._column("SELECT DISTINCT sha256 FROM report WHERE sha256 <> ''"):
            content = self._packs.read(self._connection, digest)
            if content is not None and any(needle in content for needle in needles):
                found |= set(self._column("SELECT id FROM report WHERE sha256 = ?", digest))
        return found

    def _forget_content_digests(self, reports: set[int]) -> None:
        """A digest of the old words could be tried out; the same file comes in as other content."""
        self._run(
            f"UPDATE report SET content = randomblob(32) WHERE id IN {_LISTED}", as_json(reports)
        )

    def _black_out_file_name(self, file: str) -> None:
        if file and self._one("SELECT 1 FROM report WHERE file = ?", file) is None:
            black = blacked_out(file, [(0, len(file))])
            self._done["masked"] += self._run(
                "UPDATE refusal SET file = ? WHERE file = ?", black, file
            )

    def _black_out_stated(self, said: Sequence[Statement]) -> None:
        """Black out the words of erased statements in the items that they were taken from."""
        for urn, number in {(s.urn, s.item) for s in said}:
            item, text = self._one(
                "SELECT item.id, text FROM item JOIN report ON report.id = report "
                "WHERE urn = ? AND number = ?",
                urn,
                number,
            )
            own = [s for s in said if (s.urn, s.item) == (urn, number)]
            spans = [(s.start, s.end) for s in own if s.start >= 0]
            loose = [word for s in own if s.start < 0 for word in (s.text, s.value)]
            spans += Words(loose, shortest=1).spans(text)
            self._done["masked"] += self._run(
                "UPDATE item SET text = ? WHERE id = ?", blacked_out(text, spans), item
            )
            self._destroy_blacked_out([item])

    def _sweep(self, words: Words) -> set[int]:
        """Black the words out wherever they are repeated; the reports that changed."""
        for name, function in (("mentioned", words.mentioned), ("blackened", words.blackened)):
            self._connection.create_function(name, 1, function, deterministic=True)
        self._changed.update(self._column("SELECT id FROM item WHERE mentioned(text)"))
        reports = self._sweep_statements(words, self._sweep_kinds())
        for table, columns in _SWEPT.items():
            new = ", ".join(f"{column} = blackened({column})" for column in columns)
            hit = " OR ".join(f"mentioned({column})" for column in columns)
            report = _REPORT_OF.get(table, "NULL")
            changed = self._column(f"UPDATE {table} SET {new} WHERE {hit} RETURNING {report}")
            self._done["masked"] += len(changed)
            reports |= set(changed) - {None}
        items = self._column(f"SELECT id FROM item WHERE report IN {_LISTED}", as_json(reports))
        self._destroy_blacked_out(items)
        return reports

    def _sweep_kinds(self) -> dict[int, int]:
        """Attributions; a kind is remembered by its id, so a changed one gets another."""
        *columns, attribution = KINDS.removeprefix("SELECT ").split(" FROM ")[0].split(", ")[:-1]
        kept = ", ".join(columns)
        return {
            kind: self._one(
                f"INSERT INTO kind ({kept}, {attribution}) "
                f"SELECT {kept}, blackened({attribution}) FROM kind WHERE id = ? RETURNING id",
                kind,
            )[0]
            for kind in self._column("SELECT id FROM kind WHERE mentioned(attribution)")
        }

    def _sweep_statements(self, words: Words, kinds: Mapping[int, int]) -> set[int]:
        """Values, texts and kinds of all statements; the reports in which words changed."""
        reports: set[int] = set()
        for item, report, packed in self._connection.execute(
            "SELECT id, report, statements FROM item"
        ).fetchall():
            rows = unpack(packed)
            swept = [
                [n, about, kinds.get(kind, kind), *map(words.blackened, (value, text)), *rest]
                for n, about, kind, value, text, *rest in rows
            ]
            if swept == rows:
                continue
            self._run("UPDATE item SET statements = ? WHERE id = ?", pack(swept), item)
            self._done["masked"] += sum(map(ne, rows, swept))
            self._changed.add(item)
            if any(row[3:5] != new[3:5] for row, new in zip(rows, swept, strict=True)):
                reports.add(report)
        return reports

    def _destroy_blacked_out(self, items: Sequence[int]) -> None:
        """Destroy statements of which nothing is left."""
        self._destroy_statements(
            {
                place: statement
                for place, statement in self._everything_in(items).items()
                if is_black(statement.value) or is_black(statement.text)
            }
        )
