"""Choice: the extractors that a person asks for, and whether texts would leave the machine."""

from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from headwater.intake.extractors.suggestion import Extractor
from headwater.model import NotPermitted, WrongUse

_FORMS = "endpoint:http://127.0.0.1:PORT/v1#MODEL, gliner:FOLDER or spacy:PIPELINE"


@dataclass(frozen=True, slots=True)
class ExtractorChoice:
    """Which programs a person asks for, and who decided that texts may leave this machine.

    Attributes:
        names: Each as `endpoint:ADDRESS#MODEL`, `gliner:FOLDER` or `spacy:PIPELINE`.
        approver: Who decided that texts may be handed to another machine; empty for nobody.
        reason: Why.
    """

    names: tuple[str, ...] = ()
    approver: str = ""
    reason: str = ""

    @property
    def hosts(self) -> tuple[str, ...]:
        """Other machines that texts would be sent to.

        Raises:
            WrongUse: If an address cannot be read.
        """
        kinds = [name.partition(":") for name in self.names]
        hosts = [_host(_address(rest)) for kind, _, rest in kinds if kind == "endpoint"]
        return tuple(host for host in hosts if not _is_loopback(host))

    def load(self) -> tuple[Extractor, ...]:
        """The programs, ready to read.

        Raises:
            WrongUse: If there is no such program here.
            NotPermitted: If one is on another machine and nobody approved, or the way is open.
        """
        return tuple(self._load(name) for name in self.names)

    def _load(self, name: str) -> Extractor:
        kind, _, rest = name.partition(":")
        if kind == "endpoint" and rest:
            from headwater.intake.extractors.endpoint import Endpoint

            address = _address(rest)
            self._permit(address)
            return Endpoint(address, address.fragment)
        if kind == "gliner" and rest:
            from headwater.intake.extractors.gliner import Gliner

            return Gliner.at(Path(rest))
        if kind == "spacy" and rest:
            from headwater.intake.extractors.spacy import Spacy

            return Spacy(rest)
        raise WrongUse(f"there is no extractor {name!r}", do=f"write {_FORMS}")

    def _permit(self, address: SplitResult) -> None:
        host = _host(address)
        if _is_loopback(host):
            return
        if not self.approver or not self.reason:
            raise NotPermitted(
                f"texts would leave this machine for {host}",
                why="an endpoint elsewhere takes a decision by a person with a name",
                do="use one on this machine, or give --approval NAME REASON",
            )
        if address.scheme != "https":
            raise NotPermitted(
                f"texts would go to {host} in the clear", do="give an address with https"
            )


def _address(text: str) -> SplitResult:
    try:
        address = urlsplit(text)
        told = address.scheme in ("http", "https") and address.hostname and address.port != 0
    except ValueError:  # a port that is no number, a bracket left open
        told = None
    if not told:
        raise WrongUse(f"{text!r} is no address of an endpoint", do=f"write {_FORMS}")
    return address


def _host(address: SplitResult) -> str:
    return address.hostname or ""


def _is_loopback(host: str) -> bool:
    """By its number; no name but `localhost`, for whoever answers for a name may send it away."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
