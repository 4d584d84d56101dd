"""Scan code: a text as black squares that the camera of a phone reads (QR code).

Source: ISO/IEC 18004, by segno.
"""

from dataclasses import dataclass

QUIET_ZONE = 4  # squares of white around the code, without which readers miss it (ISO/IEC 18004)


@dataclass(frozen=True, slots=True)
class ScanCode:
    """A code to draw: `path` filled with black on a white square.

    Attributes:
        side: Width and height with the white around it, in squares of the code.
        path: Path data of its black squares (SVG), one unit each.
    """

    side: int
    path: str


def scan_code(text: str) -> ScanCode | None:
    """A text as a code to scan; None where it is too long for any.

    About one square in seven may be hidden by a crease or a stain (level M).
    """
    import segno

    try:
        code = segno.make_qr(text, error="m")
    except segno.DataOverflowError:
        return None
    rows = list(code.matrix_iter(border=QUIET_ZONE))
    squares = (f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, on in enumerate(row) if on)
    return ScanCode(len(rows), "".join(squares))
