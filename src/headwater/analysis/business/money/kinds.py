"""Kinds: whether money moved over an account, through a hawala office or as cash.

What a payment says of itself decides; where it says nothing, an end that is said to be a hawala
dealer makes it hawala. Else the kind is not said.
"""

import re

import pyarrow as pa
import pyarrow.compute as pc

from headwater.picture import Picture

KINDS = ("account", "hawala", "cash")
"""Every kind there is; empty is not said."""

_BEGINNINGS = {
    "hawala": "hawala havala hevale hundi angadia хавал حوالة حواله",
    "cash": "cash gotov готов брой kesh кеш nakit bargeld especes espèces liquide نقد μετρητ",
    "account": "transfer account bank iban wire swift sepa uplatnic račun рачун сметка превод "
    "llogari virement überweis konto حساب λογαριασμ western moneygram",
}
"""How words begin that tell the kind, in the languages of the region."""

_WORDS = {
    kind: re.compile(rf"\b(?:{'|'.join(words.split())})") for kind, words in _BEGINNINGS.items()
}
_ABOUT = pa.array(["description", "summary"])


def kinds_of(picture: Picture) -> pa.Array:
    """The kind of each row of the picture's money."""
    money = picture.money
    said = pc.binary_join_element_wise(_said(picture, money), money["text"], " ")
    words = pc.unique(said)
    kinds = pa.array([_kind(word) for word in words.to_pylist()], pa.string())
    found = kinds.take(pc.index_in(said, value_set=words))
    dealers = _dealers(picture)
    deals = pc.or_(*(pc.is_in(money[end], value_set=dealers) for end in ("from", "to")))
    accounts = pc.is_in(money["id"], value_set=_with_account(picture))
    silent = pc.equal(found, "")
    found = pc.if_else(pc.and_(silent, accounts), "account", found)
    return pc.if_else(pc.and_(pc.equal(found, ""), deals), "hawala", found)


def _kind(said: str) -> str:
    low = said.casefold()
    return next((kind for kind, words in _WORDS.items() if words.search(low)), "")


def _said(picture: Picture, money: pa.Table) -> pa.Array:
    """What is said about how each payment was made, beside its memo."""
    statements = picture.statements
    about = pc.and_(
        pc.equal(statements["schema"], "Payment"),
        pc.is_in(statements["property"], value_set=_ABOUT),
    )
    told = statements.filter(about).select(["entity", "value"])
    by_id = dict(zip(told["entity"].to_pylist(), told["value"].to_pylist(), strict=True))
    given = picture.tables.get("given_money")
    if given is not None and "method" in given.column_names:
        # The row of a plain file stands in its statement id: `file#row.1`.
        row = pc.replace_substring_regex(money["statement"], r"^.*#(\d+)\.\d+$", r"\1")
        return given["method"].take(pc.subtract(pc.cast(row, pa.int64()), 1)).combine_chunks()
    return pa.array([by_id.get(one, "") for one in money["id"].to_pylist()], pa.string())


def _dealers(picture: Picture) -> pa.Array:
    """Ids of those who are said to deal in hawala."""
    roles = picture.statements.filter(pc.equal(picture.statements["schema"], "NetworkRole"))
    roles = roles.select(["entity", "property", "value"])
    roles = roles.cast(pa.schema([(name, pa.string()) for name in roles.column_names]))
    of_dealing = pc.and_(pc.equal(roles["property"], "role"), pc.equal(roles["value"], "hawaladar"))
    dealing = pc.unique(roles.filter(of_dealing)["entity"])
    held = pc.and_(
        pc.equal(roles["property"], "member"), pc.is_in(roles["entity"], value_set=dealing)
    )
    return pc.unique(roles.filter(held)["value"])


def _with_account(picture: Picture) -> pa.Array:
    """Ids of the payments that name an account at one end."""
    statements = picture.statements
    named = pc.is_in(
        statements["property"], value_set=pa.array(["payerAccount", "beneficiaryAccount"])
    )
    return pc.unique(pc.cast(statements.filter(named)["entity"], pa.string()))
