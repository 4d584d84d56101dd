"""Desk: the pages that officers work in, and the same for their own scripts. No rules live here.

What a viewer may see was decided before anything reaches a page, see `headwater.safeguard`.
"""

from headwater.desk.app import make_app
from headwater.desk.door import NodeDoor, OpenDoor
from headwater.desk.reception import Reception
from headwater.desk.serving import Address, leave_soon, serve

__all__ = ["Address", "NodeDoor", "OpenDoor", "Reception", "leave_soon", "make_app", "serve"]
