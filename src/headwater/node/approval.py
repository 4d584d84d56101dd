"""Approval: a person with a name decides that texts may leave the machine."""

from typing import TYPE_CHECKING

from headwater.model import NotPermitted
from headwater.node.node import Node
from headwater.safeguard import Operation, Role

if TYPE_CHECKING:
    from headwater.intake import ExtractorChoice


def approve_extractors(node: Node, choice: "ExtractorChoice") -> None:
    """Hold a choice of extractors against the users of the node, and record what will be disclosed.

    Texts that stay on this machine need no decision. For others the approver is a supervisor of
    this node and, where it has more than one user, not the one who reads the texts in.

    Raises:
        NotPermitted: If such a decision is lacking.
        WrongUse: If an address cannot be read, or no purpose was given.
    """
    if not choice.hosts:
        return
    users = {user.name: user for user in node.store.users()}
    approver = users.get(choice.approver)
    if approver is None or Role.SUPERVISOR not in approver.roles:
        raise NotPermitted(
            f"texts would leave this machine for {', '.join(choice.hosts)}",
            why="no supervisor of this node decided so",
            do="give --approval NAME REASON, or an endpoint on this machine",
        )
    if len(users) > 1 and approver.name == node.viewer.name:
        raise NotPermitted(
            "the one who reads texts in may not approve of their leaving",
            why="the node has more than one user",
            do="have another supervisor decide",
        )
    choice.load()  # a choice that cannot be carried out discloses nothing
    purpose = f"{node.purpose.text}; approved by {approver.name}: {choice.reason}"
    for host in choice.hosts:
        node.log(Operation.DISCLOSURE, ["reports read in"], recipient=host, reason=purpose)
