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

LEFT, TOP, FOOT = 16.8 * mm, 18.5 * mm, 15.5 * mm
COLUMNS = "columns"
"""The name of pages with two columns."""

GUTTER = 6 * mm
"""The room between two columns."""
MEASURE = 150 * mm
"""The widest a text is set: about 85 letters."""

LEAST, TIGHT = 8.0, 0.95
"""The least size of a text in points, and how large one is in a part that is set tight."""

WHITE = HexColor("#ffffff")


@dataclass(frozen=True)
class Type:
    """How a text is set; sizes in points."""

    size: float
    leading: float
    face: str = "Body"
    colour: Color = WHITE
    link: Color = WHITE
    soft: Color = WHITE
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
    share: float = 1.0
    """The share of the room between the margins that a column takes, without the gutters."""
    row_room: float = 1.0
    """The share of the usual room over and under the text of a table's rows."""

    @property
    def line(self) -> float:
        """The width of a line: between the margins, or of a column."""
        whole = self.size[0] - 2 * LEFT
        return (whole - (self.columns - 1) * GUTTER) * self.share

    @property
    def height(self) -> float:
        """The height between the margins."""
        return self.size[1] - TOP - FOOT

    def in_columns(self) -> Look:
        """The same look for pages of two columns."""
        return self.beside(0.5)

    def beside(self, share: float) -> Look:
        """The same look for one of two columns that takes this share of the line."""
        return replace(self, columns=2, share=share)

    def tight(self) -> Look:
        """The same look for a part that nearly fits on its page: a little less of everything."""
        types = {
            name: replace(
                one,
                size=max(LEAST, one.size * TIGHT),
                leading=max(LEAST * 1.18, one.leading * TIGHT * 0.97),
                before=one.before * 0.6,
                after=one.after * 0.75,
            )
            for name, one in self.types.items()
        }
        return replace(self, types=types, row_room=0.6)

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
        "title": Type(25, 31, bold, ink, after=4, measure=wide),
        "long title": Type(18, 24, bold, ink, after=4, measure=wide),
        "subtitle": Type(13, 18, "Body", soft, after=14, measure=wide),
        "h1": Type(15.5, 20, bold, accent, before=14, after=4, measure=wide),
        "h2": Type(11, 15, bold, accent, before=8, after=2, measure=wide),
        "h3": Type(10.5, 15, bold, ink, before=11, after=3),
        "body": Type(10, 14, "Body", ink, after=4, measure=wide),
        "lead": Type(13, 18, "Body", ink, after=7, measure=wide),
        "dense": Type(8, 9.6, "Body", ink, after=2.2, measure=wide),
        "callout": Type(13, 17, bold, ink, after=3, measure=wide),
        "strong": Type(9.5, 13, bold, ink, before=3, after=3),
        "small": Type(8.5, 11, "Body", soft, after=4, measure=160 * mm),
        "note": Type(9, 13, "Body", soft, after=5, indent=10),
        "item": Type(9.5, 13, "Body", ink, after=1.5),
        "cell": Type(9, 12, "Body", ink, measure=wide),
        "head": Type(9, 12, bold, ink, measure=wide),
        "dense cell": Type(8, 9.6, "Body", ink, measure=wide),
        "dense head": Type(8, 9.6, bold, ink, measure=wide),
        "tick": Type(10, 15, "Body", ink, after=5, measure=wide),
        "caption": Type(11, 15, bold, accent, before=4, after=2, measure=wide),
        "box": Type(8.5, 11, "Body", ink, after=1, measure=wide),
        "box head": Type(8.5, 11, bold, ink, measure=wide),
        "source": Type(8, 9.6, "Body", ink, after=1.2, measure=wide),
    }
    return {name: replace(one, link=accent, soft=soft) for name, one in types.items()}
