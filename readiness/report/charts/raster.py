"""A chart's shapes as a PNG, for formats that hold no drawing: drawn large, then made smaller."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from readiness.report.charts.picture import FACES, INKS, Box, Label, Line, Picture, Shape

DPI, FINER = 200, 3
"""Dots an inch of the picture; how much larger it is drawn first, so that edges are smooth."""

HATCH = 4.0
"""Points from one line of a hatch to the next."""


@lru_cache(maxsize=32)
def _font(is_strong: bool, pixels: int) -> ImageFont.FreeTypeFont:  # noqa: FBT001 - a key of a cache
    raw = (files("readiness.report") / "fonts" / f"{FACES[is_strong]}.ttf").read_bytes()
    return ImageFont.truetype(BytesIO(raw), pixels, layout_engine=ImageFont.Layout.BASIC)


def png_of(picture: Picture) -> bytes:
    """The picture on white; the same picture gives the same bytes."""
    scale = DPI / 72 * FINER
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    image = Image.new("RGB", size, "white")
    pen = _Pen(ImageDraw.Draw(image), image, scale)
    for mark in picture.marks:
        match mark:
            case Box():
                pen.box(mark)
            case Line():
                pen.line(mark)
            case Shape():
                pen.shape(mark)
            case Label():
                pen.words(mark)
    into = BytesIO()
    image.reduce(FINER).quantize(128, dither=Image.Dither.NONE).save(
        into, "PNG", optimize=True, dpi=(DPI, DPI)
    )
    return into.getvalue()


class _Pen:
    def __init__(self, draw: ImageDraw.ImageDraw, image: Image.Image, scale: float) -> None:
        self.draw, self.image, self.scale = draw, image, scale

    def _at(self, *sides: float) -> list[float]:
        return [round(side * self.scale, 1) for side in sides]

    def box(self, mark: Box) -> None:
        sides = self._at(
            mark.x, mark.y, mark.x + max(0.1, mark.width), mark.y + max(0.1, mark.height)
        )
        fill = INKS[mark.fill] if mark.fill else None
        edge = INKS[mark.edge] if mark.edge and not mark.is_dashed else None
        wide = max(1, round(0.8 * self.scale))
        self.draw.rounded_rectangle(sides, mark.radius * self.scale, fill, None)
        if mark.is_hatched:
            self._hatch(mark)
        if edge:
            self.draw.rounded_rectangle(sides, mark.radius * self.scale, None, edge, wide)
        if mark.is_dashed:
            x, y, right, low = mark.x, mark.y, mark.x + mark.width, mark.y + mark.height
            for ends in (
                (x, y, right, y),
                (x, low, right, low),
                (x, y, x, low),
                (right, y, right, low),
            ):
                self.line(Line(*ends, mark.edge, 0.9, is_dashed=True))

    def _hatch(self, mark: Box) -> None:
        left, top, right, low = (
            round(one)
            for one in self._at(mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)
        )
        if right <= left or low <= top:
            return
        part = Image.new("RGB", (right - left, low - top), INKS[mark.fill or "paper"])
        pen, high = ImageDraw.Draw(part), low - top
        for start in range(-high, right - left + high, max(2, round(HATCH * self.scale))):
            pen.line(
                (start, high, start + high, 0), INKS[mark.edge], max(1, round(0.9 * self.scale))
            )
        self.image.paste(part, (left, top))

    def line(self, mark: Line) -> None:
        wide, ink = max(1, round(mark.width * self.scale)), INKS[mark.ink]
        if not mark.is_dashed:
            self.draw.line(self._at(mark.x, mark.y, mark.to_x, mark.to_y), ink, wide)
            return
        long = max(abs(mark.to_x - mark.x), abs(mark.to_y - mark.y))
        count = max(1, int(long / 4))
        for at in range(count):
            ends = (at / count, (at + 0.6) / count)
            (x, y), (to_x, to_y) = (
                (mark.x + (mark.to_x - mark.x) * end, mark.y + (mark.to_y - mark.y) * end)
                for end in ends
            )
            self.draw.line(self._at(x, y, to_x, to_y), ink, wide)

    def shape(self, mark: Shape) -> None:
        points = [tuple(self._at(*point)) for point in mark.points]
        fill = INKS[mark.fill] if mark.fill else None
        self.draw.polygon(
            points, fill, INKS[mark.edge] if mark.edge else None, max(1, round(self.scale))
        )

    def words(self, mark: Label) -> None:
        if mark.ground:
            sides = self._at(
                mark.left - 2,
                mark.y - mark.size * 0.65,
                mark.left + mark.width + 2,
                mark.y + mark.size * 0.65,
            )
            self.draw.rectangle(sides, INKS[mark.ground])
        font = _font(mark.is_strong, round(mark.size * self.scale))
        x, y = self._at(mark.left, mark.y + mark.size * 0.36)
        self.draw.text((x, y), mark.words, INKS[mark.ink], font, anchor="ls")
