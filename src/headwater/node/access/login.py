"""Logging in: a name and a password, then a code; a passkey is both at once.

Between the two steps stands a challenge: five minutes, one use.
"""

from headwater.node.access.accounts import account_of, prove_password
from headwater.node.access.gate import Gate, digest, new_secret, refused
from headwater.node.access.journal import note
from headwater.node.access.one_time_codes import spend_code, spend_recovery_code
from headwater.node.access.sessions import Opened, Session, begin, mark_proved
from headwater.node.access.throttling import (
    code_limits,
    count_attempt,
    forgive,
    password_limits,
    remember_address,
)
from headwater.store import AccessRecord

CHALLENGE_MINUTES = 5


def log_in(gate: Gate, name: str, password: str, address: str) -> str:
    """The first step: a challenge for whoever knows the password of a user.

    The answer and its time are the same whether the name, the password or the account is wrong.

    Args:
        gate: Where.
        name: Login name, however it is spelled.
        password: The password.
        address: Where the request comes from.

    Returns:
        The challenge that `finish_log_in` is given, good for five minutes.

    Raises:
        NotPermitted: If that did not fit.
        TooSoon: If too many attempts failed.
    """
    account = prove_password(gate, name, password, address)
    challenge = new_secret()
    until = gate.after(minutes=CHALLENGE_MINUTES)
    gate.records.keep(AccessRecord("challenge", digest(challenge), account.user, {}, until))
    return challenge


def finish_log_in(gate: Gate, challenge: str, code: str, address: str) -> Opened:
    """The second step: a code of the authenticator, or a recovery code.

    Raises:
        NotPermitted: If the challenge is over or the code does not fit.
        TooSoon: If too many codes were wrong.
    """
    asked = gate.records.find("challenge", digest(challenge))
    if asked is None or asked.until < gate.clock():
        raise refused()
    user = asked.user
    way = _prove_code(gate, user, code, address)
    if gate.records.take("challenge", asked.id) is None:
        raise refused()
    forgive(gate, password_limits(gate, user, address))
    remember_address(gate, user, address)
    return begin(gate, user, way, address)


def _prove_code(gate: Gate, user: str, code: str, address: str) -> str:
    """How the second factor was shown."""
    limits = code_limits(user)
    count_attempt(gate, limits)
    account = account_of(gate, user)
    if account and spend_code(gate, user, account.content["key"], code):
        way = "code"
    elif account and spend_recovery_code(gate, user, code):
        way = "recovery code"
    else:
        note(gate, user, "wrong code", address)
        raise refused()
    forgive(gate, limits)
    return way


def prove_again(gate: Gate, id: str, session: Session, code: str) -> None:
    """Show the second factor again, before an export or a broken glass.

    Raises:
        NotPermitted: If the code does not fit.
        TooSoon: If too many codes were wrong.
    """
    _prove_code(gate, session.user, code, session.address)
    mark_proved(gate, id)
