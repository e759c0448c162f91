"""A document as text: its sections on the left, the one that is chosen beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.widgets import Static

from readiness.app.operations.documents import BRIEF
from readiness.describe.board import misses_told
from readiness.i18n.language import N_, _
from readiness.tui.bottom_lines import Status
from readiness.tui.drawing.texts import NARROWEST, section_text
from readiness.tui.keyboard import give_keys
from readiness.tui.keys import Key
from readiness.tui.line_text import plain, wrapped
from readiness.tui.screens.plan_screen import PlanScreen
from readiness.tui.view import View
from readiness.tui.widgets.boxes import Panel
from readiness.tui.widgets.drawing import Draw
from readiness.tui.widgets.glance import Glance
from readiness.tui.widgets.lines import Line, Lines

if TYPE_CHECKING:
    from readiness.app.operations.documents import Job
    from readiness.report.formats import Format
    from readiness.report.plain_text import Section

WIDEST = 76
"""Columns of a line that the eye still follows."""


class DocumentScreen(PlanScreen):
    """What will be printed, read here first; and the keys that print it."""

    DEFAULT_CSS = """
    DocumentScreen #head { height: 1; padding: 0 1; text-style: bold; background: $panel;
        color: $panel-foreground; text-wrap: nowrap; text-overflow: ellipsis; }
    DocumentScreen #body { height: 1fr; layout: horizontal; }
    DocumentScreen #list { width: 27; height: 1fr; padding: 0 0 0 1; }
    DocumentScreen #text { width: 1fr; height: 1fr; padding: 0 1; scrollbar-gutter: stable;
        border-left: solid $border-blurred; }
    DocumentScreen #text:focus { border-left: solid $border; }
    DocumentScreen #text Static { height: auto; }
    DocumentScreen.-slim #body { layout: vertical; }
    DocumentScreen.-slim #list { width: 1fr; height: 5; }
    DocumentScreen.-slim #text { border-left: none; border-top: solid $border-blurred; }
    DocumentScreen #right { display: none; width: 84; }
    DocumentScreen.-huge #right { display: block; }
    DocumentScreen #next { height: 1fr; padding: 0 1; }
    DocumentScreen #misses { height: 16; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (76, "-narrow"), (160, "-huge")]
    LINE = (
        *("make('pdf')", "make('docx')", "make('html')", "depth('brief')", "depth('shared')"),
        *("other", "page(1)", "leave"),
    )
    BINDINGS = [
        Key("p,f5", "make('pdf')", N_("Make the PDF of this"), word=N_("PDF")),
        Key("w", "make('docx')", N_("Make a Word file of this"), word=N_("Word")),
        Key("h", "make('html')", N_("Make a web page of this"), word=N_("web")),
        Binding("o", "app.open_document", N_("Open the document that was made")),
        Key("b", "depth('brief')", N_("Brief or whole"), word=N_("brief")),
        Key("s", "depth('shared')", N_("With or without names"), word=N_("shared")),
        Key("r", "other", N_("Agreements, reports after the start, paper forms"), word=N_("other")),
        Key("space,pagedown", "page(1)", N_("Read on"), word=N_("on")),
        Binding("pageup,backspace", "page(-1)", N_("Read back")),
        Binding("right", "to_text", N_("To the text")),
        Binding("left", "to_list", N_("To the sections")),
        Binding("escape", "leave", N_("Back")),
    ]

    def __init__(self, which: str = "") -> None:
        """Show a document with names; without a name, the whole strategy document."""
        super().__init__()
        self._which, self._is_shared = which, False
        self._sections: tuple[Section, ...] = ()

    def compose(self) -> ComposeResult:
        """Head, sections, text, keys."""
        yield Static(id="head")
        with Container(id="body"):
            yield Lines(id="list")
            with VerticalScroll(id="text"):
                yield Static()
            with Container(id="right"):
                with Panel(id="next"):
                    yield Static()
                yield Glance(id="misses")
        yield Status(self.LINE)

    def begin(self) -> None:
        """Start with the list of sections focused."""
        give_keys(self.query_one(Lines))

    def show(self, view: View) -> None:  # noqa: ARG002 - it is what the session holds
        """Make the text of the plan's state; the strategy document where another cannot be made."""
        from readiness.report.plain_text import sections_of

        job = self._job() or self._job()
        if job is None:
            return
        document = job.document
        self._sections = sections_of(document)
        kind = _("Document in brief") if job.name == BRIEF else _("Document")
        names = _(", for sharing: without names of staff, notes and small counts")
        head = f"{kind}   {document.title}{names if self._is_shared else ''}"
        if job.name not in ("", BRIEF):
            head = f"{document.title}   {document.subtitle}"
        self.query_one("#head", Static).update(plain(head))
        lines = [Line(str(number), one.title) for number, one in enumerate(self._sections)]
        self.query_one(Lines).fill(lines)
        self._draw()

    def _job(self) -> Job | None:
        """What is shown; where it cannot be made any more, the strategy document is the next."""
        job = self.app.documents.job("pdf", self._which, is_shared=self._is_shared)
        if job is None:
            self._which = ""
        return job

    def on_option_list_option_highlighted(self) -> None:
        """Show the section the cursor is on, from its beginning."""
        self._draw()
        self.query_one("#text").scroll_home(animate=False)

    def on_option_list_option_selected(self) -> None:
        """Let the arrow keys scroll the section."""
        self.action_to_text()

    def on_resize(self) -> None:
        """Break the text anew once it is known how much room there is."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        chosen = self.query_one(Lines).key if self.is_shown else ""
        if not chosen or int(chosen) >= len(self._sections):
            return
        room = self.query_one("#text", VerticalScroll).scrollable_content_region.width
        section = self._sections[int(chosen)]
        text = section_text(section, max(min(room, WIDEST), NARROWEST))
        self.query_one("#text Static", Static).update(text)
        if self.has_class("-huge"):
            self._draw_beside(int(chosen) + 1)

    def _draw_beside(self, number: int) -> None:
        """Show the next section beside the one that is read, and what a board would miss."""
        is_there, panel = number < len(self._sections), self.query_one("#next", Panel)
        section = self._sections[number] if is_there else None
        panel.border_title = _("Next: {title}").format(title=section.title) if section else ""
        text = section_text(section, WIDEST) if section else plain("")
        panel.query_one(Static).update(text)
        panel.scroll_home(animate=False)
        view = self.app.plan.seen
        plan, template, state = view.plan, view.template, view.review

        def misses() -> Draw:
            said = misses_told(plan, template, state) or [_("Nothing that the program knows of.")]
            return lambda width: [row for one in said for row in wrapped(f"- {one}", width, "  ")]

        self.query_one("#misses", Glance).show(_("What a board misses"), misses, plan, state)

    def action_page(self, by: int) -> None:
        """Read on, and at the end of a section on into the next one."""
        text, lines = self.query_one("#text", VerticalScroll), self.query_one(Lines)
        at_end = text.scroll_offset.y >= text.max_scroll_y if by > 0 else text.scroll_offset.y <= 0
        if not at_end:
            text.scroll_relative(y=by * (text.size.height - 1), animate=False)
            return
        number = int(lines.key or 0) + by
        if 0 <= number < len(self._sections):
            lines.go(str(number))

    def action_to_text(self) -> None:
        """Let the arrow keys scroll the text."""
        give_keys(self.query_one("#text"))

    def action_to_list(self) -> None:
        """Let the arrow keys choose a section."""
        give_keys(self.query_one(Lines))

    def action_depth(self, name: str) -> None:
        """The brief or the whole document; with names or without."""
        if name == BRIEF:
            self._which = "" if self._which == BRIEF else BRIEF
        else:
            self._is_shared = not self._is_shared
        self.show(self.app.plan.seen)

    def action_other(self) -> None:
        """Offer the other documents: agreements, reports after the start, paper forms."""
        self.app.documents.offer()

    def come_to(self, which: str) -> None:
        """Show another document, from its beginning."""
        self._which = which
        self.show(self.app.plan.seen)
        self.query_one(Lines).go("0")

    def action_make(self, kind: Format) -> None:
        """Make a file of what is shown."""
        self.app.documents.make(kind, self._which, is_shared=self._is_shared)

    def action_leave(self) -> None:
        """From the text to the sections, from there back to where the person came from."""
        if self.focused is self.query_one("#text"):
            self.action_to_list()
        else:
            self.app.pop_screen()
