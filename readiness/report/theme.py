"""An organisation's own look for its documents: name, logo, colours and footer, from a TOML file.

Nothing in a theme can run or fetch anything: it is words, colours and one picture beside it.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, fields
from pathlib import Path, PureWindowsPath
from typing import NamedTuple

from readiness.i18n.language import _
from readiness.report.document_text import clean
from readiness.storage.disk import resolved
from readiness.storage.filenames import leads_out
from readiness.storage.problems import Refused, Unreadable
from readiness.storage.table_reader import Problems
from readiness.storage.text_file import decoded, read_bytes
from readiness.storage.toml import parsed

TEXT_CONTRAST = 4.5
"""The least contrast of text with what is behind it, by WCAG 2.2 at level AA."""

WHITE = "#ffffff"

MOST_BYTES, MOST_PIXELS = 2 * 1024 * 1024, 4000
"""The largest logo, in bytes and in pixels on a side."""

LARGEST_THEME = 64 * 1024
"""Bytes of a theme's own file."""

MOST_PASSED = 20 * MOST_PIXELS**2
"""Pixels of all passes of a JPEG over its picture: each pass takes as long as the whole picture."""

LONGEST = 120
"""The most letters of a name or a footer."""

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
PASS = b"\xff\xda"
"""Begins a pass of a JPEG."""
PICTURES = {"PNG": b"\x89PNG\r\n\x1a\n", "JPEG": b"\xff\xd8\xff"}


@dataclass(frozen=True)
class Theme:
    """How a document looks; the default is our own."""

    organisation: str = ""
    footer: str = ""
    """Words at the foot of every page."""
    logo: bytes = b""
    """A checked PNG or JPEG; empty for none."""
    ink: str = "#1b1f24"
    """The colour of text."""
    accent: str = "#0b4f6c"
    """The colour of headings, links and charts."""
    shade: str = "#edf2f5"
    """The colour behind the heads of tables and flags."""

    @property
    def soft(self) -> str:
        """A lighter ink for what matters less, as light as is read on white and on the shade."""
        lighter = (mixed(self.ink, WHITE, share) for share in (0.28, 0.2, 0.1))
        return next((one for one in lighter if is_read_on(one, WHITE, self.shade)), self.ink)


class UnreadableTheme(Unreadable):
    """A theme that cannot be used; its text names every problem."""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (#rrggbb) by WCAG, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """A colour (#rrggbb) with a share of another, 0 to 1, mixed in."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part * (1 - share) + more * share):02x}" for part, more in pairs)


def is_read_on(front: str, *grounds: str) -> bool:
    """Whether text in a colour can be read on all of these, by WCAG AA."""
    return all(contrast(front, ground) >= TEXT_CONTRAST for ground in grounds)


def lightened(colour: str, *grounds: str) -> str:
    """The colour with as little white as makes it readable on these dark grounds."""
    steps = (mixed(colour, WHITE, share / 20) for share in range(20))
    return next((one for one in steps if is_read_on(one, *grounds)), WHITE)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def load_theme(path: Path) -> Theme:
    """The theme in a file. Raises UnreadableTheme, which names everything that is wrong in it."""
    reader = _Reader(path)
    said = reader.table()
    known = {one.name for one in fields(Theme)}
    for name in sorted(said.keys() - known):
        reader.wrong(
            name,
            _("is not known in a theme"),
            _("use only {known}").format(known=", ".join(sorted(known))),
        )
    theme = Theme(
        organisation=reader.words(said, "organisation"),
        footer=reader.words(said, "footer"),
        logo=reader.logo(said),
        **{name: reader.colour(said, name) for name in ("ink", "accent", "shade")},
    )
    reader.compare(theme)
    if reader.found:
        raise UnreadableTheme(reader.found)
    return theme


class _Unfit(Exception):  # noqa: N818 - it says what is so
    """A logo that cannot be used: why, and what to do."""


class _Reader(Problems):
    """Reads the parts of one theme and gathers what is wrong."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path

    def wrong(self, where: str, why: str, todo: str) -> None:
        self.add((where,), why, todo)

    def table(self) -> dict[str, object]:
        try:
            raw = read_bytes(self.path, most=LARGEST_THEME)
            return parsed(decoded(raw, self.path.name), self.path.name)
        except Refused as refused:
            raise UnreadableTheme([refused.problem]) from None

    def words(self, said: dict[str, object], name: str) -> str:
        value = said.get(name, "")
        if not isinstance(value, str):
            self.wrong(name, _("is not a text"), _('write it as {name} = "..."').format(name=name))
            return ""
        if len(value) > LONGEST:
            self.wrong(
                name,
                _("has {count} letters").format(count=len(value)),
                _("use at most {longest}").format(longest=LONGEST),
            )
        return value

    def colour(self, said: dict[str, object], name: str) -> str:
        default = str(getattr(Theme, name))
        value = said.get(name, default)
        if isinstance(value, str) and COLOUR.fullmatch(value):
            return value.lower()
        self.wrong(
            name,
            _("is not a colour ({value!r:.40})").format(value=value),
            _("write it like {default}").format(default=default),
        )
        return default

    def compare(self, theme: Theme) -> None:
        """Refuse colours that are hard to tell from what is behind them."""
        pairs = [
            ("ink", theme.ink, "white", WHITE),
            ("ink", theme.ink, "shade", theme.shade),
            ("accent", theme.accent, "white", WHITE),
            ("accent", theme.accent, "shade", theme.shade),
        ]
        for name, front, behind, back in pairs:
            ratio = contrast(front, back)
            if ratio < TEXT_CONTRAST:
                self.wrong(
                    name,
                    _("{front} on {behind} {back} has a contrast of {ratio} to 1").format(
                        front=front, behind=behind, back=back, ratio=int(ratio * 100) / 100
                    ),
                    _("choose colours with at least {text_contrast} to 1 (WCAG AA)").format(
                        text_contrast=TEXT_CONTRAST
                    ),
                )

    def logo(self, said: dict[str, object]) -> bytes:
        name = said.get("logo", "")
        try:
            return self._file(name) if name != "" else b""
        except _Unfit as unfit:
            why, todo = unfit.args
            self.wrong("logo", why, todo)
        return b""

    def _file(self, name: object) -> bytes:
        """The bytes of a logo. Raises _Unfit."""
        todo = _("name a PNG or JPEG file in the theme's own folder")
        if not isinstance(name, str) or _is_outside(name):
            raise _Unfit(_("does not name a file in the theme's folder"), todo)
        folder = self.path.parent.resolve()
        try:
            file = resolved(folder / name)
            if not file.is_relative_to(folder) or not file.is_file():
                why = _("{name} is not a file in the theme's folder").format(name=name)
                raise _Unfit(why, todo)
            if file.stat().st_size > MOST_BYTES:
                why = _("{name} is larger than 2 MB").format(name=name)
                raise _Unfit(why, _("make the picture smaller"))
            raw = file.read_bytes()
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            why = _("{name} cannot be read: {why}").format(name=name, why=why)
            raise _Unfit(why, todo) from None
        _look_over(name, raw)
        return raw


def _look_over(name: str, raw: bytes) -> None:
    """See that a file is a picture that can be drawn. Raises _Unfit."""
    from PIL import Image

    todo = _("save it again as PNG or JPEG")
    kind = next((kind for kind, start in PICTURES.items() if raw.startswith(start)), None)
    if kind is None:
        raise _Unfit(_("{name} is not a PNG or JPEG picture").format(name=name), todo)
    try:
        with Image.open(io.BytesIO(raw), formats=[kind]) as picture:
            width, height = picture.size
            if max(width, height) > MOST_PIXELS:
                size = _("{width} by {height} pixels").format(width=width, height=height)
                most = _("use at most {most_pixels} on a side").format(most_pixels=MOST_PIXELS)
                raise _Unfit(_("{name} has {size}").format(name=name, size=size), most)
            passes = raw.count(PASS) if kind == "JPEG" else 1
            if passes * width * height > MOST_PASSED:
                why = _("{name} has {n} passes over the picture").format(name=name, n=passes)
                raise _Unfit(why, todo)
            picture.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise _Unfit(_("{name} is a damaged picture").format(name=name), todo) from None


def _is_outside(name: str) -> bool:
    """Whether a name leads out of the theme's folder."""
    return leads_out(name) or "\0" in name or ".." in PureWindowsPath(name).parts


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
