"""Passkeys: a key in the user's device or stick in the place of password and code.

The device checks a finger or a number before it signs, so a passkey is both factors at once (NIST
SP 800-63B; W3C Web Authentication, level 3). What the browser is given and gives back is JSON.
"""

import json
import secrets
from dataclasses import replace
from typing import Any, NamedTuple

from headwater.model import WrongUse
from headwater.node.access.accounts import account_of
from headwater.node.access.gate import Gate, digest, new_secret, refused
from headwater.node.access.journal import note
from headwater.node.access.sessions import Opened
from headwater.node.access.sessions import begin as begin_session
from headwater.node.access.throttling import (
    asking_limits,
    count_attempt,
    forgive,
    password_limits,
    remember_address,
)
from headwater.safeguard import login_form
from headwater.store import AccessRecord

MINUTES = 5
_NOBODY = "a passkey"


class Ceremony(NamedTuple):
    """What a browser is asked to sign.

    Attributes:
        handle: What the answer is handed back with; one use, five minutes.
        options: JSON for `navigator.credentials`.
    """

    handle: str
    options: str


def _begin(gate: Gate, kind: str, user: str, challenge: bytes, options: str) -> Ceremony:
    gate.records.expire(gate.clock())
    handle = new_secret()
    content = {"challenge": challenge.hex()}
    until = gate.after(minutes=MINUTES)
    gate.records.keep(AccessRecord(kind, digest(handle), user, content, until))
    return Ceremony(handle, options)


def _challenge(gate: Gate, kind: str, handle: str) -> tuple[str, bytes]:
    """Whom a ceremony is for and what was to be signed; it is over afterwards."""
    asked = gate.records.take(kind, digest(handle))
    if asked is None or asked.until < gate.clock():
        raise refused()
    return asked.user, bytes.fromhex(asked.content["challenge"])


def begin(gate: Gate, user: str) -> Ceremony:
    """Ask a browser to make a passkey for a user who is logged in."""
    from webauthn import generate_registration_options, options_to_json
    from webauthn.helpers.structs import (
        AuthenticatorSelectionCriteria,
        PublicKeyCredentialDescriptor,
        ResidentKeyRequirement,
        UserVerificationRequirement,
    )

    challenge = secrets.token_bytes(32)
    known = [bytes.fromhex(one.id) for one in gate.records.of("passkey", user)]
    options = generate_registration_options(
        rp_id=gate.host,
        rp_name=f"Headwater {gate.store.agency}",
        user_name=user,
        user_id=bytes.fromhex(digest(login_form(user))),
        challenge=challenge,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=[PublicKeyCredentialDescriptor(id=one) for one in known],
    )
    return _begin(gate, "passkey offer", user, challenge, options_to_json(options))


def finish(gate: Gate, user: str, handle: str, answer: str, name: str) -> None:
    """Keep the passkey that a browser has made.

    Args:
        gate: Where.
        user: Who is logged in; must be who began.
        handle: Of the ceremony.
        answer: JSON from the browser.
        name: What the user calls the device.

    Raises:
        NotPermitted: If the answer does not fit.
        WrongUse: If it has no name, or is known already.
    """
    if not name.strip():
        raise WrongUse("a passkey needs a name", do="say what it lies in: my phone, grey stick")
    who, challenge = _challenge(gate, "passkey offer", handle)
    if login_form(who) != login_form(user) or account_of(gate, user) is None:
        raise refused()
    passkey = _made(gate, user, challenge, answer)
    content = {**passkey.content, "name": " ".join(name.split()), "made": gate.clock()}
    if not gate.records.keep(replace(passkey, content=content)):
        raise WrongUse("this passkey is known already")
    note(gate, user, "passkey added")
    gate.log(user, "passkey added")


def _made(gate: Gate, user: str, challenge: bytes, answer: str) -> AccessRecord:
    """The passkey in a browser's answer, checked."""
    from webauthn import verify_registration_response
    from webauthn.helpers.exceptions import WebAuthnException

    try:
        made = verify_registration_response(
            credential=_object(answer),
            expected_challenge=challenge,
            expected_rp_id=gate.host,
            expected_origin=gate.origin,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError) as error:
        raise refused() from error
    content = {"public_key": made.credential_public_key.hex(), "count": made.sign_count}
    return AccessRecord("passkey", made.credential_id.hex(), user, content)


def listed(gate: Gate, user: str) -> list[dict[str, str]]:
    """The passkeys of a user: handle, name, made."""
    return [
        {"handle": one.id, "name": one.content["name"], "made": one.content["made"]}
        for one in gate.records.of("passkey", user)
    ]


def end(gate: Gate, user: str, handle: str) -> bool:
    """Forget one of a user's own passkeys; whether it was one."""
    if handle not in {one.id for one in gate.records.of("passkey", user)}:
        return False
    gate.records.take("passkey", handle)
    note(gate, user, "passkey removed")
    gate.log(user, "passkey removed")
    return True


def begin_log_in(gate: Gate, address: str) -> Ceremony:
    """Ask a browser for any passkey of this node; whose it is, its answer says.

    Raises:
        TooSoon: If too many were asked for from there, and none of them signed.
    """
    from webauthn import generate_authentication_options, options_to_json
    from webauthn.helpers.structs import UserVerificationRequirement

    count_attempt(gate, asking_limits(address))
    challenge = secrets.token_bytes(32)
    options = generate_authentication_options(
        rp_id=gate.host,
        challenge=challenge,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return _begin(gate, "passkey asked", "", challenge, options_to_json(options))


def finish_log_in(gate: Gate, handle: str, answer: str, address: str) -> Opened:
    """Log in whoever's passkey has signed.

    Raises:
        NotPermitted: If the answer does not fit.
        TooSoon: If too many attempts failed.
    """
    from webauthn import verify_authentication_response
    from webauthn.helpers.exceptions import WebAuthnException

    limits = password_limits(gate, _NOBODY, address)[:2]
    count_attempt(gate, limits)
    _, challenge = _challenge(gate, "passkey asked", handle)
    try:
        given = _object(answer)
        passkey = _passkey(gate, given)
        proved = verify_authentication_response(
            credential=given,
            expected_challenge=challenge,
            expected_rp_id=gate.host,
            expected_origin=gate.origin,
            credential_public_key=bytes.fromhex(passkey.content["public_key"]),
            credential_current_sign_count=passkey.content["count"],
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError) as error:
        note(gate, "", "passkey refused", address)
        raise refused() from error
    kept = replace(passkey, content={**passkey.content, "count": proved.new_sign_count})
    gate.records.change("passkey", passkey.id, lambda was: kept if was else None)
    forgive(gate, [*limits, *asking_limits(address)])
    remember_address(gate, passkey.user, address)
    return begin_session(gate, passkey.user, "passkey", address)


def _passkey(gate: Gate, given: dict[str, Any]) -> AccessRecord:
    """The passkey that an answer names.

    Raises:
        KeyError: If there is none.
    """
    from webauthn import base64url_to_bytes

    named = base64url_to_bytes(str(given["id"])).hex()
    passkey = gate.records.find("passkey", named)
    if passkey is None or account_of(gate, passkey.user) is None:
        raise KeyError(named)
    return passkey


def _object(answer: str) -> dict[str, Any]:
    given = json.loads(answer)
    if not isinstance(given, dict):
        raise TypeError
    return given
