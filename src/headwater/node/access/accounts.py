"""Accounts: how a user whom the node knows comes to a password and a second factor.

One way in for new colleagues and for those who lost something: an invitation. Nothing of an account
exists, and nothing of an older one is replaced, before the second factor has proved itself.
"""

from dataclasses import dataclass, replace
from typing import Any

from headwater.model import NotPermitted, WrongUse
from headwater.node.access.break_glass import uncleared
from headwater.node.access.gate import Gate, digest, new_secret, refused
from headwater.node.access.journal import note
from headwater.node.access.one_time_codes import (
    address_of,
    new_key,
    new_recovery_codes,
    spend_code,
)
from headwater.node.access.passwords import check_password
from headwater.node.access.throttling import (
    code_limits,
    count_attempt,
    forgive,
    password_limits,
)
from headwater.node.node import Node
from headwater.safeguard import Operation, Role, Viewer, login_form
from headwater.store import AccessRecord

INVITATION_HOURS = 72
_BELONGINGS = ("session", "challenge", "passkey", "recovery", "token")
"""What an account had, and loses where it is set up anew."""


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What a user needs to set up an authenticator.

    Attributes:
        user: Login name.
        key: The key, for typing in.
        address: The same as an `otpauth:` address, for a QR code.
    """

    user: str
    key: str
    address: str


def invite(node: Node, name: str) -> str:
    """A new invitation code for a user, in the place of any older one; shown once, good for 72 h.

    Raises:
        NotPermitted: If the viewer is no administrator.
        WrongUse: If the node does not know the user.
    """
    node.may(Role.ADMIN)
    gate = Gate(node.store, node.settings)
    user = gate.user(name)
    if user is None:
        raise WrongUse(f"there is no user {name}", do=f"headwater user add {name} --role ROLE")
    code = new_secret()
    gate.records.drop("invitation", user.name)
    until = gate.after(hours=INVITATION_HOURS)
    gate.records.keep(AccessRecord("invitation", digest(code), user.name, {}, until))
    node.log(Operation.ALTERATION, [f"user {user.name}"], reason="invited to set up an account")
    return code


def begin_enrolment(gate: Gate, code: str, password: str) -> Enrolment:
    """Take an invitation and a password; the account exists once `finish_enrolment` is through.

    Raises:
        NotPermitted: If the invitation is not good any more.
        WrongUse: If the password would be guessed.
    """
    invited = _invitation(gate, code)
    check_password(password, invited.user)
    content = {"password": gate.passwords.hashed(password), "key": new_key()}
    gate.records.change(
        "invitation", invited.id, lambda was: replace(was, content=content) if was else None
    )
    address = address_of(content["key"], invited.user, gate.store.agency)
    return Enrolment(invited.user, content["key"], address)


def finish_enrolment(gate: Gate, code: str, one_time_code: str, address: str) -> list[str]:
    """Set the account up, once a code of the authenticator fits.

    Whatever the user had before (sessions, tokens, passkeys, recovery codes) is gone.

    Returns:
        The recovery codes; they are shown this once.

    Raises:
        NotPermitted: If the invitation or the code is not good.
        TooSoon: If too many codes were wrong.
    """
    invited = _invitation(gate, code)
    user, key = invited.user, invited.content.get("key", "")
    limits = code_limits(user)
    count_attempt(gate, limits)
    if not key or not spend_code(gate, user, key, one_time_code):
        note(gate, user, "wrong code while setting up the account", address)
        raise refused()
    if gate.records.take("invitation", invited.id) is None:
        raise _no_invitation()  # somebody else has just used it
    forgive(gate, limits)
    for kind in _BELONGINGS:
        gate.records.drop(kind, user)
    _put(gate, user, {"password": invited.content["password"], "key": key})
    note(gate, user, "account set up", address)
    gate.log(user, "account set up with password and authenticator")
    return new_recovery_codes(gate, user)


def _invitation(gate: Gate, code: str) -> AccessRecord:
    invited = gate.records.find("invitation", digest(code.strip()))
    if invited is None or invited.until < gate.clock() or gate.user(invited.user) is None:
        raise _no_invitation()
    return invited


def _no_invitation() -> NotPermitted:
    """The one answer to whatever was wrong with an invitation; it never says whose it was."""
    return NotPermitted(
        "this invitation is not good, or no longer",
        why=f"each is good once and for {INVITATION_HOURS} hours, and a newer one ends the older",
        do="if your account is set up already, sign in; else an administrator can invite you anew",
    )


def _put(gate: Gate, user: str, content: dict[str, Any]) -> None:
    """Keep an account; the new stamp ends the sessions that were begun under the old one."""
    kept = AccessRecord("account", login_form(user), user, {**content, "stamp": new_secret()})
    gate.records.change("account", kept.id, lambda _was: kept)


def account_of(gate: Gate, name: str) -> AccessRecord | None:
    """The account of a user whom the node knows: content `password`, `key`, `stamp`."""
    account = gate.records.find("account", login_form(name))
    return account if account and gate.user(name) else None


def has_account(node: Node, name: str) -> bool:
    """Whether a user has set an account up."""
    return account_of(Gate(node.store, node.settings), name) is not None


def listed(node: Node) -> list[dict[str, Any]]:
    """All users with what they may do; `account` is set up, invited or none.

    Raises:
        NotPermitted: If the viewer is neither administrator nor auditor.
    """
    node.may(Role.ADMIN, Role.AUDITOR)
    rows = []
    for one in node.store.users():
        invited = node.store.access.of("invitation", one.name)
        there = "set up" if has_account(node, one.name) else "invited" if invited else "none"
        rights = {"roles": sorted(one.roles), "compartments": sorted(one.compartments)}
        rows.append({"name": one.name, **rights, "clearance": one.clearance, "account": there})
    return rows


def prove_password(gate: Gate, name: str, password: str, address: str) -> AccessRecord:
    """The account that a name and password open; as slow and as mute whatever was wrong.

    Raises:
        NotPermitted: If they open none.
        TooSoon: If too many attempts failed.
    """
    name = name[: Viewer.LONGEST_NAME]
    limits = password_limits(gate, name, address)
    try:
        count_attempt(gate, limits)
    except NotPermitted:
        _note_failure(gate, name, "log-in too soon after others", address)
        raise
    account = account_of(gate, name)
    kept = account.content["password"] if account else ""
    if not gate.passwords.fits(password, kept) or account is None:
        _note_failure(gate, name, "log-in failed", address)
        raise refused()
    return account


def _note_failure(gate: Gate, name: str, event: str, address: str) -> None:
    user = gate.user(name)
    gate.records.expire(gate.clock())
    note(gate, user.name if user else "", event, address)


def change_password(gate: Gate, name: str, old: str, new: str, address: str) -> None:
    """Put a new password in the place of the old one; all sessions of the user end.

    Raises:
        NotPermitted: If the old password is not right.
        TooSoon: If too many attempts failed.
        WrongUse: If the new one would be guessed.
    """
    account = prove_password(gate, name, old, address)
    check_password(new, account.user)
    forgive(gate, password_limits(gate, name, address))
    _put(gate, account.user, {**account.content, "password": gate.passwords.hashed(new)})
    gate.records.drop("session", account.user)
    note(gate, account.user, "password changed", address)
    gate.log(account.user, "password changed")


def renew_recovery_codes(gate: Gate, name: str, password: str, address: str) -> list[str]:
    """New recovery codes in the place of the old ones, for whoever knows the password.

    Raises:
        NotPermitted: If the password is not right.
        TooSoon: If too many attempts failed.
    """
    account = prove_password(gate, name, password, address)
    forgive(gate, password_limits(gate, name, address))
    note(gate, account.user, "recovery codes renewed", address)
    gate.log(account.user, "recovery codes renewed")
    return new_recovery_codes(gate, account.user)


def end(node: Node, name: str) -> None:
    """Remove a user, with the account and everything that opens the door, to the last byte.

    What the user decided stays, with its author: a decision has a name.

    Raises:
        NotPermitted: If the viewer is no administrator.
        WrongUse: If there is no such user, it is the viewer, or the auditor has to look first.
    """
    node.may(Role.ADMIN)
    user = Gate(node.store, node.settings).user(name)
    if user is None:
        raise WrongUse(f"there is no user {name}", do="headwater user list shows who there is")
    if user.name == node.viewer.name:
        raise WrongUse("nobody removes themselves", do="have another administrator do it")
    if uncleared(node, user.name):
        raise WrongUse(
            f"{user.name} has broken the glass",
            why="the notices would go with the user",
            do="have the auditor clear them first",
        )
    node.store.forget_user(user.name)
    node.log(Operation.ERASURE, [f"user {user.name}"], reason="a user left")
