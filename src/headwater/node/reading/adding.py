"""Adding: what an item says and the reader missed, put down by a person who read it.

It stands at once, under the name of whoever adds it, with the item's own grade and handling, and it
rests on words of the item like everything else. What was added in one go is taken back in one go.
Nobody adds to what is left out for their purpose, and nobody is named whom the reader counts only.
"""

import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import category

from headwater.model import Statement, Status, WrongUse, currency_code, schemata
from headwater.node.decisions import DECIDERS, NO_LETTERS
from headwater.node.reading.deciding import TURN
from headwater.node.reading.naming import new_schema, not_in_item, page_of, thing_called, unknown
from headwater.node.reading.report import fits
from headwater.node.reading.withheld import NAMING, asks
from headwater.node.resolution import resolve_entities
from headwater.node.settings import clock
from headwater.node.things import in_words
from headwater.node.waiting import item_meant, source_of
from headwater.node.watching import ask_about_added
from headwater.resolve import decide_statement, review
from headwater.safeguard import Operation

if TYPE_CHECKING:
    from headwater.model import Item
    from headwater.node.looking import Sight
    from headwater.node.node import Node

    Look = Callable[[], Sight]

Span = tuple[int, int]

WHO = "who"
"""The field that says whom something is said of, where it is said of somebody and no event."""

_LONGEST, _LONGEST_NAME, _CODE = 200, 60, "its code, as EUR"
_ID = re.compile(r"#\d+@|^place:")
_FORMS = {
    "person": ("Person", "name!"),
    "group": ("Network", "name!"),
    "organisation": ("Organization", "name!"),
    "alias": ("LegalEntity", "who! alias!"),
    "birth": ("Person", "who! birthDate!"),
    "phone": ("LegalEntity", "who! phone!"),
    "passport": ("Person", "who! passportNumber!"),
    "document": ("Person", "who! idNumber!"),
    "vehicle": ("Vehicle", "registrationNumber! operator"),
    "role": ("NetworkRole", "member! role! network"),
    "tie": ("Association", "source! target! kind date"),
    "contact": ("Contact", "source! target! kind! date place"),
    "family": ("Family", "person! relative! relationship"),
    "payment": ("Payment", "payer! beneficiary! amount currency date"),
    "leg": ("Leg", "from! to! mode date operator network"),
}


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that is asked of whoever adds.

    Attributes:
        name: The property that it fills, or `who`.
        type: Type of that property; `entity` where a thing is named.
        wanted: Schema of the thing that is named; empty for other types.
        words: The words that may stand there; empty where others may.
        needed: Whether it must be given.
    """

    name: str
    type: str
    wanted: str = ""
    words: tuple[str, ...] = ()
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of thing that can be added.

    Attributes:
        schema: What is made; or what it is said of, where that is asked as `who`.
        fields: What is asked.
    """

    schema: str
    fields: tuple[Field, ...]


@cache
def forms() -> dict[str, Form]:
    """What can be added, by a word for it."""
    return {
        word: Form(schema, tuple(_field(schema, name) for name in fields.split()))
        for word, (schema, fields) in _FORMS.items()
    }


def _field(schema: str, text: str) -> Field:
    name = text.rstrip("!")
    needed = name != text
    if name == WHO:
        return Field(WHO, "entity", schema, (), needed)
    known = schemata()[schema].properties[name]
    return Field(name, known.type, known.range, known.words, needed)


@dataclass(frozen=True, slots=True)
class Missed:
    """What somebody wants to add.

    Attributes:
        item: The item, as `URN#item`.
        says: What kind of thing it says; a key of `forms`.
        given: The fields of that form; a thing by its name or its id.
        reason: Why; kept with the decision.
        words: The words of the item that say so; empty for a whole sentence.
        at: Where that sentence, or the words, begin in the item; -1 where only one can be meant.
        modality: How the item puts it; empty for plainly done.
        new: What somebody is who is named here for the first time; a key of `NEW` in naming.
    """

    item: str
    says: str
    given: Mapping[str, str]
    reason: str
    words: str = ""
    at: int = -1
    modality: str = ""
    new: str = "person"


@dataclass(frozen=True, slots=True)
class Added:
    """What was added.

    Attributes:
        made: Ids of the decisions by which it stands; taking back one takes back all.
        said: The statements.
        source: Where their words stand.
    """

    made: tuple[str, ...]
    said: tuple[Statement, ...]
    source: review.Source | None


def may_add(node: "Node") -> bool:
    """Whether this viewer may put down what was missed."""
    return not node.viewer.roles.isdisjoint(DECIDERS)


def sentences_of(text: str) -> list[tuple[int, str]]:
    """The sentences of an item, each with its first character's place."""
    from headwater.intake import sentences

    return [(start, text[start:end]) for start, end in sentences(text)]


def add_missed(node: "Node", missed: Missed, look: "Look") -> Added:
    """Put down what an item says and the reader missed, as accepted.

    Args:
        node: Where it is put down.
        missed: What.
        look: Gives the picture that tells who is protected; see `barred_from`.

    Raises:
        NotPermitted: If the viewer may not decide.
        WrongUse: If there is no such item here or part of it is left out for the purpose that was
            stated, the words do not stand in it, a field does not fit, or the item says so already.
    """
    node.may(*DECIDERS)
    who, made = node.viewer.name, clock()
    with TURN:
        statements = _Adding(node, missed, look).statements()
        reviews = node.store.append(
            statements,
            lambda ids: [
                decide_statement(one, Status.ACCEPTED, who, made, missed.reason) for one in ids
            ],
        )
    decisions, ids = [one.id for one in reviews], [one.statement for one in reviews]
    node.log(Operation.ALTERATION, [*ids, *decisions], reason=missed.reason)
    resolve_entities(node)
    kept = node.store.parts.statements(ids, node.allowed())
    said = tuple(kept[one] for one in ids)
    ask_about_added(node, said)
    return Added(tuple(decisions), said, source_of(node, said[0]))


class _Adding:
    """One addition on its way to statements.

    Args:
        node: Where it is added.
        missed: What.
        look: Gives the picture that tells who is protected.
    """

    def __init__(self, node: "Node", missed: Missed, look: "Look") -> None:
        self._node, self._missed, self._look = node, missed, look
        self._token = secrets.token_hex(4)
        self._form = _form_of(missed.says)
        urn, number = item_meant(missed.item)
        self._near = Statement(urn, number, 0, "", "", "", "")
        item = self._item_read()
        self._text = item.text
        start, end = _rests_on(item.text, missed)
        self._near = self._near._replace(language=item.language, start=start, end=end)
        self._made: list[Statement] = []
        self._first: dict[str, str] = {}

    def _item_read(self) -> "Item":
        """The item, if this viewer reads it whole; keeps what its page tells."""
        near = self._near
        report = self._node.store.parts.report(near.urn, self._node.allowed(), [near.item])
        if report is None or not report.items:
            raise WrongUse(f"there is no item {self._missed.item} here")
        (item,) = report.items
        said, cover = page_of(self._node, near, self._look)
        withheld = cover.withholds(said) if cover else frozenset()
        own = any(one.id in withheld for one in said if one.item == near.item)
        if own or (cover and cover.hide(item.text) != item.text):
            raise WrongUse(
                "part of this item is left out for your purpose, so nothing is added to it",
                why="people being moved, victims and witnesses are not named for this purpose",
                do="state the case or the safeguarding that it is for, if it is for one",
            )
        self._said = [one for one in said if one.id not in withheld]
        return item

    def statements(self) -> list[Statement]:
        """What is added, with the words that it rests on."""
        unasked = sorted(set(self._missed.given) - {field.name for field in self._form.fields})
        if unasked:
            asked = ", ".join(field.name for field in self._form.fields)
            raise WrongUse(f"{unasked[0]!r} is not asked here", do=f"one of {asked}")
        given = {field: self._given(field) for field in self._form.fields}
        own = next((value for field, value in given.items() if field.name == WHO), "")
        things = [value for field, value in given.items() if value and field.type == "entity"]
        if len(set(things)) < len(things):
            raise WrongUse("one and the same stands in two places", do="name two")
        about = own or self._new_id(0)
        schema = self._schema_of(own) if own else self._form.schema
        for field, value in given.items():
            if value and field.name != WHO:
                self._say(about, schema, field.name, value, self._words_of(field, value))
        self._refuse_known()
        return self._made

    def _given(self, field: Field) -> str:
        """The value of a field: an id where a thing is named."""
        written = self._written(field)
        if not written and field.needed:
            raise WrongUse(f"{in_words(field.name)} is missing", do="fill it in")
        if len(written) > _LONGEST or any(category(one) in NO_LETTERS for one in written):
            what = f"{in_words(field.name)} cannot be kept as it is written"
            raise WrongUse(what, do=f"write at most {_LONGEST} letters in one line")
        if not written or field.type != "entity":
            return _as_kept(field, written)
        return self._thing(field, written)

    def _written(self, field: Field) -> str:
        return " ".join(self._missed.given.get(field.name, "").split())

    def _thing(self, field: Field, name: str) -> str:
        """Id of who or what is named; of somebody new, once it is said what they are called."""
        if name.casefold() in self._first:
            return self._first[name.casefold()]
        found = thing_called(self._node, self._said, self._near, name, field.wanted, self._look)
        if found and fits(self._schema_of(found[0]), field.wanted):
            return found[0]
        schema = new_schema(field.wanted, self._missed.new)
        if found or not schema or _ID.search(name):
            raise unknown(name, field.wanted)
        where = self._standing(name) or review.standing(self._text, name, self._near.start)
        if not where:
            raise not_in_item(name, field.wanted, self._said, self._near.item)
        entity = self._first[name.casefold()] = self._new_id(len(self._first) + 1)
        self._say(entity, schema, "name", name, where)
        return entity

    def _new_id(self, n: int) -> str:
        return review.added_mention(f"{self._near.urn}#{self._near.item}", self._token, n)

    def _schema_of(self, entity: str) -> str:
        here = self._node.store.statements_of(entity, self._node.allowed())
        usual = "Place" if entity.startswith("place:") else ""
        return next((one.schema for one in (*self._made, *here) if one.entity == entity), usual)

    def _words_of(self, field: Field, value: str) -> Span:
        """Where a field's words stand within what was chosen; all of that where they do not.

        Words that tell who somebody is are kept apart from others, to be left out with them.
        """
        where = self._standing(self._written(field)) or self._standing(value)
        if where:
            return where
        start, end = self._near.start, self._near.end
        marked = self._missed.words.strip() and end - start <= _LONGEST_NAME
        if field.type in NAMING and not marked:
            raise WrongUse(
                f"{value} does not stand in these words",
                why="every statement rests on words of its item, letter by letter",
                do="mark the words that stand for it, and no others",
            )
        return start, end

    def _standing(self, words: str) -> Span | None:
        """Where words stand in what was chosen."""
        start, end = self._near.start, self._near.end
        return review.standing(self._text, words, start, (start, end))

    def _say(self, entity: str, schema: str, name: str, value: str, where: Span) -> None:
        if schema == "Person" and name in ("name", "alias"):
            self._refuse_counted(where)
        start, end = where
        blank = self._near._replace(
            entity=entity, schema=schema, property=name, start=start, end=end
        )
        words, put = self._text[start:end], self._missed.modality
        who = self._node.viewer.name
        self._made.append(review.corrected(blank, self._text, value, words, who, put))

    def _refuse_counted(self, where: Span) -> None:
        """Refuse to name for just any purpose whom the reader left out on purpose."""
        from headwater.intake import counted

        if asks(self._node) and any(
            start < where[1] and where[0] < end for start, end in counted(self._text)
        ):
            raise WrongUse(
                "these words name somebody who is counted here, not named",
                why="people being moved, victims, witnesses and payers are left out on purpose",
                do="mark the words of the name alone, or state the case or the safeguarding",
            )

    def _refuse_known(self) -> None:
        """Refuse what stands in the item already, as when a form is sent twice."""
        held: dict[tuple[str, str], set[tuple[str, str]]] = {}
        for one in self._said:
            if one.item == self._near.item and one.status != Status.REJECTED:
                held.setdefault((one.entity, one.schema), set()).add((one.property, one.value))
        about = self._made[-1].entity
        own = {(one.property, one.value) for one in self._made if one.entity == about}
        event = not any(about == entity for entity, _ in held)
        for (entity, schema), known in held.items():
            same = schema == self._made[-1].schema if event else entity == about
            if same and own <= known:
                raise WrongUse("the item says so already", do="accept or correct what stands there")


def _form_of(word: str) -> Form:
    found = forms().get(word)
    if found is None:
        raise WrongUse(f"{word!r} cannot be added", do=f"one of {', '.join(forms())}")
    return found


def _rests_on(text: str, missed: Missed) -> Span:
    """The span of the item that says so."""
    if missed.words.strip():
        found = review.standing(text, missed.words, max(missed.at, 0))
        if not found:
            raise review.not_standing(missed.item, missed.words)
        return found
    spans = [(start, start + len(words)) for start, words in sentences_of(text)]
    chosen = [one for one in spans if missed.at < 0 or one[0] <= missed.at < one[1]]
    if len(chosen) != 1:
        raise WrongUse(
            "it is not said which words of the item say so",
            why="every statement rests on words of its item, letter by letter",
            do="choose a sentence, or give the words",
        )
    return chosen[0]


def _as_kept(field: Field, written: str) -> str:
    """A value as it is kept, of what people write in many ways."""
    if field.type == "phone":
        return re.sub(r"^00", "+", re.sub(r"[\s()/.-]", "", written))
    if field.name == "currency" and written:
        code = currency_code(written)
        if not code:
            raise WrongUse(f"{written!r} is no value of currency", do=f"give {_CODE}")
        return code
    return written
