"""Tokens: keys for a user's own scripts, with less than the user has, for a while.

A token is its owner with an open hand: the owner's rights as they are at the moment of use, without
administration and oversight, and only the scopes it was made for. It ends with the owner.
"""

from collections.abc import Collection
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from headwater.model import NotPermitted, WrongUse
from headwater.node.access.gate import Gate, digest, new_secret
from headwater.node.access.journal import note
from headwater.node.node import Node
from headwater.safeguard import Operation, Role, parse_purpose
from headwater.store import AccessRecord

LONGEST_DAYS = 366
_MARK = "hw_"  # so that programs which look for leaked secrets can find one
_NEVER = frozenset({Role.ADMIN, Role.AUDITOR})


class Scope(StrEnum):
    """What a token may be used for."""

    READ = "read"
    ADD = "add"
    REVIEW = "review"
    ANALYSE = "analyse"


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it is listed.

    Attributes:
        handle: What it is named by; opens nothing.
        user: Its owner.
        name: What the owner calls it.
        scopes: Values of `Scope`.
        made: ISO time.
        until: ISO time after which it opens nothing.
    """

    handle: str
    user: str
    name: str
    scopes: tuple[str, ...]
    made: str
    until: str


class NewToken(NamedTuple):
    """A token that was just made.

    Attributes:
        secret: What the script shows; seen this once.
        token: The token.
    """

    secret: str
    token: Token


def new(node: Node, name: str, scopes: Collection[str], days: int = 90) -> NewToken:
    """A token for the viewer's own scripts.

    Raises:
        WrongUse: If it has no name or no scope, a scope does not exist, or it would last too long.
    """
    given = tuple(scope for scope in Scope if scope in scopes)
    if not name.strip() or not given or len(given) < len(set(scopes)):
        raise WrongUse("a token needs a name and scopes", do=f"scopes are {', '.join(Scope)}")
    if not 1 <= days <= LONGEST_DAYS:
        raise WrongUse(f"a token cannot last {days} days", do=f"give 1 to {LONGEST_DAYS}")
    gate = Gate(node.store, node.settings)
    secret = _MARK + new_secret()
    owner, now, until = node.viewer.name, gate.clock(), gate.after(days=days)
    token = Token(digest(secret), owner, " ".join(name.split()), given, now, until)
    gate.records.keep(AccessRecord("token", token.handle, owner, asdict(token), until))
    node.log(Operation.ALTERATION, [f"user {owner}"], reason=f"token made: {', '.join(given)}")
    return NewToken(secret, token)


def listed(node: Node) -> list[Token]:
    """The viewer's own tokens, oldest first."""
    return [_token(record) for record in node.store.access.of("token", node.viewer.name)]


def _token(record: AccessRecord) -> Token:
    return Token(**{**record.content, "scopes": tuple(record.content["scopes"])})


def end(node: Node, which: str) -> Token:
    """End one of the viewer's own tokens, named by its name or the beginning of its handle.

    Raises:
        WrongUse: If it names none of them, or several.
    """
    own = listed(node)
    meant = [t for t in own if which and (t.name == which or t.handle.startswith(which))]
    if len(meant) != 1:
        raise WrongUse(
            f"{which!r} names {len(meant) or 'none'} of your tokens",
            do="name one by the beginning of its handle: headwater token list",
        )
    node.store.access.take("token", meant[0].handle)
    node.log(Operation.ALTERATION, [f"user {node.viewer.name}"], reason="token ended")
    return meant[0]


def use(gate: Gate, secret: str, scope: Scope, purpose: str, address: str) -> Node:
    """The node as a script sees it that shows a token, for one request.

    Args:
        gate: Where.
        secret: What the script shows.
        scope: What the request needs.
        purpose: What the request is for; logged with every look.
        address: Where it comes from.

    Raises:
        NotPermitted: If the token opens nothing, or not this.
        WrongUse: If the purpose says nothing.
    """
    record = gate.records.find("token", digest(secret))
    token = _token(record) if record else None
    viewer = gate.store.user(token.user) if token else None
    if token is None or viewer is None or token.until < gate.clock():
        note(gate, viewer.name if viewer else "", "token refused", address)
        raise NotPermitted("this token opens nothing", do="make a new one: headwater token new")
    if scope not in token.scopes:
        raise NotPermitted(
            f"this token may not {scope}", why=f"it was made to {', '.join(token.scopes)}"
        )
    parse_purpose(purpose)
    note(gate, viewer.name, f"used token {token.name}", address)
    return Node(gate.store, replace(viewer, roles=viewer.roles - _NEVER), gate.settings, purpose)
