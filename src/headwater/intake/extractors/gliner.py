"""GLiNER: a small model that finds names of kinds given in words, from a folder in ONNX form.

Method: Zaratiana et al. 2024, "GLiNER: Generalist Model for Named Entity Recognition using
Bidirectional Transformer" (NAACL). The kinds stand in front of the words; each span of words, up to
a greatest width, gets a score for each kind; the best spans that do not overlap are taken.
"""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from headwater.intake.extractors.suggestion import Suggestion
from headwater.model import WrongUse

if TYPE_CHECKING:
    import numpy as np

THRESHOLD = 0.5
WORDS_AT_ONCE = 200
"""Words of one window; a longer text is read window by window."""
ASKED = ("person", "organisation", "place")
_SPOKEN = {"person": "person", "organisation": "organization", "place": "location"}
_WORD = re.compile(r"\w+(?:[-_]\w+)*|\S")


class Tokens(Protocol):
    """What of a tokenizer's answer is used."""

    ids: list[int]
    word_ids: list[int | None]


class Tokenizer(Protocol):
    """Cuts words into the pieces that the model knows."""

    def encode(self, sequence: list[str], *, is_pretokenized: bool) -> Tokens:
        """Pieces of words, with the number of the word that each is of."""


class Session(Protocol):
    """Runs the model."""

    def run(self, outputs: None, inputs: dict[str, Any]) -> Sequence[Any]:
        """The scores as logits, of shape (1, words, widths, kinds)."""


class Manner(NamedTuple):
    """How the model was trained, as its folder says.

    Attributes:
        kind: Mark in front of each kind.
        end: Mark behind the last kind.
        width: Most words of one name.
    """

    kind: str = "<<ENT>>"
    end: str = "<<SEP>>"
    width: int = 12


class Gliner:
    """One model."""

    def __init__(self, name: str, tokenizer: Tokenizer, session: Session, manner: Manner) -> None:
        """Take a model that is loaded."""
        self.name = f"gliner/1 {name}"
        self._tokenizer, self._session, self._manner = tokenizer, session, manner

    @classmethod
    def at(cls, folder: Path) -> "Gliner":
        """Load the model in a folder: `model.onnx`, `tokenizer.json`, `gliner_config.json`.

        Raises:
            WrongUse: If a file or a package is missing, or is none of a model of this kind.
        """
        files = [folder / one for one in ("tokenizer.json", "model.onnx", "gliner_config.json")]
        missing = [file.name for file in files if not file.is_file()]
        if missing:
            raise WrongUse(
                f"there is no GLiNER model in {folder.name}",
                why=f"it lacks {', '.join(missing)}",
                do="give the folder of a model exported to ONNX",
            )
        try:
            from onnxruntime import InferenceSession
            from tokenizers import Tokenizer as Known
        except ImportError as absent:
            raise WrongUse(
                f"{absent.name} is not installed", do="pip install headwater[gliner]"
            ) from absent
        manner = manner_of(files[2])
        session = InferenceSession(str(files[1]), providers=["CPUExecutionProvider"])
        return cls(folder.name, Known.from_file(str(files[0])), session, manner)

    def find(self, text: str) -> Sequence[Suggestion]:
        """The names that score above one half."""
        words = list(_WORD.finditer(text))
        found: list[Suggestion] = []
        for first in range(0, len(words), WORDS_AT_ONCE):
            window = words[first : first + WORDS_AT_ONCE]
            for start, end, kind in self._spans([word[0] for word in window]):
                begin, stop = window[start].start(), window[end].end()
                found.append(Suggestion(text[begin:stop], kind, begin))
        return found

    def _spans(self, words: list[str]) -> list[tuple[int, int, str]]:
        """First word, last word and kind of each name, none overlapping another."""
        import numpy as np

        scores = self._session.run(None, self._inputs(words))[0][0]
        likely = np.argwhere(scores > np.log(THRESHOLD / (1 - THRESHOLD)))
        order = np.argsort(-scores[tuple(likely.T)], kind="stable")
        taken: list[tuple[int, int, str]] = []
        for start, width, kind in likely[order].tolist():
            end = start + width
            free = all(end < begin or stop < start for begin, stop, _ in taken)
            if end < len(words) and kind < len(ASKED) and free:
                taken.append((start, end, ASKED[kind]))
        return sorted(taken)

    def _inputs(self, words: list[str]) -> "dict[str, np.ndarray[Any, Any]]":
        """Pieces, which of them begin a word, and every span of words up to the greatest width."""
        import numpy as np

        prompt = [part for kind in ASKED for part in (self._manner.kind, _SPOKEN[kind])]
        prompt.append(self._manner.end)
        tokens = self._tokenizer.encode([*prompt, *words], is_pretokenized=True)
        begins, last = [], -1
        for word in tokens.word_ids:
            begins.append(word - len(prompt) + 1 if word not in (None, last) else 0)
            last = -1 if word is None else word
        start, width = np.divmod(np.arange(len(words) * self._manner.width), self._manner.width)
        spans = np.stack([start, start + width], axis=1)
        whole = spans[:, 1] < len(words)
        return {
            "input_ids": np.array([tokens.ids]),
            "attention_mask": np.ones((1, len(tokens.ids)), np.int64),
            "words_mask": np.array([begins]).clip(min=0),
            "text_lengths": np.array([[len(words)]]),
            "span_idx": (spans * whole[:, None])[None],
            "span_mask": whole[None],
        }


def manner_of(file: Path) -> Manner:
    """What `gliner_config.json` says of the training.

    Raises:
        WrongUse: If it cannot be read, or the model does not score spans.
    """
    usual = Manner()
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
        mode = said.get("span_mode", "markerV0")
        manner = Manner(
            str(said.get("ent_token", usual.kind)),
            str(said.get("sep_token", usual.end)),
            int(said.get("max_width", usual.width)),
        )
    except (ValueError, TypeError, AttributeError) as bad:
        raise WrongUse(f"{file.name} cannot be read", why=str(bad), do="export it anew") from bad
    if mode not in ("markerV0", "marker"):
        raise WrongUse(
            "this model cannot be used", why="it does not score spans", do="give one that does"
        )
    return manner
