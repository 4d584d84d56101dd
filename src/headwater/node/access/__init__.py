"""Access: accounts, second factors, sessions, tokens and broken glass. It knows no HTTP.

Who somebody is, is asked here; what they may see, the safeguard rules decide, as ever. Each room of
it is a module:

```
accounts     invite, begin_enrolment, finish_enrolment, change_password, renew_recovery_codes, end
login        log_in, finish_log_in, prove_again
passkeys     begin, finish, listed, end, begin_log_in, finish_log_in
sessions     resume, enter, state_purpose, log_out, listed, end, csrf_token, csrf_fits
tokens       new, listed, end, use
break_glass  ask, notices, clear
journal      read
```
"""

from headwater.node.access import (
    accounts,
    break_glass,
    journal,
    login,
    passkeys,
    sessions,
    tokens,
)
from headwater.node.access.gate import Gate, TooSoon

__all__ = [
    "Gate",
    "TooSoon",
    "accounts",
    "break_glass",
    "journal",
    "login",
    "passkeys",
    "sessions",
    "tokens",
]
