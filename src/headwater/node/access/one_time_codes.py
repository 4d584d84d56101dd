"""One-time codes: those of an authenticator (TOTP, RFC 6238), and recovery codes on paper."""

import secrets
from datetime import datetime
from typing import TYPE_CHECKING

from headwater.node.access.gate import Gate, digest
from headwater.safeguard import login_form
from headwater.store import AccessRecord

if TYPE_CHECKING:
    import pyotp

STEP = 30  # seconds that a code of an authenticator is shown
RECOVERY_CODES = 10

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that is taken for another
_GROUPS = 3


def new_key() -> str:
    """A new key for an authenticator, base32, 160 bits (RFC 4226, 4)."""
    import pyotp

    return pyotp.random_base32()


def address_of(key: str, name: str, agency: str) -> str:
    """The `otpauth:` address that an authenticator reads, as text or from a QR code."""
    return _totp(key).provisioning_uri(name=name, issuer_name=f"Headwater {agency}")


def _totp(key: str) -> "pyotp.TOTP":
    import pyotp

    return pyotp.TOTP(key, interval=STEP)


def spend_code(gate: Gate, user: str, key: str, code: str) -> bool:
    """Whether a code is good now, one step early or late; no step is good twice for a user."""
    step = _step_of(key, code, gate.now())
    if step is None:
        return False
    used = AccessRecord("used step", f"{login_form(user)}\x1f{step}", user, {}, gate.after(hours=1))
    return gate.records.keep(used)


def _step_of(key: str, code: str, now: datetime) -> int | None:
    totp, step = _totp(key), int(now.timestamp()) // STEP
    digits = "".join(code.split())
    fits = [n for n in (step - 1, step, step + 1) if _same(totp.generate_otp(n), digits)]
    return fits[0] if fits else None


def _same(left: str, right: str) -> bool:
    return secrets.compare_digest(left.encode(), right.encode("utf-8", "surrogatepass"))


def new_recovery_codes(gate: Gate, user: str) -> list[str]:
    """New recovery codes in the place of those that the user had; shown once, kept as digests."""
    gate.records.drop("recovery", user)
    codes = [_recovery_code() for _ in range(RECOVERY_CODES)]
    for code in codes:
        gate.records.keep(AccessRecord("recovery", _recovery_id(user, code), user))
    return codes


def _recovery_code() -> str:
    """75 random bits in three groups of five."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(5)) for _ in range(_GROUPS))


def _recovery_id(user: str, code: str) -> str:
    plain = "".join(c for c in code.upper() if c.isalnum())
    return digest(f"{login_form(user)}\x1f{plain}")


def spend_recovery_code(gate: Gate, user: str, code: str) -> bool:
    """Whether a recovery code is good; it is gone afterwards."""
    return gate.records.take("recovery", _recovery_id(user, code)) is not None
