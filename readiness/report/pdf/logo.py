"""The organisation's logo."""

from __future__ import annotations

import io

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from readiness.core.wording.language import _
from readiness.report.pdf.fonts import clean
from readiness.report.pdf.look import Look
from readiness.report.pdf.tags import Element, Tags, Term


class Logo(Flowable):
    """The organisation's logo on the cover."""

    def __init__(self, look: Look, tags: Tags, parent: Element) -> None:
        """Fit the picture into 60 by 22 mm."""
        super().__init__()
        self.tags = tags
        self.picture = _flat(look.theme.logo)
        wide, high = self.picture.getSize()
        scale = min(60 * mm / wide, 22 * mm / high)
        self.size = (wide * scale, high * scale)
        name = clean(look.theme.organisation)
        self.element = parent.add(
            "Figure", alt=_("Logo of {name}").format(name=name) if name else _("Logo")
        )

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size."""
        return self.size

    def draw(self) -> None:
        """Draw it, and say where it stands."""
        left, bottom = self.canv.absolutePosition(0, 0)
        box = (left, bottom, left + self.size[0], bottom + self.size[1])
        more: dict[str, object] = {
            "BBox": [round(side, 2) for side in box],
            "Placement": Term("Block"),
        }
        self.element.attributes["Layout"] = more
        with self.tags.of(self.canv, self.element):
            self.canv.drawImage(self.picture, 0, 0, *self.size)


def _flat(raw: bytes) -> ImageReader:
    """A picture in plain colours on white, as a file for the archive needs it."""
    from PIL import Image

    with Image.open(io.BytesIO(raw)) as picture:
        clear = picture.convert("RGBA")
        white = Image.new("RGBA", clear.size, "white")
        return ImageReader(Image.alpha_composite(white, clear).convert("RGB"))
