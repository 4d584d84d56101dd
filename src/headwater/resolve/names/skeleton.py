"""Consonant skeletons: keys under which spellings of one name meet, whatever their script."""

from headwater.resolve.names.name import Name, Token


def token_keys(token: Token) -> tuple[str, ...]:
    """Provisional."""
    return (token.text[:3].upper(),)


def name_keys(name: Name) -> tuple[str, ...]:
    """Provisional."""
    return tuple(sorted({key for token in name.tokens for key in token_keys(token)}))
