"""A sheet of vector graphics: the only place where SVG is written, so all text is escaped once."""

import re
from collections.abc import Sequence
from html import escape

from headwater.draw.palette import FAMILY, INK, PAPER

# XML 1.0 cannot hold these, and bidirectional overrides could turn a label round.
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
    "\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]"
)

_SIZE = re.compile(r'^<svg [^>]*? width="([\d.]+)" height="([\d.]+)"')


class Sheet:
    """A drawing in the making.

    Args:
        width: Width in pixels; a renderer scales it.
        height: Height in pixels.
        title: What it shows, for screen readers and tooltips.
        description: The same in sentences, for those who cannot see it.
    """

    def __init__(self, width: float, height: float, title: str, description: str) -> None:
        self.width = width
        self.height = height
        self._title = _clean(title)
        self._description = _clean(description)
        self._parts: list[str] = []

    def add(self, tag: str, /, **attributes: object) -> None:
        """Add one element; underscores in attribute names become hyphens, None leaves one out.

        The attribute `letters` is the text inside the element.
        """
        text = str(attributes.pop("letters", ""))
        written = "".join(
            f' {name.replace("_", "-")}="{_clean(_number(value))}"'
            for name, value in attributes.items()
            if value is not None
        )
        self._parts.append(
            f"<{tag}{written}>{_clean(text)}</{tag}>" if text else f"<{tag}{written}/>"
        )

    def write(
        self, x: float, y: float, text: str, *, size: float = 11, **attributes: object
    ) -> None:
        """Letters with a pale edge, so that lines beneath do not strike them through."""
        look: dict[str, object] = {"fill": INK, "text_anchor": "middle", "stroke": PAPER}
        look |= {"stroke_width": 3, "stroke_linejoin": "round", "paint_order": "stroke"}
        self.add("text", letters=text, x=x, y=y, font_size=size, **(look | attributes))

    def write_below(self, text: str) -> None:
        """One more line of letters under the drawing, which grows by it."""
        self.height += 16
        self.write(10, self.height - 4, text, size=10, text_anchor="start")

    def svg(self) -> str:
        """The finished drawing."""
        wide, high = _number(float(self.width)), _number(float(self.height + 6))
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}"'
            f' height="{high}" role="img" aria-label="{self._title}" font-family="{FAMILY}">'
        )
        words = f"<title>{self._title}</title><desc>{self._description}</desc>"
        ground = f'<rect x="0" y="0" width="{wide}" height="{high}" fill="{PAPER}"/>'
        return "\n".join([head, words, ground, *self._parts, "</svg>"])


def stacked(drawings: Sequence[str], title: str) -> str:
    """Finished drawings one beneath the other, as one drawing."""
    sizes = [[float(size) for size in _SIZE.findall(one)[0]] for one in drawings]
    wide, high = max(size[0] for size in sizes), sum(size[1] for size in sizes)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" width="{wide:g}"'
        f' height="{high:g}" role="group" aria-label="{_clean(title)}">'
    )
    parts, down = [head, f"<title>{_clean(title)}</title>"], 0.0
    for one, size in zip(drawings, sizes, strict=True):
        parts.append(one.replace("<svg ", f'<svg y="{down:g}" ', 1))
        down += size[1]
    return "\n".join([*parts, "</svg>"])


def _number(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def _clean(text: str) -> str:
    shown = _UNWRITABLE.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)
    return escape(shown, quote=True)


def shortened(label: str, most: int) -> str:
    """A label of readable length; the full one stands in the text beside the drawing."""
    return label if len(label) <= most else f"{label[: most - 1]}…"


def chance_told(chance: float) -> str:
    """A chance in per cent; what rounds to none or all is not called certain."""
    if chance < _HARDLY:
        return "under 1%"
    return "over 99%" if chance > 1 - _HARDLY else f"{chance:.0%}"


_HARDLY = 0.01
