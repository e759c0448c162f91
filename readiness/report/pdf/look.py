"""The page and its type: one grid, one scale, one set of colours."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.units import mm

from readiness.report.theme import Theme

Paper = Literal["a4", "letter"]
SIZES: dict[str, tuple[float, float]] = {"a4": A4, "letter": LETTER}

LEFT, TOP, FOOT = 18 * mm, 20 * mm, 16.5 * mm
COLUMNS = "columns"
"""The name of pages with two columns."""

GUTTER = 6 * mm
"""The room between two columns."""
MEASURE = 142 * mm
"""The widest a text is set: about 80 letters."""

RED, AMBER, WHITE = HexColor("#b42318"), HexColor("#8a5300"), HexColor("#ffffff")


@dataclass(frozen=True)
class Type:
    """How a text is set; sizes in points."""

    size: float
    leading: float
    face: str = "Body"
    colour: Color = WHITE
    link: Color = WHITE
    before: float = 0
    after: float = 0
    indent: float = 0
    measure: float = MEASURE
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True)
class Look:
    """Everything the drawing needs to know about the page."""

    size: tuple[float, float]
    ink: Color
    soft: Color
    """Ink for what matters less, still easy to read."""
    accent: Color
    shade: Color
    rule: Color
    types: dict[str, Type]
    theme: Theme
    columns: int = 1

    @property
    def line(self) -> float:
        """The width of a line: between the margins, or of a column."""
        whole = self.size[0] - 2 * LEFT
        return (whole - (self.columns - 1) * GUTTER) / self.columns

    @property
    def height(self) -> float:
        """The height between the margins."""
        return self.size[1] - TOP - FOOT

    def in_columns(self) -> Look:
        """The same look for pages of two columns."""
        return replace(self, columns=2)

    def of(self, name: str, **more: object) -> Type:
        """A type by its name, changed in some way."""
        return replace(self.types[name], **more)  # type: ignore[arg-type]


def look(theme: Theme, paper: Paper) -> Look:
    """The look of a theme on a paper."""
    ink, accent = HexColor(theme.ink), HexColor(theme.accent)
    soft = HexColor(theme.soft)
    return Look(
        size=SIZES[paper],
        ink=ink,
        soft=soft,
        accent=accent,
        shade=HexColor(theme.shade),
        rule=HexColor("#9aa5b1"),
        types=_types(ink, soft, accent),
        theme=theme,
    )


def _types(ink: Color, soft: Color, accent: Color) -> dict[str, Type]:
    """The scale: 8, 8.5, 9.5, 11.5, 14, 17 and 30 points on leads of about 1.3."""
    bold, wide = "Body-Bold", 1000 * mm
    types = {
        "title": Type(30, 36, bold, ink, after=8, measure=wide),
        "long title": Type(20, 26, bold, ink, after=8, measure=wide),
        "subtitle": Type(14, 20, "Body", soft, after=26, measure=wide),
        "h1": Type(17, 21, bold, accent, before=14, after=4, measure=wide),
        "h2": Type(11.5, 15, bold, ink, before=9, after=3),
        "h3": Type(10.5, 15, bold, ink, before=11, after=3),
        "body": Type(9.5, 13, "Body", ink, after=4),
        "lead": Type(13, 18, "Body", ink, after=7, measure=wide),
        "strong": Type(9.5, 13, bold, ink, before=3, after=3),
        "small": Type(8.5, 11, "Body", soft, after=4, measure=160 * mm),
        "flag": Type(9.5, 13, bold, ink, after=1),
        "note": Type(9, 13, "Body", soft, after=5, indent=10),
        "item": Type(9.5, 13, "Body", ink, after=1.5),
        "cell": Type(8.5, 11, "Body", ink, measure=wide),
        "head": Type(8.5, 11, bold, ink, measure=wide),
        "dense cell": Type(8, 9.8, "Body", ink, measure=wide),
        "dense head": Type(8, 9.8, bold, ink, measure=wide),
        "tick": Type(10.5, 15, "Body", ink, after=7, measure=wide),
        "caption": Type(9.5, 13, bold, ink, after=4, measure=wide),
        "box": Type(8.5, 11, "Body", ink, after=1, measure=wide),
        "box head": Type(8.5, 11, bold, ink, measure=wide),
        "source": Type(8, 10.2, "Body", ink, after=2, measure=wide),
    }
    return {name: replace(one, link=accent) for name, one in types.items()}
