"""The keys of a node, and the sealing of single texts and files under keys of their own.

Whoever drops the key of a sealed piece has erased it, wherever copies of the bytes may lie.
"""

import hmac
import json
import os
import secrets
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from headwater.model import DamagedNode

_FILE = "node.keys"
_NONCE = 12
_DIGEST = 16


def seal(content: bytes, about: bytes) -> tuple[bytes, bytes]:
    """Encrypt under a fresh random key (AES-256-GCM): the key, and the sealed bytes.

    `about` is bound in: sealed bytes put in another's place do not open.
    """
    key = secrets.token_bytes(32)
    return key, seal_under(key, content, about)


def seal_under(key: bytes, content: bytes, about: bytes) -> bytes:
    """Encrypt under a key that seals other pieces too, with a nonce of its own (AES-256-GCM)."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, content, about)


def unseal(key: bytes, sealed: bytes, about: bytes) -> bytes:
    """The content of sealed bytes.

    Raises:
        DamagedNode: If the bytes are not what was sealed.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], about)
    except (InvalidTag, ValueError) as error:
        raise DamagedNode(
            "an encrypted piece of this node was altered",
            why="its seal does not fit its content",
            do="restore the node from a backup",
        ) from error


@dataclass(frozen=True, slots=True)
class NodeKeys:
    """What a node signs and digests with.

    Attributes:
        digest_key: Key of the digests that stand for ids in the audit tree; 32 bytes.
        signing_seed: Ed25519 private key that signs checkpoints; 32 bytes.
    """

    digest_key: bytes
    signing_seed: bytes

    @classmethod
    def create(cls, folder: Path) -> "NodeKeys":
        """Make new keys and write them where only the owner can read them."""
        keys = cls(secrets.token_bytes(32), secrets.token_bytes(32))
        content = {"digest_key": keys.digest_key.hex(), "signing_seed": keys.signing_seed.hex()}
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        with os.fdopen(os.open(folder / _FILE, flags, 0o600), "w", encoding="ascii") as file:
            json.dump(content, file)
            file.flush()
            os.fsync(file.fileno())
        return keys

    @classmethod
    def load(cls, folder: Path) -> "NodeKeys":
        """Read the keys of a node.

        Raises:
            DamagedNode: If they are missing or unreadable.
        """
        try:
            content = json.loads((folder / _FILE).read_text(encoding="ascii"))
            keys = cls(bytes.fromhex(content["digest_key"]), bytes.fromhex(content["signing_seed"]))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise DamagedNode(
                "the keys of this node cannot be read",
                where=_FILE,
                why=type(error).__name__,
                do="restore the file from a backup",
            ) from error
        return keys

    @property
    def trace_key(self) -> bytes:
        """Key of the digests of who protected people are; 32 bytes, derived (RFC 5869, one step).

        Nothing that stands in the audit tree can be compared with them.
        """
        return hmac.digest(self.digest_key, b"headwater traces\x01", sha256)

    @property
    def access_key(self) -> bytes:
        """Key that seals accounts, sessions and tokens; 32 bytes, derived as `trace_key` is."""
        return hmac.digest(self.digest_key, b"headwater access\x01", sha256)

    def digest(self, text: str) -> bytes:
        """What stands for an id in the audit tree: the same id always gives the same 16 bytes."""
        content = text.encode("utf-8", "surrogatepass")
        return hmac.digest(self.digest_key, content, sha256)[:_DIGEST]

    def sign(self, content: bytes) -> bytes:
        """Ed25519 signature (RFC 8032), which a partner can check with the public key alone."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.signing_seed).sign(content)

    def signed(self, content: bytes, signature: bytes) -> bool:
        """Whether a signature is this node's own."""
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        public = Ed25519PrivateKey.from_private_bytes(self.signing_seed).public_key()
        try:
            public.verify(signature, content)
        except InvalidSignature:
            return False
        return True
