"""An organisation's own look: what is taken, and what is refused with words that help."""

import io
import re
from base64 import b64decode
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from PIL import Image

from readiness.report.document import Document, Heading, Table
from readiness.report.docx import render as word
from readiness.report.html import render as web
from readiness.report.pdf.render import render
from readiness.report.theme import MOST_BYTES, Theme, UnreadableTheme, contrast, load_theme
from tests.report.tree import Tagged

TODAY = date(2026, 11, 24)


def picture(kind: str = "PNG", size: tuple[int, int] = (60, 30), mode: str = "RGB") -> bytes:
    into = io.BytesIO()
    Image.new(mode, size, 40).save(into, kind)
    return into.getvalue()


def written(folder: Path, text: str) -> Path:
    path = folder / "theme.toml"
    path.write_text(text, "utf-8")
    return path


def refused(folder: Path, text: str) -> str:
    with pytest.raises(UnreadableTheme) as caught:
        load_theme(written(folder, text))
    assert all(problem.file == "theme.toml" for problem in caught.value.problems)
    assert all(problem.todo for problem in caught.value.problems)
    return str(caught.value)


def test_an_empty_theme_is_our_own(tmp_path: Path) -> None:
    assert load_theme(written(tmp_path, "")) == Theme()


def test_a_theme_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(picture())
    theme = load_theme(
        written(
            tmp_path,
            '\ufefforganisation = "Riverside"\nfooter = "Internal"\nlogo = "logo.png"\n'
            'ink = "#000000"\naccent = "#5B2A86"\nshade = "#FFFFFF"\n',
        )
    )
    assert (theme.organisation, theme.footer, theme.logo) == ("Riverside", "Internal", picture())
    assert (theme.ink, theme.accent, theme.shade) == ("#000000", "#5b2a86", "#ffffff")


def test_our_own_colours_can_be_read() -> None:
    ours = Theme()
    assert min(contrast(front, ours.shade) for front in (ours.ink, ours.accent)) >= 4.5


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#777777", "#ffffff", 4.478)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.001)
    assert contrast(other, one) == contrast(one, other)


def test_a_pale_colour_is_refused_with_both_colours_and_the_ratio(tmp_path: Path) -> None:
    words = refused(tmp_path, 'accent = "#777777"\nshade = "#ffffff"')
    assert "#777777 on white #ffffff has a contrast of 4.47 to 1" in words
    assert "4.5" in words
    assert "#1b1f24 on shade #222222" in refused(tmp_path, 'shade = "#222222"')


@pytest.mark.parametrize("colour", ['"red"', '"#12345"', '"#gggggg"', "5", '"#12345678"'])
def test_only_plain_colours_are_taken(tmp_path: Path, colour: str) -> None:
    assert "is not a colour" in refused(tmp_path, f"ink = {colour}")


@pytest.mark.parametrize(
    "name",
    ["../logo.png", "/etc/logo.png", "https://example.org/logo.png", "C:\\\\logo.png",
     "a\\\\..\\\\..\\\\logo.png", "\\u0000"],
)  # fmt: skip
def test_a_logo_comes_from_the_themes_own_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "logo.png").write_bytes(picture())
    folder = tmp_path / "inner"
    folder.mkdir()
    assert "theme's folder" in refused(folder, f'logo = "{name}"')


def test_a_logo_that_leads_out_by_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(picture())
    folder = tmp_path / "inner"
    folder.mkdir()
    (folder / "logo.png").symlink_to(tmp_path / "logo.png")
    assert "is not a file in the theme's folder" in refused(folder, 'logo = "logo.png"')


def test_a_logo_must_be_there_and_be_a_name(tmp_path: Path) -> None:
    assert "none.png is not a file" in refused(tmp_path, 'logo = "none.png"')
    assert "does not name a file" in refused(tmp_path, "logo = 3")


def test_a_logo_that_may_not_be_read_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "logo.png").write_bytes(picture())
    path, read = written(tmp_path, 'logo = "logo.png"'), Path.read_bytes

    def locked(self: Path) -> bytes:
        if self.name == "logo.png":
            raise PermissionError(13, "Permission denied")
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", locked)
    with pytest.raises(UnreadableTheme, match=r"logo\.png cannot be read: permission denied"):
        load_theme(path)


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"<svg/>", "is not a PNG or JPEG"),
        (picture("GIF"), "is not a PNG or JPEG"),
        (picture()[:60], "is a damaged picture"),
        (picture("JPEG")[:200], "is a damaged picture"),
        (b"\x89PNG\r\n\x1a\n" + bytes(MOST_BYTES), "is larger than 2 MB"),
        (picture(size=(4001, 1)), "has 4001 by 1 pixels"),
    ],
)
def test_what_is_no_sound_picture_is_refused(tmp_path: Path, raw: bytes, why: str) -> None:
    (tmp_path / "logo.png").write_bytes(raw)
    assert why in refused(tmp_path, 'logo = "logo.png"')


def test_a_theme_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTheme, match="there is no such file"):
        load_theme(tmp_path / "none.toml")
    path = tmp_path / "theme.toml"
    path.write_bytes(b"\xff")
    with pytest.raises(UnreadableTheme, match="not written in UTF-8"):
        load_theme(path)
    assert "line 1: nothing stands after the = of ink" in refused(tmp_path, "ink = ")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"x = {'9' * 5000}", "line 1: a number has more figures"),
        (f"ink = 1\nx{'.x' * 20_000} = 1", "line 2: tables, lists or the parts of a key"),
        (f"x = {'[' * 5000}", "line 1: tables, lists"),
        ("#" * 70_000, "is larger than 64 KiB"),
    ],
)
def test_a_theme_has_the_bounds_of_every_file(tmp_path: Path, text: str, why: str) -> None:
    assert why in refused(tmp_path, text)


def test_a_theme_without_an_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "theme.toml"
    path.symlink_to("/dev/zero")
    if not path.exists():
        pytest.skip("this system has no such file")
    with pytest.raises(UnreadableTheme, match="larger than 64 KiB"):
        load_theme(path)


def test_a_jpeg_of_many_passes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    large = picture("JPEG", (4000, 4000))
    (tmp_path / "logo.jpg").write_bytes(large + b"\xff\xda" * 20)
    assert "has 21 passes" in refused(tmp_path, 'logo = "logo.jpg"')
    (tmp_path / "logo.jpg").write_bytes(large)
    assert load_theme(written(tmp_path, 'logo = "logo.jpg"')).logo == large


def test_every_problem_is_named_at_once(tmp_path: Path) -> None:
    words = refused(tmp_path, f'font = "x"\norganisation = 3\nfooter = "{"x" * 121}"\nink = 1')
    for part in ("(font)", "(organisation): is not a text", "has 121 letters", "(ink)"):
        assert part in words


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P"])
def test_logo_organisation_and_footer_stand_in_the_document(mode: str) -> None:
    theme = Theme("Riverside <b> & Sons", "For the board only", picture(mode=mode))
    tagged = Tagged(render(Document("T", "S", TODAY), theme=theme))
    (logo,) = tagged.root.all("Figure")
    assert str(logo.made.Alt) == "Logo of Riverside <b> & Sons"
    assert "Riverside <b> & Sons" in tagged.decoration
    assert "For the board only" in tagged.decoration
    assert tagged.loose == []


def test_a_logo_of_nobody_is_still_named() -> None:
    tagged = Tagged(render(Document("T", "S", TODAY), theme=Theme(logo=picture("JPEG"))))
    (logo,) = tagged.root.all("Figure")
    assert str(logo.made.Alt) == "Logo"


BRANDED = Theme(
    "Riverside <b> & Sons", "For the board", picture(mode="RGBA"), accent="#5b2a86", shade="#f3ecfa"
)
BOARD = Document("T", "S", TODAY, blocks=(Heading(1, "Goals"), Table(("a",), (("1",),), (1,))))


def test_a_web_page_bears_the_colours_and_the_logo_in_itself() -> None:
    page = web.render(BOARD, theme=BRANDED)
    assert "--accent: #5b2a86;" in page
    assert "--tint: #f3ecfa;" in page
    (source,) = re.findall(r'<img src="data:image/png;base64,([^"]+)" alt="([^"]+)"', page)
    assert source[1] == "Logo of Riverside &lt;b&gt; &amp; Sons"
    with Image.open(io.BytesIO(b64decode(source[0]))) as logo:
        assert (logo.size, logo.mode) == ((60, 30), "RGB")
    assert "img-src data:;" in page
    assert "img-src" not in web.render(BOARD)
    assert "<img" not in web.render(BOARD)


@pytest.mark.parametrize("accent", ["#5b2a86", "#0b4f6c", "#000000", "#7a0000"])
def test_an_accent_for_white_paper_is_lightened_for_a_dark_screen(accent: str) -> None:
    page = web.render(BOARD, theme=replace(BRANDED, accent=accent))
    dark = re.search(r"dark\) \{\n +:root \{(.+?)\}", page)
    assert dark
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", dark[1]))
    for front in ("accent", "ink", "soft"):
        for ground in ("paper", "tint"):
            assert contrast(colours[front], colours[ground]) >= 4.5


def test_a_word_file_bears_the_colours_and_the_logo_with_its_words() -> None:
    raw = word.render(BOARD, theme=BRANDED)
    file = docx.Document(io.BytesIO(raw))
    (logo,) = file.inline_shapes
    assert logo._inline.docPr.get("descr") == "Logo of Riverside <b> & Sons"
    assert round(logo.height.mm) == 22
    assert str(file.styles["Heading 1"].font.color.rgb) == "5B2A86"
    assert str(file.styles["Hyperlink"].font.color.rgb) == "5B2A86"
    assert 'w:fill="f3ecfa"' in file.tables[0]._element.xml
    assert raw == word.render(BOARD, theme=BRANDED)
    assert not docx.Document(io.BytesIO(word.render(BOARD))).inline_shapes


@pytest.mark.parametrize("ink", ["#000000", "#5c5c5c", "#6f6f6f"])
def test_the_softer_ink_can_still_be_read(ink: str) -> None:
    from readiness.report.pdf.look import look

    soft = look(Theme(ink=ink, shade="#ffffff"), "a4").soft
    assert contrast(f"#{soft.hexval()[2:]}", "#ffffff") >= 4.5


def test_a_logo_whose_link_leads_in_a_circle_is_told(tmp_path: Path) -> None:
    (tmp_path / "logo.png").symlink_to(tmp_path / "logo.png")
    assert "logo.png cannot be read" in refused(tmp_path, 'logo = "logo.png"')
