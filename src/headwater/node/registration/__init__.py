"""Registration: the design of a comparison, signed before the operation that it is to judge."""

from headwater.node.registration.document import differences, document
from headwater.node.registration.signing import Registration, held_against, look_up, register

__all__ = [
    "Registration",
    "differences",
    "document",
    "held_against",
    "look_up",
    "register",
]
