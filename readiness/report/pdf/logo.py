"""The organisation's logo on the cover."""

from __future__ import annotations

import io

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from readiness.report.logo import Logo
from readiness.report.pdf.tags import Element, Tags, Term


class LogoPicture(Flowable):
    """The logo, tagged as a figure with its text alternative."""

    def __init__(self, logo: Logo, tags: Tags, parent: Element) -> None:
        """Make its element."""
        super().__init__()
        self.tags = tags
        self.picture = ImageReader(io.BytesIO(logo.png))
        self.size = (logo.wide * mm, logo.high * mm)
        self.element = parent.add("Figure", alt=logo.alt)

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
