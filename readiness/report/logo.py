"""An organisation's logo: in plain colours on white, and how large it stands on a page."""

from __future__ import annotations

import io
from typing import NamedTuple

from readiness.i18n.language import _
from readiness.report.clean import clean
from readiness.report.theme import Theme

MOST_WIDE, MOST_HIGH = 60.0, 22.0
"""The largest it is shown, in millimetres."""


class Logo(NamedTuple):
    """A picture that is ready to be put into a document."""

    png: bytes
    wide: float
    """Its width in millimetres."""
    high: float
    """Its height in millimetres."""
    alt: str


def logo_of(theme: Theme) -> Logo | None:
    """The logo of a theme, if it has one; what is clear in it becomes white."""
    if not theme.logo:
        return None
    from PIL import Image

    into = io.BytesIO()
    with Image.open(io.BytesIO(theme.logo)) as picture:
        clear = picture.convert("RGBA")
        white = Image.new("RGBA", clear.size, "white")
        Image.alpha_composite(white, clear).convert("RGB").save(into, "PNG")
        wide, high = clear.size
    scale = min(MOST_WIDE / wide, MOST_HIGH / high)
    name = " ".join(clean(theme.organisation).split())
    return Logo(
        into.getvalue(),
        wide * scale,
        high * scale,
        _("Logo of {name}").format(name=name) if name else _("Logo"),
    )
