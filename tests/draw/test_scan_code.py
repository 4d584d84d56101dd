"""The code that a phone reads holds what it should."""

import re

import pytest
import segno

from headwater.draw import scan_code

ADDRESS = "otpauth://totp/Headwater%20Drava%20Unit:ana?secret=JBSWY3DPEHPK3PXP&issuer=Headwater"


@pytest.mark.parametrize("text", [ADDRESS, "Јединица Шумадија", "x"])
def test_the_squares_drawn_are_those_of_the_code_with_white_around(text):
    drawn = scan_code(text)
    black = {(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", drawn.path)}
    wanted = segno.make_qr(text, error="m").matrix
    assert drawn.side == len(wanted) + 2 * 4
    assert black == {
        (x + 4, y + 4) for y, row in enumerate(wanted) for x, on in enumerate(row) if on
    }


def test_a_text_too_long_for_any_code_has_none():
    assert scan_code("x" * 5000) is None
