"""How the screens look: contrast in every theme, without colours, on small terminals."""

from __future__ import annotations

import ast
import unicodedata
from pathlib import Path

import pytest
from rich.color import Color, ColorType
from textual.strip import Strip
from textual.widget import Widget

import readiness
from readiness.app.operations.particulars import set_particulars
from readiness.app.session import Session
from readiness.tui import app as program
from readiness.tui.characters import LEVELS
from readiness.tui.themes import CONTRAST, DARK, LIGHT, TERMINAL
from tests.tui.atlas import HUGE, SMALL, WIDE, Atlas, Language, Size, front
from tests.tui.person import BROKEN, Person, at
from tests.tui.scenes import go
from tests.tui.seen import rows_of

pytestmark = pytest.mark.no_cover

LEAST = {DARK: 4.5, LIGHT: 4.5, CONTRAST: 7.0}
"""WCAG 2.2: AA for text, AAA for the theme with high contrast."""

FRAMES = set("─│╭╮╰╯┌┐└┘━┃┏┓┗┛═║╔╗╚╝▀▁▂▃▄▅▆▇█▉▊▋▌▍▎▏▐▔▕")
"""Lines and blocks that Textual draws frames and scroll bars with; every terminal font has them,
one column wide. They are no text.
"""

FRAMES |= {
    sign
    for level in LEVELS.values()
    for signs in vars(level).values()
    for sign in signs
    if not sign.isascii()
}
"""And those that charts are drawn with."""

PUNCTUATION = set("\u20ac\u201c\u201d\u2018\u2019\u2026\u2013\u2014«»§·°\ufffd")
"""Punctuation of Latin text, in every terminal font, one column wide outside East Asian fonts."""

FEW = ("map", "choice", "number", "text", "people", "actions", "an action", "go to", "palette")
"""Scenes that hold every kind of control."""

READ = (
    "amount_words.py",
    "date_words.py",
    "filenames.py",
    "paste.py",
    "reading.py",
    "toml_mistakes.py",
    "typed_tokens.py",
    "value_mistakes.py",
)
"""Modules that understand such signs where a person types or pastes them, and show none."""

LAST_OF_LATIN = 0x250


def luminance(color: Color) -> float:
    """Relative luminance as WCAG defines it."""

    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = color.get_truecolor()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: Color, other: Color) -> float:
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast(Color.parse("#000000"), Color.parse("#ffffff")) == pytest.approx(21)
    assert contrast(Color.parse("#777777"), Color.parse("#ffffff")) == pytest.approx(4.48, abs=0.01)


def faint(strips: list[Strip], least: float) -> dict[str, str]:
    """Each pair of colours that is too close, with a word that is written in it."""
    found = {}
    for segment in (segment for strip in strips for segment in strip):
        style = segment.style
        words = "".join(letter for letter in segment.text if letter not in FRAMES).strip()
        if not words or style is None:
            continue
        assert style.color is not None, segment
        assert style.bgcolor is not None, segment
        assert style.color.type == style.bgcolor.type == ColorType.TRUECOLOR, segment
        assert not style.dim, segment
        ratio = contrast(style.color, style.bgcolor)
        if ratio < least:
            found[f"{style.color.name} on {style.bgcolor.name}"] = f"{ratio:.2f} {words[:30]}"
    return found


@pytest.mark.walk
@pytest.mark.parametrize("theme", LEAST)
def test_every_word_stands_out_from_what_it_stands_on(atlas: Atlas, theme: str) -> None:
    for name, picture in atlas.colours().items():
        assert not faint(picture.in_front[theme], LEAST[theme]), f"{theme}, {name}"


@pytest.mark.walk
async def test_what_is_said_in_passing_stands_out_too(
    session: Session, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "LOOK", 3600)  # so that nothing tries to save again

    async def look(person: Person, what: str) -> None:
        for theme, least in LEAST.items():
            person.app.theme = theme
            await person.settle()
            assert not faint(front(person), least), f"{theme}, {what}"

    async with at(session, state) as person:
        for say, words in (
            (person.app.messages.tell, "Done."),
            (person.app.messages.warn, "Look at this."),
            (person.app.messages.wrong, "That went wrong."),
        ):
            say(words)
            await person.settle()
            assert person.sees(words)
            await look(person, "what is said in passing")
        session.path.write_text(BROKEN)
        person.app.plan.keep(lambda one: set_particulars(one, {"service": "mine"}))
        assert not person.app.plan.save()
        await person.settle()
        assert person.sees("NOT SAVED")
        await look(person, "not saved")


@pytest.mark.parametrize("language", ["nb", pytest.param("en", marks=pytest.mark.walk)])
def test_letters_are_one_column_wide(atlas: Atlas, language: Language) -> None:
    for name, picture in atlas.scenes(language, SMALL).items():
        assert not odd(picture.text), name


def odd(text: str) -> set[str]:
    """Letters of a text that some terminals draw two columns wide, or as a picture."""
    return {
        letter
        for letter in text
        if (unicodedata.east_asian_width(letter) in "WFA" or unicodedata.category(letter) == "So")
        and not (unicodedata.category(letter)[0] == "L" and ord(letter) < LAST_OF_LATIN)
        and letter not in FRAMES | PUNCTUATION
    }


def test_what_is_odd() -> None:
    wide, picture, circle, times, tick = "\u4e2d", "\U0001f50e", "\u25cb", "\u00d7", "\u2611"
    assert odd(f"Ståle\u2019s café (2{times}3) {tick}{picture}{circle}{wide} ##...") == {
        wide,
        picture,
        circle,
        times,
        tick,
    }


@pytest.mark.walk
def test_no_word_of_the_program_holds_an_odd_sign() -> None:
    """What documents hold is another matter: Word has fonts of its own."""
    paths = sorted(Path(readiness.__file__).parent.rglob("*.py"))
    for path in (one for one in paths if one.name not in READ and "report" not in one.parts):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not odd(node.value), f"{path.name}: {node.value[:60]!r}"


def test_no_control_is_used_whose_states_differ_by_colour_only() -> None:
    """Textual's own boxes and buttons show the same sign on and off."""
    theirs = {"Checkbox", "RadioButton", "RadioSet", "SelectionList", "Switch", "ToggleButton"}
    for path in sorted((Path(readiness.__file__).parent / "tui").rglob("*.py")):
        names = {
            one.id for one in ast.walk(ast.parse(path.read_text())) if isinstance(one, ast.Name)
        }
        assert not names & theirs, path


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A terminal with all colours that says nothing else of itself."""
    for name in ("NO_COLOR", "COLORFGBG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    return monkeypatch


def marked(person: Person) -> str:
    """What is reversed on the screen."""
    pieces = (one for strip in rows_of(person.app.screen) for one in strip)
    return "|".join(one.text.strip() for one in pieces if one.style and one.style.reverse)


async def test_without_colours_nothing_is_coloured_and_the_keys_are_seen(
    session: Session, state: Path, terminal: pytest.MonkeyPatch
) -> None:
    terminal.setenv("NO_COLOR", "1")
    async with at(session, state) as person:
        for name in FEW:
            await go(person, name)
            for strip in rows_of(person.app.screen):
                for segment in strip:
                    style = segment.style
                    for color in (style.color, style.bgcolor) if style else ():
                        assert color is None or color.is_default, f"{name}: {segment}"
        await go(person, "map")
        assert "Practitioner selection" in marked(person)
        assert "Capacity" not in marked(person)
        await person.press("down")
        assert "Capacity" in marked(person)
        await go(person, "choice")
        assert person.sees("> (o) 1 Yes", "( ) 2 Partly")
        await go(person, "text")
        assert "|E|" in marked(person), "the cursor stands on the first letter"
        await go(person, "go to")
        assert "Map" in marked(person)
        await person.press("tab")
        assert "Practitioners" in marked(person)
        await person.press("escape", "ctrl+t")
        assert "NO_COLOR is set" in person.told()


@pytest.mark.walk
async def test_a_terminal_with_sixteen_colours_gets_its_own(
    session: Session, state: Path, terminal: pytest.MonkeyPatch
) -> None:
    terminal.setenv("TERM", "xterm")
    terminal.delenv("COLORTERM")
    async with at(session, state) as person:
        assert person.app.theme == TERMINAL
        for name in FEW:
            await go(person, name)
            for strip in rows_of(person.app.screen):
                for segment in strip:
                    style = segment.style
                    is_seen = style and segment.text.strip()
                    for color in (style.color, style.bgcolor) if is_seen else ():
                        assert color is None or color.type != ColorType.TRUECOLOR, (
                            f"{name}: {segment}"
                        )
        await person.press("escape", "ctrl+t")
        assert person.app.theme == CONTRAST
        await person.press("ctrl+t")
        assert person.app.theme == TERMINAL


@pytest.mark.usefixtures("terminal")
async def test_the_colours_are_switched_and_remembered(session: Session, state: Path) -> None:
    async with at(session, state) as person:
        assert person.app.theme == DARK
        await person.press("ctrl+t")
        assert person.app.theme == LIGHT
        assert "Colours: light" in person.told()
        await person.press("ctrl+t")
        assert person.app.theme == CONTRAST
    async with at(session, state) as person:
        assert person.app.theme == CONTRAST
        await person.press("ctrl+t", "ctrl+t")
        assert person.app.theme == DARK


async def test_ascii_alone_is_drawn_with_at_once_and_from_the_first_screen_on(
    session: Session, state: Path
) -> None:
    async with at(session, state, (120, 40)) as person:
        await person.press("h")
        while not person.app.appearance.is_ascii:
            assert not person.see().isascii()
            await person.app.run_action("change_characters")
            await person.settle()
        assert "Characters: ASCII only" in person.see()
        assert person.see().isascii()
        await person.press("escape")
        assert person.see().isascii()
    async with at(session, state, (120, 40)) as person:
        for name in FEW:
            await go(person, name)
            # What the template says has quotation marks.
            assert set(person.see()) - {chr(one) for one in range(128)} <= PUNCTUATION, name


@pytest.mark.parametrize(
    ("said", "theme"), [("15;0", DARK), ("0;15", LIGHT), ("0;default;7", LIGHT), ("x", DARK)]
)
async def test_the_first_colours_follow_what_the_terminal_says(
    session: Session, state: Path, terminal: pytest.MonkeyPatch, said: str, theme: str
) -> None:
    terminal.setenv("COLORFGBG", said)
    async with at(session, state) as person:
        assert person.app.theme == theme


CUT = "\u2026"


@pytest.mark.parametrize(
    "size",
    [pytest.param(SMALL, marks=pytest.mark.walk), pytest.param(WIDE, marks=pytest.mark.nightly)],
)
def test_no_sentence_is_cut(atlas: Atlas, size: Size) -> None:
    """Keys in the bottom line, heads, questions, options: all of it is seen, or can be scrolled."""
    for name, picture in atlas.scenes("en", size).items():
        seen = picture.text.replace(f"Search for commands{CUT}", "")
        assert CUT not in seen, f"{name}:\n{seen}"
        assert picture.too_wide == [], name


@pytest.mark.parametrize(
    ("language", "size"),
    [
        ("nb", SMALL),
        pytest.param("en", SMALL, marks=pytest.mark.walk),
        pytest.param("en", WIDE, marks=pytest.mark.nightly),
    ],
)
def test_every_screen_fills_the_window_and_no_more(
    atlas: Atlas, language: Language, size: Size
) -> None:
    for name, picture in atlas.scenes(language, size).items():
        assert len(picture.rows) == size[1], name
        assert {row.cell_length for row in picture.rows} == {size[0]}, name
        assert "NOT SAVED" not in picture.text


def drawn(widget: Widget) -> list[object]:
    """How a widget looks without its colours, with the frame that it fills; its place too."""
    held, around = widget, widget.parent
    if isinstance(around, Widget) and around.styles.border_top[0] not in ("", "none"):
        held = around if around.content_size.height == widget.size.height else widget
    region = widget.screen.region.intersection(held.region)
    strips = rows_of(widget.screen)
    return [
        [
            (one.text, one.style and (one.style.reverse, one.style.bold, one.style.underline))
            for one in strip
        ]
        for strip in (row.crop(region.x, region.right) for row in strips[region.y : region.bottom])
    ]


@pytest.mark.walk
async def test_whatever_has_the_keys_is_seen_without_colours(
    session: Session, state: Path, terminal: pytest.MonkeyPatch
) -> None:
    terminal.setenv("NO_COLOR", "1")
    async with at(session, state) as person:
        for name in (*FEW, "closures", "help", "rows", "a number of the hours", "new plan"):
            await go(person, name)
            screen = person.app.screen
            for widget in screen.focus_chain:
                widget.focus()
                await person.settle()
                with_keys = drawn(widget)
                place = screen.find_widget(widget)
                person.app.app_focus = False  # another window has the keys
                await person.settle()
                if place.region == place.visible_region:
                    assert with_keys != drawn(widget), f"{name}: {widget}"
                person.app.app_focus = True


MAY_BE_EMPTY = {
    "search": "it waits for words",
    "versions": "nothing was kept yet",
    "help": "a text, in lines that the eye follows",
    "example": "a text, in lines that the eye follows",
    "the wall": "read from the end of a room",
    "how it went": "nothing was kept before the start",
    "workshop": "what came in, and nothing beside it that would lead the room",
}
"""Screens of which more than a third may be empty in a large window, and why."""


def largest_gap(rows: list[str], width: int) -> int:
    """The cells of the largest rectangle in which nothing stands, not even the line of a frame."""
    best, tall = 0, [0] * width
    for row in rows:
        tall = [t + 1 if c == " " else 0 for t, c in zip(tall, row.ljust(width), strict=True)]
        open_: list[tuple[int, int]] = []
        for x, high in enumerate([*tall, 0]):
            begins = x
            while open_ and open_[-1][1] >= high:
                begins, least = open_.pop()
                best = max(best, least * (x - begins))
            open_.append((begins, high))
    return best


def test_a_gap_is_measured_to_the_lines_of_a_frame() -> None:
    assert largest_gap(["+--+", "|  |", "|  |", "+--+"], 4) == 4
    assert largest_gap(["    ", "ab  ", "abcd"], 4) == 4
    assert largest_gap(["ab", "cd"], 2) == 0


@pytest.mark.walk
@pytest.mark.parametrize("size", [WIDE, pytest.param(HUGE, marks=pytest.mark.nightly)])
def test_no_third_of_a_large_window_is_empty(atlas: Atlas, size: tuple[int, int]) -> None:
    width, height = size
    found = {
        name: round(largest_gap(picture.text.splitlines(), width) / (width * height), 2)
        for name, picture in atlas.scenes("en", size).items()
        if name not in MAY_BE_EMPTY
    }
    assert {name: part for name, part in found.items() if part > 1 / 3} == {}
