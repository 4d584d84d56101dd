"""Commands for who may come in: users and tokens."""

from headwater.cli.access.tokens import token
from headwater.cli.access.users import user

__all__ = ["token", "user"]
